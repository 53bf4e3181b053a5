"""A zip file of a pack: it comes back as it was, and what leads out of its folder is refused."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.model.source import LARGEST
from kampanye_tui.plugin.folder import MOST_FILES
from kampanye_tui.plugin.unpacking import packed, unpacked
from tests.unit.plugin.packs import opened, terms_pack


def zipped(*entries: tuple[str | ZipInfo, bytes]) -> bytes:
    """Return a zip file with these entries."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as bundle:
        for name, data in entries:
            bundle.writestr(name, data)
    return stream.getvalue()


def link() -> ZipInfo:
    """Return an entry that is a link."""
    entry = ZipInfo("uji/tautan")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def refused(data: bytes) -> str:
    """Return why a zip file is refused."""
    with pytest.raises(Refused) as caught:
        unpacked(data, "uji.zip")
    return caught.value.problems[0].what


def test_a_pack_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = opened(terms_pack(tmp_path, "uji", "kata_uji", "uji"))
    assert unpacked(packed(folder), "uji.zip") == ("uji", folder.files)


def test_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    first = opened(terms_pack(tmp_path / "a", "uji", "kata_uji", "uji"))
    second = opened(terms_pack(tmp_path / "b", "uji", "kata_uji", "uji"))
    assert packed(first) == packed(second)


@pytest.mark.parametrize(
    "name",
    ["../uji/a", "uji/../../a", "/etc/a", "uji//a", "uji/./a", "C:/a", "uji\\a", "uji/..\\..\\a"],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert "menunjuk ke luar folder paket" in refused(zipped((ZipInfo(name), b"x"), ("uji/b", b"x")))


def test_a_link_is_refused() -> None:
    assert refused(zipped((link(), b"/etc/passwd"))) == "uji/tautan adalah tautan atau bukan berkas biasa"


def test_a_name_with_a_hidden_character_is_refused() -> None:
    assert "karakter tak terlihat" in refused(zipped(("uji/a\u202eb", b"x")))


def test_two_entries_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("uji/a", b"x"), ("uji/a", b"y"))
    assert refused(data) == "ada dua berkas dengan nama yang sama"


def test_a_small_file_that_grows_large_is_refused() -> None:
    bomb = zipped(("uji/a", bytes(LARGEST + 1)))
    assert (len(bomb) < 5000, refused(bomb)) == (
        True,
        "uji/a lebih besar daripada yang boleh ada di dalam paket",
    )


def test_too_many_files_are_refused() -> None:
    many = zipped(*((f"uji/{number}", b"") for number in range(MOST_FILES + 1)))
    assert refused(many) == f"lebih dari {MOST_FILES} berkas"


@pytest.mark.parametrize("names", [("plugin.toml",), ("a/plugin.toml", "b/plugin.toml"), ()])
def test_all_is_in_one_folder(names: tuple[str, ...]) -> None:
    data = zipped(*((name, b"x") for name in names))
    assert refused(data) == "harus memuat satu folder paket dengan plugin.toml di dalamnya"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04rusak", zipped(("uji/a", b"x" * 100))[:-30]],
    ids=["nothing", "only its beginning", "without its end"],
)
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert refused(data).startswith("bukan berkas zip yang utuh")
