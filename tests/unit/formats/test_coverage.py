"""Which characters the typeface of a PDF lacks, without a layout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kampanye_tui.formats.pdf.coverage import unprintable
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.export_format import FontFiles
from tests.fonts import monospaced_bytes


@pytest.fixture
def plain(tmp_path: Path) -> FontFiles:
    """A typeface of little more than ASCII."""
    path = tmp_path / "polos.ttf"
    path.write_bytes(monospaced_bytes())
    return FontFiles(name="polos", regular=path, bold=path, italic=path, bold_italic=path)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Partai Keadilan – “damai”, Pasal 280 ayat (1)", ()),
        ("Man\u0303ana", ()),
        ("王 dan 李, 王", ("王", "李")),
        ("Ahmad محمد", ("م", "ح", "د")),
    ],
)
def test_the_programs_typeface_lacks_what_is_not_latin(text: str, lost: tuple[str, ...]) -> None:
    assert unprintable(text, None) == lost


def test_the_offices_own_typeface_is_asked(plain: FontFiles) -> None:
    assert unprintable("Kāfé", plain) == ("ā",)


def test_a_typeface_that_cannot_be_read_lacks_nothing(plain: FontFiles, tmp_path: Path) -> None:
    (tmp_path / "polos.ttf").write_bytes(b"bukan huruf")
    assert unprintable("王", plain) == ()


def test_a_typeface_that_is_not_there_lacks_nothing(plain: FontFiles, tmp_path: Path) -> None:
    (tmp_path / "polos.ttf").unlink()
    assert unprintable("王", plain) == ()


def test_what_is_no_plain_file_lacks_nothing_and_is_not_read(plain: FontFiles, tmp_path: Path) -> None:
    (tmp_path / "polos.ttf").unlink()
    os.mkfifo(tmp_path / "polos.ttf")
    assert unprintable("王", plain) == ()


def test_a_typeface_that_was_replaced_is_read_again_though_it_is_as_old(
    plain: FontFiles, tmp_path: Path
) -> None:
    path = tmp_path / "polos.ttf"
    before = path.stat()
    assert unprintable("ā", plain) == ("ā",)
    path.write_bytes(default_fonts().regular.read_bytes())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert unprintable("ā", plain) == ()


def test_it_is_known_without_harfbuzz_and_fpdf2() -> None:
    code = (
        "import sys; from kampanye_tui.formats.pdf.coverage import unprintable; "
        "assert unprintable('王', None) == ('王',); "
        "print({'uharfbuzz', 'fpdf', 'PIL'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
