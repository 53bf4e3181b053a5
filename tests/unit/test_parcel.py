"""An office by value: another machine, which sees none of its folders, makes the same bytes of it."""

from __future__ import annotations

import pickle
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image

from kampanye_tui import one_office, parcel
from kampanye_tui.batch import batch
from kampanye_tui.export import Finished
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.batch import Done, Output
from kampanye_tui.model.own_packs import OwnAcceptance, OwnPacks
from kampanye_tui.model.problem import Refused
from kampanye_tui.one_office import Papers, Task, asked, order_of, papers_of, write_papers
from kampanye_tui.plugin.folder import fingerprint, read_files
from kampanye_tui.store.own_packs import LOGS, write_own
from kampanye_tui.store.settings import data_home
from tests.country import ID, country
from tests.unit.plugin.packs import TERMS, accept, python_pack, stakeholder_pack
from tests.unit.test_batch import OFFICE, alone, digests

HEARD = """
@hookimpl
def kampanye_exported(receipt):
    print(receipt.path.name)
"""
MORE = """[huruf]
biasa = "../huruf/a.otf"
tebal = "../huruf/b.otf"
miring = "../huruf/c.otf"
tebal_miring = "../huruf/d.otf"
[paket]
folder = ["../paket", "../tidak-ada"]
"""
PIN = '[[paket.setuju]]\nid = "{0.id}"\nsha256 = "{0.fingerprint}"\n'


@dataclass
class Elsewhere(Executor):
    """Works at once on what it is handed pickled, while the folders of the offices are away.

    Home and temporary folders are those of another machine as well; ``seen`` is what lay in the latter.
    """

    offices: Path
    machine: Path
    monkeypatch: pytest.MonkeyPatch
    seen: list[Path] = field(default_factory=list)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        handed = pickle.dumps((fn, args))
        away = self.offices.with_name("tidak-terlihat")
        self.offices.rename(away)
        temporary = self.machine / "tmp"
        temporary.mkdir(parents=True, exist_ok=True)
        future: Future[Any] = Future()
        try:
            with self.monkeypatch.context() as there:
                there.setenv("HOME", str(self.machine))
                for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
                    there.setenv(name, str(self.machine / name))
                there.setattr(tempfile, "tempdir", str(temporary))
                there.chdir(self.machine)
                work, given = pickle.loads(handed)
                future.set_result(pickle.loads(pickle.dumps(work(*given))))
                self.seen += temporary.rglob("*")
        finally:
            away.rename(self.offices)
        return future


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two offices with all that papers are made of: texts, ledger, logo, typeface, packs of every kind."""
    kantor = tmp_path / "kantor"
    (saved,) = country(kantor, 1)
    logo = kantor / "gambar" / "logo.png"
    logo.parent.mkdir()
    Image.new("RGB", (40, 30), (180, 20, 20)).save(logo)
    text = saved.folder / "naskah" / ID / "naskah.toml"
    text.write_text(text.read_text().replace("[kantor]\n", '[kantor]\nlogo = "../gambar/logo.png"\n'))
    (saved.folder / "kampanye.toml").write_text(OFFICE.format(region=saved.code))
    usual = default_fonts()
    (kantor / "huruf").mkdir()
    for name, path in zip("abcd", (usual.regular, usual.bold, usual.italic, usual.bold_italic), strict=True):
        (kantor / "huruf" / f"{name}.otf").write_bytes(path.read_bytes())
    shelf = kantor / "paket"
    stakeholder_pack(shelf)
    packs = (
        python_pack(shelf, "kata-uji", TERMS),
        python_pack(shelf, "dengar", HEARD, ["kampanye_exported"]),
        python_pack(shelf, "longgar", TERMS.replace("kata_uji", "kata_longgar")),
    )
    python_pack(shelf, "belum", TERMS.replace("kata_uji", "kata_belum"))
    pins = "".join(map(PIN.format, accept(*packs)))
    (shelf / "longgar" / "modul.py").chmod(0o666)
    stakeholder_pack(shelf, "tautan", "badan-lain")
    (shelf / "tautan" / "keluar.toml").symlink_to(logo)
    composed = kantor / "36.74"
    composed.mkdir()
    office = OFFICE.format(region="36.74").replace("[pemilu]", 'logo = "../gambar/logo.png"\n[pemilu]')
    (composed / "kampanye.toml").write_text(office + MORE + pins)
    return tmp_path


def tasks(desk: Path, target: str = "keluaran") -> tuple[Task, ...]:
    kantor = desk / "kantor"
    return tuple(
        Task(str(kantor / name / "kampanye.toml"), str(desk / target / name), ("naskah",), ("pdf", "json"))
        for name in ("11", "36.74")
    )


@pytest.fixture
def elsewhere(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    # A machine that has nothing yet of what it shares between offices.
    parcel._shared.cache_clear()
    return Elsewhere(desk / "kantor", desk / "mesin", monkeypatch)


def told(results: Iterable[Done]) -> list[Done]:
    """Return what became of offices but for their folders, of which each run has its own."""
    return [msgspec.structs.replace(one, folder="") for one in results]


def test_another_machine_makes_the_same_of_an_office(desk: Path, elsewhere: Elsewhere) -> None:
    here = batch(tasks(desk, "sini"), alone)
    there = batch(tasks(desk, "sana"), lambda: elsewhere, by_value=True)
    assert [one.problems for one in here] == [(), ()]
    assert {one.id for one in here[1].packs} == {"nasional", "uji", "kata-uji", "dengar"}
    assert told(there) == told(here)
    assert digests(desk / "sana") == digests(desk / "sini")


def test_no_text_of_an_office_stays_on_another_machine(desk: Path, elsewhere: Elsewhere) -> None:
    batch(tasks(desk), lambda: elsewhere, by_value=True)
    left = {path.name for path in elsewhere.seen if path.is_file()}
    assert left & {"kampanye.toml", "naskah.toml", "buku.jsonl", "logo.png"} == set()


def test_packs_hear_of_what_is_new_where_it_is_written(
    desk: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(desk / "data"))
    for _run in range(2):
        batch(tasks(desk), lambda: elsewhere, by_value=True)
    heard = data_home() / LOGS / "dengar.log"
    assert heard.read_text().split() == ["naskah.pdf", "naskah.json"]
    assert not list(elsewhere.machine.rglob("dengar.log"))


def test_packs_that_somebody_cleaned_away_are_unpacked_again(desk: Path, elsewhere: Elsewhere) -> None:
    first = batch(tasks(desk, "dahulu")[1:], lambda: elsewhere, by_value=True)
    for shared in (elsewhere.machine / "tmp").iterdir():
        shutil.rmtree(shared)
    later = batch(tasks(desk, "kini")[1:], lambda: elsewhere, by_value=True)
    assert (first[0].problems, told(later)) == ((), told(first))


def test_code_is_not_left_out_where_others_could_change_it(desk: Path, elsewhere: Elsewhere) -> None:
    (elsewhere.machine / "tmp").mkdir(parents=True)
    (elsewhere.machine / "tmp").chmod(0o777)
    (done,) = batch(tasks(desk)[1:], lambda: elsewhere, by_value=True)
    (said,) = done.problems
    assert re.fullmatch(
        r"Di komputer pekerja \S+, \S+/mesin/tmp dapat ditulisi oleh semua pengguna\. "
        r'Cabut izin itu dengan: chmod go-w "\S+/mesin/tmp"',
        said,
    )


BROKEN: dict[str, Callable[[Path], object]] = {
    "no logo": lambda kantor: (kantor / "gambar" / "logo.png").unlink(),
    "a logo that is none": lambda kantor: (kantor / "gambar" / "logo.png").write_bytes(b"bukan gambar"),
    "a text that is none": lambda kantor: (kantor / "11" / "naskah" / ID / "naskah.toml").write_text("["),
    "a ledger that is none": lambda kantor: (kantor / "11" / "naskah" / ID / "buku.jsonl").write_text("x\n"),
    "two texts": lambda kantor: shutil.copytree(kantor / "11" / "naskah" / ID, kantor / "11/naskah/lain"),
    "no configuration": lambda kantor: (kantor / "11" / "kampanye.toml").unlink(),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_wrong_is_told_alike(broken: str, desk: Path, elsewhere: Elsewhere) -> None:
    BROKEN[broken](desk / "kantor")
    here = batch(tasks(desk)[:1], alone)
    assert batch(tasks(desk)[:1], lambda: elsewhere, by_value=True) == here
    assert here[0].problems


def test_a_typeface_that_is_missing_is_told_by_its_file(desk: Path, elsewhere: Elsewhere) -> None:
    (desk / "kantor" / "huruf" / "b.otf").unlink()
    (done,) = batch(tasks(desk)[1:], lambda: elsewhere, by_value=True)
    assert done.problems == ("Jenis huruf tebal (huruf/bold/b.otf) tidak ada. Periksa tabel [huruf].",)


CHANGES: dict[str, Callable[[Path], object]] = {
    "configuration": lambda kantor: _add(kantor / "36.74" / "kampanye.toml", "\n"),
    "logo": lambda kantor: _add(kantor / "gambar" / "logo.png", " "),
    "typeface": lambda kantor: _add(kantor / "huruf" / "c.otf", " "),
    "pack": lambda kantor: _add(kantor / "paket" / "uji" / "pihak.toml", "\n"),
    "another pack": lambda kantor: stakeholder_pack(kantor / "paket", "baru", "badan-baru"),
    "a shelf": lambda kantor: stakeholder_pack(kantor / "tidak-ada", "baru", "badan-baru"),
    "a name that is no text": lambda kantor: (kantor / "paket" / "\udcff").mkdir(),
}
CHANGES_OF_A_TEXT: dict[str, Callable[[Path], object]] = {
    "text": lambda kantor: _add(kantor / "11" / "naskah" / ID / "naskah.toml", "\n"),
    "ledger": lambda kantor: _add(kantor / "11" / "naskah" / ID / "buku.jsonl", "\n"),
    "logo": CHANGES["logo"],
}


def _add(path: Path, more: str) -> None:
    with path.open("a") as stream:
        stream.write(more)


@pytest.mark.parametrize(
    ("office", "change"),
    [*((1, change) for change in CHANGES.values()), *((0, change) for change in CHANGES_OF_A_TEXT.values())],
    ids=[*CHANGES, *(f"{name} of a saved text" for name in CHANGES_OF_A_TEXT)],
)
def test_whatever_papers_are_made_of_has_a_say_in_what_is_asked(
    office: int, change: Callable[[Path], object], desk: Path
) -> None:
    task = tasks(desk)[office]
    before = asked(task), asked(task)
    change(desk / "kantor")
    after = asked(task)
    assert (before[0] == before[1], after == before[0]) == (True, False)


USERS: dict[str, Callable[[Path], OwnPacks]] = {
    "a pack that is off": lambda _shelf: OwnPacks(off=("uji",)),
    "a pack that is accepted": lambda shelf: OwnPacks(
        accepted=(
            OwnAcceptance(id="belum", fingerprint=fingerprint(read_files(shelf / "belum")), version="1"),
        )
    ),
}


@pytest.mark.parametrize("choice", USERS)
def test_what_the_user_chose_has_a_say_in_what_is_asked(
    choice: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(desk / "data"))
    task = tasks(desk)[1]
    before = asked(task)
    write_own(data_home(), USERS[choice](desk / "kantor" / "paket"))
    assert asked(task) != before


def test_the_program_has_a_say_in_what_is_asked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task = tasks(desk)[0]
    before = asked(task)
    monkeypatch.setattr(one_office, "here", lambda: parcel.here() | {"fpdf2": "2.8.1"})
    assert asked(task) != before


def test_no_folder_of_the_user_goes_along(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(desk / "milik-sendiri"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "milik-sendiri"))
    assert b"milik-sendiri" not in pickle.dumps(order_of(tasks(desk)[1]))


def test_only_the_user_of_a_worker_reads_what_it_unpacked(desk: Path, elsewhere: Elsewhere) -> None:
    batch(tasks(desk), lambda: elsewhere, by_value=True)
    assert {path.stat().st_mode & 0o777 for path in elsewhere.seen if path.is_file()} == {0o600}


def test_outputs_and_history_have_no_say_in_what_is_asked(desk: Path) -> None:
    task = tasks(desk)[0]
    before = asked(task)
    folder = desk / "kantor" / "11" / "naskah" / ID
    (folder / "keluaran").mkdir()
    (folder / "keluaran" / "naskah.pdf").write_bytes(b"lama")
    assert asked(task) == before


def test_a_machine_with_another_program_says_so(desk: Path) -> None:
    order = order_of(tasks(desk)[0])
    done = papers_of(order._replace(versions=order.versions | {"kampanye-tui": "0.0.1"}))
    assert isinstance(done, Done)
    assert "memakai versi lain: kampanye-tui" in done.problems[0]


def test_a_program_of_the_same_version_with_other_words_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "kampanye_tui"
    own = Path(parcel.__file__).parent
    shutil.copytree(own, copy, ignore=shutil.ignore_patterns("__pycache__"))
    said = {"as it is": _said_in(copy, monkeypatch)}
    _add(copy / "tui" / "app.py", "#")
    said["another screen"] = _said_in(copy, monkeypatch)
    _add(copy / "national" / "plugin.toml", "#")
    said["other words"] = _said_in(copy, monkeypatch)
    assert said["as it is"] == said["another screen"] == parcel.here()
    assert said["other words"] != said["as it is"]


def _said_in(copy: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return what a program that lies elsewhere says of itself."""
    parcel._program.cache_clear()
    with monkeypatch.context() as there:
        there.setattr(parcel, "__file__", str(copy / "parcel.py"))
        said = parcel.here()
    parcel._program.cache_clear()
    return said


@pytest.mark.parametrize("name", ["../keluar.pdf", "/tmp/keluar.pdf", "a/b.pdf", "..", "", "a\nb.pdf"])
def test_a_name_that_leads_elsewhere_is_not_written(name: str, desk: Path) -> None:
    order = order_of(tasks(desk)[0])
    found = papers_of(order)
    assert isinstance(found, Papers)
    file = Finished(name, "pdf", "nasional/naskah", 1, b"%PDF-")
    with pytest.raises(Refused, match="Pekerja mengirim berkas bernama"):
        write_papers(order.task, found._replace(files=(*found.files, file)), order.asked)
    assert not (desk / "keluaran").exists()


def test_what_comes_back_says_neither_what_was_asked_nor_where_files_go(desk: Path) -> None:
    task = tasks(desk)[0]._replace(folder="")
    order = order_of(task)
    found = papers_of(order)
    assert isinstance(found, Papers)
    done = write_papers(task, found._replace(agreement="../../../lain"), order.asked)
    assert (done.folder, done.asked) == (
        str(desk / "kantor" / "11" / "naskah" / ID / "keluaran"),
        asked(task),
    )


def test_what_comes_back_without_papers_is_an_office_without_papers(desk: Path) -> None:
    task = tasks(desk)[0]
    claimed = Output(name="naskah.pdf", pages=1, size=5, sha256="0" * 64)
    done = write_papers(task, Done(configuration="lain", files=(claimed,), problems=("sakit",)), "")
    assert done == Done(configuration=task.configuration, folder=task.folder, problems=("sakit",))
