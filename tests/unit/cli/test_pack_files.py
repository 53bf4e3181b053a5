"""``paket kemas`` and ``paket pasang``: one file, its code for the telephone, a pack of the user's own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.office import Command
from tests.unit.plugin.packs import TERMS, python_pack, terms_pack


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "kampanye"


Answer = Callable[[str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Type something at the next question."""

    def typed(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))

    return typed


def made(office: Path, kampanye: Command, text: str = "uji") -> str:
    """Write a pack apart from the office and return the name of its zip file."""
    terms_pack(office / "kerja", "baik", "kata_uji", text)
    return kampanye("paket", "kemas", "kerja/baik", "--timpa").out.strip()


def code(told: str) -> str:
    """Return the code for the telephone that was shown."""
    return next(line for line in told.splitlines() if line.startswith("Kode paket: "))


def state(kampanye: Command, pack: str) -> str:
    """Return what became of a pack."""
    rows = json.loads(kampanye("paket", "daftar", "--json").out)
    return next(row["keadaan"] for row in rows if row["id"] == pack)


def test_the_code_of_the_sender_is_shown_to_the_receiver(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    terms_pack(office / "kerja", "baik", "kata_uji", "uji")
    sent = kampanye("paket", "kemas", "kerja/baik").err
    answer("tidak")
    assert code(kampanye("paket", "pasang", "baik.zip").err) == code(sent)


def test_an_installed_pack_is_used(office: Path, home: Path, kampanye: Command, answer: Answer) -> None:
    name = made(office, kampanye)
    answer("ya")
    assert (kampanye("paket", "pasang", name).code, state(kampanye, "baik")) == (0, "dipakai")


def test_without_a_yes_nothing_is_installed(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    name = made(office, kampanye)
    answer("")
    assert (kampanye("paket", "pasang", name).code, (home / "paket").exists()) == (1, False)


def test_an_earlier_version_is_put_aside_whole(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    for text in ("satu", "dua"):
        name = made(office, kampanye, text)
        answer("ya")
        kampanye("paket", "pasang", name)
    kept = (home / "paket" / ".baik-lama-1" / "istilah.toml").read_text()
    assert ("satu" in kept, "dua" in (home / "paket" / "baik" / "istilah.toml").read_text()) == (True, True)


def test_the_same_pack_again_changes_nothing(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    for _ in range(2):
        name = made(office, kampanye)
        answer("ya")
        kampanye("paket", "pasang", name)
    assert [path.name for path in (home / "paket").iterdir()] == ["baik"]


def test_a_zip_that_leads_elsewhere_leaves_no_trace(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    from tests.unit.plugin.test_unpacking import zipped

    (office / "jahat.zip").write_bytes(zipped(("uji/plugin.toml", b"x"), ("uji/../../keluar", b"x")))
    answer("ya")
    assert kampanye("paket", "pasang", "jahat.zip").code == 2
    assert (home.exists(), list(office.parent.glob("keluar"))) == (False, [])


def test_a_pack_of_the_office_with_that_id_is_told(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    name = made(office, kampanye)
    terms_pack(office / "plugins", "baik", "kata_uji", "kantor")
    config = office / "kampanye.toml"
    config.write_text(config.read_text().replace("folder = []", 'folder = ["plugins"]'))
    answer("ya")
    assert "itulah yang dipakai" in kampanye("paket", "pasang", name).err


def test_code_that_was_installed_waits_to_be_accepted(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    python_pack(office / "kerja", "kode", TERMS)
    kampanye("paket", "kemas", "kerja/kode")
    answer("ya")
    kampanye("paket", "pasang", "kode.zip")
    assert state(kampanye, "kode") == "menunggu persetujuan"


def test_who_packs_is_told_what_the_receiver_types(office: Path, home: Path, kampanye: Command) -> None:
    terms_pack(office / "kerja", "baik", "kata_uji", "uji")
    told = kampanye("paket", "kemas", "kerja/baik").err.splitlines()
    assert told[-1] == "Penerima memasangnya dengan: kampanye paket pasang baik.zip"


def test_who_installs_is_told_whether_the_pack_is_used_here(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    name = made(office, kampanye)
    answer("ya")
    assert kampanye("paket", "pasang", name).err.splitlines()[-1] == "Keadaannya di kantor ini: dipakai"


def test_who_installs_a_pack_of_another_region_is_told_so(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    terms_pack(office / "kerja", "baik", "kata_uji", "uji", region="53.09")
    name = kampanye("paket", "kemas", "kerja/baik").out.strip()
    answer("ya")
    told = kampanye("paket", "pasang", name).err.splitlines()
    assert told[-1] == "Keadaannya di kantor ini: wilayah lain; untuk wilayah 53.09"


def test_who_installs_a_pack_that_cannot_be_used_is_told_why(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    wrong = terms_pack(office / "kerja", "baik", "kata_uji", "uji") / "istilah.toml"
    wrong.write_text(wrong.read_text().replace("nilai", "nilay"))
    name = kampanye("paket", "kemas", "kerja/baik").out.strip()
    answer("ya")
    told = kampanye("paket", "pasang", name).err
    assert "\nKeadaannya di kantor ini: tidak dipakai; baik/istilah.toml, [[istilah]] ke-1" in told


def test_who_installs_before_there_is_an_office_is_told_how_to_begin_one(
    office: Path, home: Path, kampanye: Command, answer: Answer
) -> None:
    name = made(office, kampanye)
    (office / "kampanye.toml").unlink()
    answer("ya")
    told = kampanye("paket", "pasang", name).err.splitlines()
    assert told[-1] == "Di folder ini belum ada kantor; buat dengan: kampanye mulai"
