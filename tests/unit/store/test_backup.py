"""One archive of an office: what is in it, that it holds elsewhere, and that a damaged one is found."""

from __future__ import annotations

import errno
import io
import os
import tarfile
import zipfile
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration, PackChoice
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.atomic import whole_file
from kampanye_tui.store.backup import LISTING, pack, suffix_of
from kampanye_tui.store.backup_files import backup_files, outside
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.kept import kept_folders, read_kept
from kampanye_tui.store.ledger import open_ledger
from kampanye_tui.store.shelving import archive as put_away
from kampanye_tui.store.workspace import load, save
from tests.each import for_each
from tests.unit.store.archives import HOSTILE, archive, changed, checked, located, made_office, names
from tests.unit.store.saving import about

ID = "2023-kampanye-damai"
FOLDER = f"naskah/{ID}"


@pytest.fixture
def office(tmp_path: Path, agreement: Agreement, configuration: Configuration) -> Located:
    """An office with all that there is to keep."""
    (tmp_path / "kantor").mkdir()
    made_office(tmp_path / "kantor", agreement)
    return located(tmp_path / "kantor", configuration)


def test_an_archive_holds_what_an_office_keeps_in_one_order(office: Located) -> None:
    shown = [name for name in names(archive(office)) if not name.startswith(f"{FOLDER}/bukti/")]
    assert shown == [
        "kampanye.toml",
        f"{FOLDER}/.riwayat/0001.toml",
        f"{FOLDER}/buku.jsonl",
        f"{FOLDER}/naskah.toml",
        f"{FOLDER}/revisi/r01.toml",
        "register/2023.jsonl",
        LISTING,
    ]


@for_each("suffix", [".tar.gz", ".zip"])
def test_the_same_files_make_the_same_bytes(suffix: str, office: Located) -> None:
    assert archive(office, suffix) == archive(office, suffix)


@for_each("suffix", [".tar.gz", ".zip"])
def test_an_archive_is_whole(suffix: str, office: Located) -> None:
    told = checked(archive(office, suffix))
    assert (told.files, told.agreements, told.problems) == (8, 1, ())


def test_what_can_be_made_again_and_what_is_not_finished_is_left_out(office: Located) -> None:
    folder = office.folder / FOLDER
    (folder / "keluaran").mkdir()
    for name in ("keluaran/a.pdf", ".naskah.toml.x.sementara", ".a.menunggu", ".sewa"):
        (folder / name).write_bytes(b"x")
    before = names(archive(office))
    (office.folder / ".indeks").write_bytes(b"{}")
    assert (len(before), names(archive(office))) == (8, before)


def test_what_nobody_knows_in_the_folder_of_an_agreement_is_kept(office: Located) -> None:
    (office.folder / FOLDER / "surat.docx").write_bytes(b"x")
    assert f"{FOLDER}/surat.docx" in names(archive(office))


def test_a_link_is_not_followed(office: Located, tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_bytes(b"x")
    (office.folder / FOLDER / "surat.docx").symlink_to(tmp_path / "rahasia")
    assert f"{FOLDER}/surat.docx" not in names(archive(office))


def test_what_the_configuration_names_goes_along(office: Located, configuration: Configuration) -> None:
    for name in ("logo.png", "paket/satu/plugin.toml"):
        (office.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (office.folder / name).write_bytes(b"x")
    wanted = {
        "office": msgspec.structs.replace(configuration.office, logo="logo.png"),
        "packs": PackChoice(folders=("paket",)),
    }
    named = names(
        archive(
            located(office.folder, configuration)._replace(
                configuration=msgspec.structs.replace(configuration, **wanted)
            )
        )
    )
    assert named[1:3] == ["logo.png", "paket/satu/plugin.toml"]


def test_what_lies_outside_of_the_folder_is_told(office: Located, configuration: Configuration) -> None:
    elsewhere = located(office.folder, configuration, packs=PackChoice(folders=("../paket", "/srv/paket")))
    assert outside(elsewhere) == ("../paket", "/srv/paket")


def test_a_workspace_in_a_folder_below_is_named_from_the_configuration_on(
    office: Located, configuration: Configuration
) -> None:
    (office.folder / "kerja").mkdir()
    for name in ("naskah", "register"):
        (office.folder / name).rename(office.folder / "kerja" / name)
    named = names(archive(located(office.folder, configuration, workspace="kerja")))
    assert (named[0], f"kerja/{FOLDER}/naskah.toml" in named) == ("kampanye.toml", True)


def test_an_agreement_that_was_put_away_is_kept(office: Located) -> None:
    put_away(office.folder, ID)
    assert f"arsip/{ID}/naskah.toml" in names(archive(office))


def unpacked(data: bytes, folder: Path) -> Path:
    """Unpack an archive of ours as people do."""
    with tarfile.open(fileobj=io.BytesIO(data)) as opened:
        opened.extractall(folder, filter="data")
    return folder


def test_what_is_unpacked_elsewhere_is_verified_there(office: Located, tmp_path: Path) -> None:
    place = unpacked(archive(office), tmp_path / "pulih")
    (folder,) = kept_folders(place)
    assert verified(read_kept(folder)).first_break is None


def test_what_is_unpacked_elsewhere_is_edited_there(office: Located, tmp_path: Path) -> None:
    place = unpacked(archive(office), tmp_path / "pulih")
    saved = load(place, ID)
    save(saved, about(saved.agreement, "Tiga"))
    assert load(place, ID).agreement.topic == "Tiga"


def test_what_is_unpacked_from_a_zip_is_the_same(office: Located, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(office, ".zip"))) as opened:
        opened.extractall(tmp_path / "zip")
    unpacked(archive(office), tmp_path / "tar")
    both = [
        {p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file()}
        for root in (tmp_path / "zip", tmp_path / "tar")
    ]
    assert both[0] == both[1]


def test_permissions_and_times_are_kept(office: Located, tmp_path: Path) -> None:
    text = office.folder / FOLDER / "naskah.toml"
    text.chmod(0o600)
    os.utime(text, (1_700_000_000, 1_700_000_000))
    found = (unpacked(archive(office), tmp_path / "pulih") / FOLDER / "naskah.toml").stat()
    assert (found.st_mode & 0o777, found.st_mtime) == (0o600, 1_700_000_000)


def test_a_file_whose_name_no_archive_takes_is_refused_by_its_name(office: Located) -> None:
    (office.folder / FOLDER / "a\nb").write_bytes(b"x")
    with pytest.raises(Refused, match="tidak dapat disimpan dalam cadangan"):
        archive(office)


def test_a_file_that_changed_is_found(office: Located) -> None:
    told = checked(changed(archive(office), "kampanye.toml", b"format = 2\n"))
    assert [str(one) for one in told.problems] == [
        "kampanye.toml: hilang, berubah, atau tidak tertulis dalam DAFTAR-SHA256.txt."
    ]


def test_a_file_that_is_missing_is_found(office: Located) -> None:
    told = checked(changed(archive(office), f"{FOLDER}/buku.jsonl", None))
    assert told.problems[0].file == f"{FOLDER}/buku.jsonl"


def test_a_ledger_that_does_not_hold_is_found_in_its_archive(office: Located) -> None:
    ledger = office.folder / FOLDER / "buku.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"ani"', b'"ana"'))
    told = checked(archive(office))
    assert [(one.file, one.line) for one in told.problems][:1] == [(f"{FOLDER}/buku.jsonl", 1)]


def test_a_register_that_does_not_hold_is_found_in_its_archive(office: Located) -> None:
    register = office.folder / "register" / "2023.jsonl"
    register.write_bytes(register.read_bytes().replace(b"BA", b"BB"))
    assert [one.file for one in checked(archive(office)).problems] == ["register/2023.jsonl"]


def test_an_archive_cut_anywhere_is_none(office: Located) -> None:
    data = archive(office)
    for cut in (*range(0, len(data), len(data) // 30), len(data) - 1):
        with pytest.raises(Refused):
            checked(data[:cut])


@for_each("data", HOSTILE)
def test_what_is_no_archive_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        checked(data)
    assert caught.value.problems[0].file == "cadangan"


def test_a_ledger_is_locked_while_its_agreement_is_read(
    office: Located, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kampanye_tui.store import backup_files as module

    held: list[str] = []
    locked = module.locked

    def noted(path: Path):
        held.append(path.name)
        return locked(path)

    monkeypatch.setattr(module, "locked", noted)
    archive(office)
    assert held == [".kunci", "buku.jsonl", "2023.jsonl"]


def test_a_backup_changes_nothing(office: Located) -> None:
    before = {path: path.read_bytes() for path in office.folder.rglob("*") if path.is_file()}
    archive(office)
    assert {path: path.read_bytes() for path in office.folder.rglob("*") if path.is_file()} == before
    assert len(open_ledger(office.folder / FOLDER, ID).book.events) == 1


SUFFIXES = {"a.tar.gz": ".tar.gz", "a.TGZ": ".tgz", "a.zip": ".zip", "a.pdf": "", "zip": ""}


@for_each("case", {name: (name, suffix) for name, suffix in SUFFIXES.items()})
def test_the_kind_of_an_archive_is_told_by_its_name(case: tuple[str, str]) -> None:
    assert suffix_of(Path(case[0])) == case[1]


def test_what_cannot_be_read_is_named_and_not_the_archive(
    office: Located, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _label: str, _largest: int) -> bytes:
        raise OSError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("kampanye_tui.store.backup_files.kept_bytes", refused)
    with pytest.raises(OSError) as caught, whole_file(tmp_path / "a.zip") as stream:
        pack(backup_files(office), stream, ".zip")
    assert Path(caught.value.filename).parent == office.folder / FOLDER / ".riwayat"
