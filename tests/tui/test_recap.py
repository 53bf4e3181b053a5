"""Rekap on the screen: from the country to a pihak and back, narrowed down, ordered, searched, read again."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kampanye_tui import recap as recap_module
from kampanye_tui.model.operator import AtWork
from kampanye_tui.model.recap import Stage
from kampanye_tui.recap import Asked
from kampanye_tui.store import at_work
from kampanye_tui.store.settings import Settings
from kampanye_tui.tui.app import Kampanye
from kampanye_tui.tui.progress import PACE, Cancelled
from kampanye_tui.tui.screens.help import Help
from kampanye_tui.tui.screens.recap_country import RecapCountry
from kampanye_tui.tui.screens.recap_office import RecapOffice
from tests.country import country
from tests.damaged import WAYS
from tests.hostile.entrances import steers
from tests.tui.desk import ID, OPERATOR, SMALL, Desk, lines, text, until, words
from tests.tui.scenes import BROKEN, SENT
from tests.tui.test_hostile import STEERING, given

DAY = date(2023, 12, 1)
Play = Callable[..., None]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What offices sent, one of them broken."""
    folder = tmp_path_factory.mktemp("kiriman")
    country(folder, codes=SENT)
    WAYS["ledger with another word"][0](folder / BROKEN / "naskah" / ID)
    return folder


@pytest.fixture
def sent(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same in a folder of its own, and no files of the user's."""
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "milik-petugas"))
    return shutil.copytree(written, tmp_path / "kiriman")


@pytest.fixture
def play(sent: Path) -> Play:
    """Return what runs the program on the recap, and a scene in it once all is read."""

    def run(scene: Callable[[Pilot[object]], Awaitable[None]], *, read: bool = True, **asked: object) -> None:
        async def ran() -> None:
            app = Kampanye(None, Settings(), operator="petugas", recap=Asked((sent,), DAY, **asked))
            async with app.run_test(size=SMALL) as at:
                if read:
                    await until(at, lambda: "Selesai:" in text(app) or "idak ada kiriman" in text(app))
                await scene(at)

        asyncio.run(ran())

    return run


def shown(at: Pilot[object]) -> list[str]:
    """Return the rows of the list: their first words, the mark left out."""
    return [row.text.split("  ")[0] for row in at.app.screen.query_one("#list").rows]


def row(at: Pilot[object], begin: str) -> list[str]:
    """Return the words of the line that begins so."""
    (line,) = [line for line in lines(at.app) if line[2:].startswith(begin)]
    return line[2:].split()


def test_from_the_country_to_a_pihak_and_back(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        assert row(at, "Aceh") == ["Aceh", "4", "72/100", "44/96", "3", "0"]
        await at.press("down", "enter")
        assert row(at, "11.17")[4:] == ["tanda", "tangan", "25/25", "0/0/0", "0/24", "3"]
        await at.press("enter")
        await until(at, lambda: "Golkar" in text(at.app))
        assert row(at, "12  PAN")[2:] == ["hadir,", "tidak", "menandatangani", "diterima"]
        await at.press("enter")
        assert "salinan nomor 1 (PKB): diterima oleh Sari Dewi" in words(at.app)
        await at.press("escape", "escape", "escape")
        assert isinstance(at.app.screen, RecapCountry)

    play(scene)


@pytest.mark.penuh
def test_all_offices_lie_below_the_sum_of_all(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("enter")
        assert shown(at) == ["11", "11.01", "11.17", "11.71", "12", "12.01", "51.03"]

    play(scene)


@pytest.mark.penuh
def test_the_part_that_the_command_asked_for_is_shown(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        assert shown(at) == ["Semua", "Aceh"]
        assert lines(at.app)[0].startswith(" Rekap per 01-12-2023 · hanya provinsi 11; keadaan konsep")

    play(scene, provinces=("11",), stages=(Stage.DRAFT,))


@pytest.mark.penuh
def test_a_province_of_the_command_that_sent_nothing_is_told(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        assert 'Tidak ada kiriman dari provinsi "Papua".' in text(at.app)

    play(scene, provinces=("Papua",))


@pytest.mark.penuh
def test_a_part_is_chosen_and_all_shown_again(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("f", "ctrl+u", *"3-12-2023", "down", *"bali, 12", "down", "d", "f10")
        assert shown(at) == ["Semua", "Sumatera Utara", "Bali"]
        assert "per 03-12-2023 · hanya provinsi bali, 12; keadaan ditutup" in lines(at.app)[0]
        await at.press("f", "down", "ctrl+u", "down", "s", "f10")
        assert shown(at) == ["Semua", "Aceh", "Sumatera Utara", "Bali"]

    play(scene)


@pytest.mark.penuh
def test_a_province_that_sent_nothing_is_told_in_the_form(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("f", "down", *"Balu", "f10")
        assert 'Tidak ada kiriman dari provinsi "Balu". Mungkin maksudnya "Bali".' in words(at.app)

    play(scene)


@pytest.mark.penuh
def test_what_is_broken_counts_whatever_stage_is_asked_for(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        assert row(at, "Sumatera Utara")[-1] == "1"

    play(scene, stages=(Stage.DRAFT,))


@pytest.mark.penuh
def test_the_order_that_was_chosen_holds_on_every_list(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("s", "down", "enter")
        assert shown(at) == ["Semua", "Aceh", "Sumatera Utara", "Bali"]
        await at.press("down", "enter")
        assert shown(at) == ["11.71", "11", "11.01", "11.17"]
        await at.press("s", *("down",) * 4, "enter", "home")
        assert "Diurutkan menurut hari tanpa kabar" in text(at.app)
        assert shown(at)[:2] == ["11.71", "11.17"]

    play(scene)


@pytest.mark.penuh
def test_a_search_finds_offices_of_every_province_and_opens_them(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("slash", *"51.03", "enter")
        assert shown(at) == ["KANTOR", "51.03 Kabupaten Badung"]
        await at.press("enter")
        await until(at, lambda: "Golkar" in text(at.app))
        assert lines(at.app)[0].startswith(" 51.03 Kabupaten Badung · ditutup")

    play(scene)


@pytest.mark.penuh
def test_esc_closes_the_search_before_it_leaves(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "enter", "slash", *"kota")
        assert shown(at) == ["11.71"]
        await at.press("escape")
        assert len(shown(at)) == 4

    play(scene)


@pytest.mark.penuh
def test_what_is_broken_is_listed_with_its_reason(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("m")
        assert row(at, BROKEN)[1:6] == ["buku.jsonl,", "baris", "1:", "isi", "baris"]
        await at.press("enter")
        assert "Minta kantor itu mengirim sekali lagi" in text(at.app)

    play(scene)


@pytest.mark.penuh
def test_where_nothing_is_broken_the_key_says_so(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("m")
        assert "Tidak ada kiriman yang bermasalah." in text(at.app)

    play(scene, provinces=("Bali",))


@pytest.mark.penuh
def test_in_a_province_where_nothing_is_broken_the_key_says_so(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press(*("down",) * 3, "enter", "m")
        assert lines(at.app)[0].startswith(" Bali · rekap")
        assert "Tidak ada kiriman yang bermasalah dari Bali." in text(at.app)

    play(scene)


@pytest.mark.penuh
def test_what_changed_is_seen_when_it_is_read_again(play: Play, sent: Path) -> None:
    async def scene(at: Pilot[object]) -> None:
        WAYS["final text gone"][0](sent / "11" / "naskah" / ID)
        shutil.rmtree(sent / BROKEN)
        await at.press("r")
        await until(at, lambda: row(at, "Aceh")[1:] == ["3", "50/75", "22/72", "3", "1"])
        assert row(at, "Sumatera Utara")[-1] == "0"

    play(scene)


@pytest.mark.penuh
def test_an_office_is_read_again_where_it_is_open(play: Play, sent: Path) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "enter", "enter")
        await until(at, lambda: "Golkar" in text(at.app))
        WAYS["ledger with another word"][0](sent / "11" / "naskah" / ID)
        await at.press("r")
        await until(at, lambda: "tidak dapat dihitung" in text(at.app))
        assert "isi baris ini berubah sejak dicatat" in words(at.app)

    play(scene)


@pytest.mark.penuh
def test_an_office_that_is_gone_says_so(play: Play, sent: Path) -> None:
    async def scene(at: Pilot[object]) -> None:
        shutil.rmtree(sent / "11")
        await at.press("down", "enter", "enter")
        await until(at, lambda: "sudah tidak ada" in text(at.app))
        await at.press("c")
        assert isinstance(at.app.screen, RecapOffice)

    play(scene)


@pytest.mark.penuh
def test_the_clauses_of_an_office_are_told(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "enter", "enter")
        await until(at, lambda: "Golkar" in text(at.app))
        await at.press("c")
        assert " tanpa-politik-uang · Tanpa Politik Uang" in lines(at.app)

    play(scene)


@pytest.mark.penuh
def test_markup_in_a_name_is_shown_as_it_is(play: Play, sent: Path) -> None:
    name = "[b]Badung[/b] <b> *x*"
    for path in (sent / "51.03").rglob("*.toml"):
        path.write_text(path.read_text().replace("Kabupaten Badung", name))
    shutil.rmtree(sent / "51.03" / "naskah" / ID / "revisi")
    (sent / "51.03" / "naskah" / ID / "buku.jsonl").unlink()

    async def scene(at: Pilot[object]) -> None:
        await at.press("end", "enter")
        assert name in text(at.app)

    play(scene)


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What has to be set before folders are read; a test that lets them be read at first sets it at once."""
    event, read = threading.Event(), recap_module.recap

    def waiting(*arguments: object, **named: object) -> object:
        assert event.wait(10)
        return read(*arguments, **named)

    monkeypatch.setattr(recap_module, "recap", waiting)
    return event


@pytest.mark.penuh
def test_keys_are_answered_while_folders_are_read(play: Play, go_on: threading.Event) -> None:
    async def scene(at: Pilot[object]) -> None:
        assert "Membaca kiriman…" in text(at.app)
        await at.press("r")
        assert "Kiriman sedang dibaca." in text(at.app)
        await at.press("f1")
        assert isinstance(at.app.screen, Help)
        go_on.set()
        await at.press("escape")
        await until(at, lambda: "Sumatera Utara" in text(at.app))

    play(scene, read=False)


@pytest.mark.penuh
@pytest.mark.parametrize("key", ["f", "m"])
def test_before_anything_is_read_nothing_is_said_to_be_missing(
    key: str, play: Play, go_on: threading.Event
) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press(key)
        go_on.set()
        assert "Kiriman sedang dibaca." in text(at.app)

    play(scene, read=False)


@pytest.mark.penuh
def test_what_was_read_under_another_screen_is_shown_and_told_behind_it(
    play: Play, sent: Path, go_on: threading.Event
) -> None:
    go_on.set()

    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "enter", "enter")
        await until(at, lambda: "Golkar" in text(at.app))
        go_on.clear()
        WAYS["ledger with another word"][0](sent / "11" / "naskah" / ID)
        source = at.app.screen.source
        await at.press("r", "enter")
        go_on.set()
        await until(at, lambda: not source.reading)
        await at.press("escape")
        await until(at, lambda: "isi baris ini berubah sejak dicatat" in words(at.app))
        assert "Selesai: 6 naskah" in text(at.app)

    play(scene)


@pytest.mark.penuh
def test_how_far_the_reading_is_is_told(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        source = at.app.screen.source
        source._told_at -= PACE
        source._done(3, 8)
        await until(at, lambda: "Memeriksa naskah 3/8" in text(at.app))

    play(scene)


@pytest.mark.penuh
def test_what_nobody_looks_at_any_more_is_not_read_to_its_end(play: Play) -> None:
    kept = []

    async def scene(at: Pilot[object]) -> None:
        kept.append(at.app.screen.source)

    play(scene)
    with pytest.raises(Cancelled):
        kept[0]._done(1, 8)


@pytest.mark.penuh
def test_an_error_of_the_reading_is_told(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied", "/srv/kiriman")

    monkeypatch.setattr(recap_module, "recap", broken)

    async def scene(at: Pilot[object]) -> None:
        await until(at, lambda: "Kiriman tidak dapat dibaca. /srv/kiriman" in text(at.app))

    play(scene, read=False)


@pytest.mark.penuh
def test_a_program_opened_for_a_recap_needs_no_office(play: Play) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("escape")
        assert "Ini layar pertama" in text(at.app)
        await at.press("f1", "end")
        assert "Rekap hanya membaca: kiriman tidak diubah." in text(at.app)

    play(scene)


@pytest.mark.penuh
def test_the_list_of_agreements_leads_to_a_recap_and_back(desk: Desk, sent: Path) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("r", *str(sent), "f10")
        await until(at, lambda: "Selesai:" in text(at.app))
        await at.press("escape")
        assert "1 naskah" in text(at.app)

    desk.play(scene, opened=False)


@pytest.mark.penuh
def test_what_a_stranger_called_a_folder_steers_no_terminal(play: Play, sent: Path) -> None:
    (sent / STEERING.replace("/", "")).mkdir()

    async def scene(at: Pilot[object]) -> None:
        await at.press("m", "end")
        assert "judul" in text(at.app)
        assert steers(given(at.app)) == ""
        await at.press("enter")
        assert steers(given(at.app)) == ""

    play(scene)


@pytest.mark.penuh
def test_over_a_confined_line_no_folder_outside_of_the_workspace_is_read(desk: Desk, sent: Path) -> None:
    at_work.begin(AtWork(OPERATOR, folders=(desk.folder.resolve(),)))

    async def scene(at: Pilot[object]) -> None:
        await at.press("r", *str(sent), "f10")
        await until(at, lambda: "Selesai: 0 naskah dari 0 kantor; 1 kiriman" in text(at.app))
        await at.press("m")
        assert "berkas ini di luar ruang kerja" in words(at.app)

    try:
        desk.play(scene, opened=False)
    finally:
        at_work.begin(AtWork())
