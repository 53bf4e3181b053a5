"""What lies in a folder that somebody sent, and what is read of it: nothing is followed, run or believed."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.store.arrivals import Arrival, arrivals, content_of
from kampanye_tui.store.plain_file import LARGEST_CHAIN

TEXT = b"format = 1\n"


def put(path: Path, data: bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def zipped(path: Path, *entries: tuple[str | ZipInfo, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w", ZIP_DEFLATED) as bundle:
        for name, data in entries:
            bundle.writestr(name, data)
    return path


def found(place: Path) -> list[str]:
    """Return what lies in a place, relative to it; of problems the place and the words."""
    return [
        one.label.removeprefix(f"{place}/")
        if isinstance(one, Arrival)
        else f"! {one.file.removeprefix(f'{place}/')}: {one.what}"
        for one in arrivals(place)
    ]


def refused(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        content_of(Arrival(path, path.name, is_zip=path.suffix == ".zip"))
    return str(caught.value)


def test_a_workspace_gives_its_agreements(tmp_path: Path) -> None:
    put(tmp_path / "naskah" / "b" / "naskah.toml")
    put(tmp_path / "naskah" / "a" / "naskah.toml")
    put(tmp_path / "arsip" / "c" / "naskah.toml")
    assert found(tmp_path) == ["naskah/a", "naskah/b"]


def test_workspaces_and_bundles_may_stand_in_folders_of_provinces(tmp_path: Path) -> None:
    put(tmp_path / "banten" / "36.74" / "naskah" / "a" / "naskah.toml")
    put(tmp_path / "banten" / "36.71" / "buku.jsonl")
    put(tmp_path / "bali" / "bukti.ZIP")
    put(tmp_path / "catatan.txt")
    assert found(tmp_path) == ["bali/bukti.ZIP", "banten/36.71", "banten/36.74/naskah/a"]


def test_an_office_without_an_agreement_is_told(tmp_path: Path) -> None:
    put(tmp_path / "36.74" / "kampanye.toml")
    put(tmp_path / "36.75" / "surat.docx")
    assert found(tmp_path) == [
        "! 36.74: tidak memuat naskah atau berkas bukti",
        "! 36.75: tidak memuat naskah atau berkas bukti",
    ]


def test_a_workspace_that_its_configuration_puts_elsewhere_is_not_gone_to(tmp_path: Path) -> None:
    put(tmp_path / "lain" / "naskah" / "a" / "naskah.toml")
    put(tmp_path / "kiriman" / "kampanye.toml", b'format = 1\n[ruang_kerja]\nfolder = "../lain"\n')
    assert found(tmp_path / "kiriman")[0].endswith("tidak memuat naskah atau berkas bukti")


@pytest.mark.parametrize("link", ["kantor", "kantor/naskah", "kantor/naskah/a"])
def test_no_link_is_followed(link: str, tmp_path: Path) -> None:
    put(tmp_path / "lain" / "naskah" / "a" / "naskah.toml")
    put(tmp_path / "lain" / "a" / "naskah.toml")
    path = tmp_path / "kiriman" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "lain")
    assert found(tmp_path / "kiriman") == [f"! {link}: tautan, tidak diikuti"]


def test_folders_are_not_gone_down_for_ever(tmp_path: Path) -> None:
    put(tmp_path / "1" / "2" / "3" / "4" / "5" / "6" / "naskah.toml")
    assert found(tmp_path) == ["! 1/2/3/4/5: lebih dari 4 folder di bawah yang disebut"]


def test_a_name_that_steers_a_terminal_is_written_out(tmp_path: Path) -> None:
    put(tmp_path / "\x1b[2J" / "naskah.toml")
    assert found(tmp_path) == ["<U+001B>[2J"]


def test_a_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    put(tmp_path / os.fsdecode(b"\xff") / "naskah.toml")
    assert found(tmp_path) == ["<U+DCFF>"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert [one.what for one in arrivals(tmp_path / "x") if isinstance(one, Problem)] == ["tidak ada"]


def test_of_a_bundle_nothing_but_the_agreement_is_read(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "bukti.zip",
        ("naskah.toml", TEXT),
        ("buku.jsonl", b"x\n"),
        ("revisi/r01.toml", TEXT),
        ("../../etc/naskah.toml", b"jahat"),
        ("lain/naskah.toml", b"jahat"),
        ("revisi/r1.toml", b"jahat"),
    )
    kept = content_of(Arrival(path, "bukti.zip", is_zip=True)).kept
    assert (kept.text, kept.ledger, kept.revisions, kept.for_outsiders) == (TEXT, b"x\n", {1: TEXT}, True)


def test_a_bundle_that_swells_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bom.zip", ("buku.jsonl", b"\0" * (LARGEST_CHAIN + 1)))
    assert path.stat().st_size < 100_000
    assert "terlalu besar" in refused(path)


def test_a_bundle_with_one_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped(tmp_path / "b.zip", ("naskah.toml", TEXT), ("naskah.toml", b"lain"))
    assert "dua berkas dengan nama yang sama" in refused(path)


def test_a_bundle_that_lists_very_much_is_refused_before_the_list_is_read(tmp_path: Path) -> None:
    entries = ((f"{number:0200}", b"") for number in range(5000))
    assert "daftar isinya terlalu panjang" in refused(zipped(tmp_path / "b.zip", *entries))


def test_a_link_in_a_bundle_is_refused(tmp_path: Path) -> None:
    entry = ZipInfo("naskah.toml")
    entry.external_attr = 0o120777 << 16
    assert "bukan berkas biasa" in refused(zipped(tmp_path / "b.zip", (entry, b"/etc/passwd")))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rusak", b"bukan zip" * 100])
def test_a_bundle_that_is_not_whole_is_refused(data: bytes, tmp_path: Path) -> None:
    assert "bukan berkas zip yang utuh" in refused(put(tmp_path / "b.zip", data))


def test_a_bundle_of_something_else_is_told(tmp_path: Path) -> None:
    assert "tidak memuat naskah" in refused(zipped(tmp_path / "b.zip", ("foto.jpg", b"x")))


def test_the_same_bytes_under_another_name_are_others(tmp_path: Path) -> None:
    one, other = tmp_path / "1" / "a", tmp_path / "2" / "a"
    put(one / "revisi" / "r01.toml")
    put(other / "revisi" / "r02.toml")
    assert content_of(Arrival(one, "a")).sha256 != content_of(Arrival(other, "a")).sha256
