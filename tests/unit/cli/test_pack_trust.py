"""``paket rincian``, ``setujui``, ``cabut``, ``aktifkan``, ``nonaktifkan``, and ``--tanpa-paket``."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.office import SAMPLE, Command, accepting, edit
from tests.unit.plugin.packs import TERMS, python_pack, terms_pack

Answer = Callable[[str], None]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "kampanye"


@pytest.fixture
def pack(office: Path) -> Path:
    """A Python pack of the office that waits."""
    (office / "kampanye.toml").write_text(SAMPLE)
    return python_pack(office / "plugins", "kode", TERMS)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Type something at the next question."""

    def typed(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))

    return typed


@pytest.fixture
def accepted(pack: Path, kampanye: Command, answer: Answer) -> Path:
    """The pack, accepted by the user."""
    answer("kode")
    assert kampanye("paket", "setujui", "kode").code == 0
    return pack


def state(kampanye: Command, *options: str) -> str:
    """Return what became of the pack."""
    rows = json.loads(kampanye("paket", "daftar", "--json", *options).out)
    return next(row["keadaan"] for row in rows if row["id"] == "kode")


@pytest.mark.usefixtures("accepted")
def test_a_pack_is_accepted_by_typing_its_id(kampanye: Command) -> None:
    assert state(kampanye) == "dipakai"


@pytest.mark.usefixtures("accepted")
def test_an_accepted_pack_works(kampanye: Command) -> None:
    assert "Paket kode" not in kampanye("lihat").err


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize("typed", ["", "ya", "kod"])
def test_anything_else_accepts_nothing(typed: str, kampanye: Command, answer: Answer) -> None:
    answer(typed)
    assert (kampanye("paket", "setujui", "kode").code, state(kampanye)) == (1, "menunggu persetujuan")


@pytest.mark.usefixtures("accepted")
def test_the_office_configuration_is_not_rewritten(office: Path) -> None:
    assert (office / "kampanye.toml").read_text() == SAMPLE


def test_a_changed_byte_waits_again(accepted: Path, kampanye: Command) -> None:
    (accepted / "modul.py").write_text(f"{(accepted / 'modul.py').read_text()}#\n")
    assert state(kampanye) == "menunggu persetujuan"


def test_what_changed_since_it_was_accepted_is_shown(accepted: Path, kampanye: Command) -> None:
    (accepted / "modul.py").write_text(
        (accepted / "modul.py").read_text().replace('text="uji"', 'text="lain"')
    )
    out = kampanye("paket", "rincian", "kode").out.splitlines()
    changed = [line.strip() for line in out if "return [Term" in line]
    assert changed == [
        '-    return [Term(name="kata_uji", text="uji")]',
        '+    return [Term(name="kata_uji", text="lain")]',
    ]


@pytest.mark.usefixtures("pack")
def test_what_a_pack_does_is_said_in_words_before_it_is_accepted(kampanye: Command, answer: Answer) -> None:
    answer("")
    assert "Yang dilakukannya: menambah istilah" in kampanye("paket", "setujui", "kode").out.splitlines()


def test_no_command_about_packs_runs_their_code(office: Path, kampanye: Command, answer: Answer) -> None:
    (office / "kampanye.toml").write_text(SAMPLE)
    trace = office / "jejak"
    accepting(office, python_pack(office / "plugins", "kode", f"open({str(trace)!r}, 'w')\n{TERMS}"))
    for command in (("daftar",), ("rincian", "kode"), ("nonaktifkan", "kode"), ("aktifkan", "kode")):
        assert kampanye("paket", *command).code == 0
    assert not trace.exists()


@pytest.mark.usefixtures("accepted")
def test_an_acceptance_can_be_revoked(kampanye: Command) -> None:
    kampanye("paket", "cabut", "kode")
    assert state(kampanye) == "menunggu persetujuan"


@pytest.mark.usefixtures("accepted")
def test_with_hanya_admin_what_a_user_accepted_does_not_count(office: Path, kampanye: Command) -> None:
    edit(office, "[paket]\n", "[paket]\nhanya_admin = true\n")
    assert state(kampanye) == "menunggu persetujuan"


@pytest.mark.usefixtures("pack")
def test_with_hanya_admin_a_user_accepts_nothing(office: Path, kampanye: Command, answer: Answer) -> None:
    edit(office, "[paket]\n", "[paket]\nhanya_admin = true\n")
    answer("kode")
    assert kampanye("paket", "setujui", "kode").code == 1


def test_what_the_office_pinned_no_user_changes(
    office: Path, pack: Path, kampanye: Command, answer: Answer
) -> None:
    accepting(office, pack)
    (pack / "modul.py").write_text(f"{(pack / 'modul.py').read_text()}#\n")
    answer("kode")
    assert (kampanye("paket", "setujui", "kode").code, state(kampanye)) == (1, "menunggu persetujuan")


def test_data_packs_work_without_being_accepted_and_with_hanya_admin(
    office: Path, pack: Path, kampanye: Command
) -> None:
    edit(office, "[paket]\n", "[paket]\nhanya_admin = true\n")
    terms_pack(office / "plugins", "data-saja", "kata_uji", "uji")
    rows = json.loads(kampanye("paket", "daftar", "--json").out)
    assert next(row["keadaan"] for row in rows if row["id"] == "data-saja") == "dipakai"


def test_a_pack_that_others_can_write_is_not_accepted(pack: Path, kampanye: Command, answer: Answer) -> None:
    (pack / "modul.py").chmod(0o666)
    answer("kode")
    told = kampanye("paket", "setujui", "kode")
    assert (told.code, "dapat ditulisi oleh semua pengguna" in told.err) == (2, True)


def test_accepted_code_that_others_can_write_does_not_run(accepted: Path, kampanye: Command) -> None:
    (accepted / "modul.py").chmod(0o666)
    assert state(kampanye) == "tidak dipakai"


@pytest.mark.usefixtures("accepted")
def test_a_pack_is_turned_off_and_on(kampanye: Command) -> None:
    kampanye("paket", "nonaktifkan", "kode")
    off = state(kampanye)
    kampanye("paket", "aktifkan", "kode")
    assert (off, state(kampanye)) == ("nonaktif", "dipakai")


@pytest.mark.usefixtures("pack")
def test_the_national_pack_is_not_turned_off(kampanye: Command) -> None:
    assert kampanye("paket", "nonaktifkan", "nasional").code == 2


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("option", ["--tanpa-paket", "--tanpa-paket=kode"])
def test_a_pack_is_left_out_this_once(option: str, kampanye: Command) -> None:
    assert (state(kampanye, option), state(kampanye)) == ("nonaktif", "dipakai")


@pytest.mark.usefixtures("accepted")
def test_leaving_out_another_pack_leaves_this_one(kampanye: Command) -> None:
    assert state(kampanye, "--tanpa-paket=lain") == "dipakai"


def test_a_pack_that_is_left_out_is_not_loaded(office: Path, kampanye: Command) -> None:
    (office / "kampanye.toml").write_text(SAMPLE)
    trace = office / "jejak"
    accepting(office, python_pack(office / "plugins", "kode", f"open({str(trace)!r}, 'w')\n{TERMS}"))
    kampanye("--tanpa-paket", "lihat")
    assert not trace.exists()


@pytest.mark.usefixtures("accepted")
def test_an_own_file_that_cannot_be_read_stops_nobody(home: Path, kampanye: Command) -> None:
    (home / "paket.toml").write_text("ini bukan TOML\n")
    assert (kampanye("lihat").code, state(kampanye)) == (0, "menunggu persetujuan")


@pytest.mark.usefixtures("pack")
def test_an_unknown_pack_is_told_with_the_likely_one(kampanye: Command) -> None:
    assert 'Mungkin maksudnya "kode"' in kampanye("paket", "rincian", "kodee").err
