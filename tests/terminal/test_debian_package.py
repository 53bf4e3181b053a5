"""What ``make deb`` makes: dpkg installs it with no network and no pip, and removes it without a trace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from release import debian
from release.debian import READ, main, needed, unpack

from tests.built import EPOCH, ROOT, WHEELS, built
from tests.terminal.test_first_day import ANSWERS

pytestmark = pytest.mark.penuh

FIELDS = """\
 Package: kampanye-tui
 Version: 0.1.0
 Depends: python3.11, libc6 (>= 2.28), libgcc-s1, libstdc++6, zlib1g
"""
PARTS = """
    click defusedxml font_source_serif_pro fonttools fpdf2 kampanye_tui
    linkify_it_py lxml markdown_it_py mdit_py_plugins mdurl msgspec
    pillow platformdirs pluggy pygments pypdf python_docx rich
    segno textual tomli_w typing_extensions uharfbuzz
"""
"""Nothing that only builds: no hatchling, and no pip."""
PLACES = r"\./(opt/(kampanye-tui/.*)?|usr/((bin|share)/)?|usr/bin/kampanye|usr/share/doc/(kampanye-tui/.*)?)?"


def told(*words: str | Path) -> str:
    """Return what a command prints."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return main(str(WHEELS), str(built(tmp_path_factory.mktemp("sekali"))))


@pytest.fixture(scope="module")
def files(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the package in a folder."""
    folder = tmp_path_factory.mktemp("isi")
    told("dpkg-deb", "--extract", package, folder)
    return folder


class Machine(NamedTuple):
    """A root of its own beside the machine's, with a copy of its list of packages, and no network."""

    root: Path

    @property
    def home(self) -> Path:
        """The home of whoever works there."""
        return self.root / "home"

    def ran(self, *words: str, typed: str = "") -> str:
        """Run something that sees this root's /opt for the machine's; return what it printed."""
        apart = ["unshare", "--map-root-user", "--mount", "--net", "sh", "-c"]
        bound = 'mount --bind "$0/opt" /opt && exec "$@"'
        env = {"HOME": str(self.home), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        done = subprocess.run(
            [*apart, bound, self.root, *words],
            cwd=self.home,
            env=env,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def dpkg(self, *words: str) -> str:
        """Have dpkg do something to this root alone."""
        lists = self.root / "var" / "lib" / "dpkg"
        return self.ran("dpkg", f"--admindir={lists}", f"--instdir={self.root}", "--log=/dev/null", *words)

    def program(self, *words: str, typed: str = "") -> str:
        """Run the program that was installed."""
        return self.ran(str(self.root / "usr" / "bin" / "kampanye"), *words, typed=typed)

    def installed(self) -> Mapping[str, int]:
        """Return what lies below /opt, and when it was last changed."""
        return {str(path): path.lstat().st_mtime_ns for path in (self.root / "opt").rglob("*")}


def installed(package: Path, root: Path) -> Machine:
    """Return a machine on which the package was installed; what it depends on is what the real one has."""
    machine = Machine(root)
    for folder in ("opt", "home", "var/lib/dpkg/info", "var/lib/dpkg/updates"):
        (root / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").write_bytes(Path("/var/lib/dpkg/status").read_bytes())
    machine.dpkg("--install", str(package))
    return machine


@pytest.fixture(scope="module")
def machine(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return installed(package, tmp_path_factory.mktemp("mesin"))


def test_the_package_has_the_same_bytes_twice(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another checkout, with pages from before the commit; the first has them from after it.
    pages = tmp_path / "asal"
    shutil.copytree(ROOT / "docs", pages / "docs")
    for page in (*(pages / "docs").rglob("*"), pages / "docs"):
        os.utime(page, (int(EPOCH) - 1000, int(EPOCH) - 1000))
    for name in (*READ, "LICENSE"):
        shutil.copy(ROOT / name, pages)
    monkeypatch.setattr(debian, "TOP", pages)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    (wheel,) = package.parent.glob("*.whl")
    again = main(str(WHEELS), str(shutil.copy(wheel, tmp_path)))
    assert again.read_bytes() == package.read_bytes()


def test_the_package_says_what_it_is_and_needs(package: Path) -> None:
    fields = told("dpkg-deb", "--info", package).splitlines(keepends=True)
    assert [line for line in FIELDS.splitlines(keepends=True) if line not in fields] == []


def test_it_asks_for_the_python_of_its_wheels(files: Path) -> None:
    tags = {
        tag.split("-")[0]
        for path in files.rglob("*.dist-info/WHEEL")
        for tag in re.findall(r"^Tag: (.+)$", path.read_text(), re.MULTILINE)
    }
    assert tags - {"py2", "py3"} == {"cp311"}


def test_its_wheels_need_no_newer_library_of_c(files: Path) -> None:
    needs = []
    for path in files.rglob("*.dist-info/WHEEL"):
        built_for = [int(found) for found in re.findall(r"manylinux_2_(\d+)_", path.read_text())]
        needs += [(min(built_for), path.parent.name)] if built_for else []
    assert (len(needs), [one for one in needs if one[0] > 28]) == (5, [])


def test_it_holds_the_program_and_what_that_asks_for(files: Path) -> None:
    assert sorted(path.name.split("-")[0] for path in files.rglob("*.dist-info")) == PARTS.split()


def test_nothing_runs_at_install_or_removal(package: Path, tmp_path: Path) -> None:
    told("dpkg-deb", "--control", package, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["control", "md5sums"]


def test_its_files_lie_in_three_places_and_are_of_root(package: Path) -> None:
    listed = [line.split(maxsplit=5) for line in told("dpkg-deb", "--contents", package).splitlines()]
    assert [path for *_, path in listed if not re.fullmatch(PLACES, path.split(" -> ")[0])] == []
    assert {(rights, owner) for rights, owner, *_ in listed} == {
        ("drwxr-xr-x", "root/root"),
        ("-rw-r--r--", "root/root"),
        ("-rwxr-xr-x", "root/root"),
        ("lrwxrwxrwx", "root/root"),
    }
    assert [path for rights, *_, path in listed if rights == "-rwxr-xr-x"] == [
        "./opt/kampanye-tui/bin/kampanye"
    ]
    assert [path for rights, *_, path in listed if rights[0] == "l"] == [
        "./opt/kampanye-tui/bin/python3 -> /usr/bin/python3.11",
        "./usr/bin/kampanye -> /opt/kampanye-tui/bin/kampanye",
    ]


def test_no_file_knows_where_the_package_was_made(package: Path, files: Path) -> None:
    places = [str(place).encode() for place in (ROOT, package.parent.parent, sys.base_prefix, "/tmp/tmp")]
    known = [
        str(path.relative_to(files))
        for path in files.rglob("*")
        if path.is_file() and not path.is_symlink() and any(place in path.read_bytes() for place in places)
    ]
    assert known == []


def test_every_module_is_compiled(files: Path) -> None:
    modules = [path for path in files.rglob("*.py") if "kampanye_tui" in path.parts]
    lacking = [
        path
        for path in modules
        if not (path.parent / "__pycache__" / f"{path.stem}.cpython-311.pyc").exists()
    ]
    assert (len(modules) > 300, lacking) == (True, [])


def test_every_link_in_the_guides_leads_to_a_page_that_came_along(files: Path) -> None:
    pages = [*(files / "usr/share/doc/kampanye-tui").rglob("*.md")]
    dead = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)[^):]*\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert (len(pages) > 25, dead) == (True, [])


def test_what_was_installed_begins_an_office_and_exports(machine: Machine) -> None:
    assert machine.program("--version") == "kampanye 0.1.0\n"
    machine.program("mulai", typed=ANSWERS)
    machine.program("baru")
    machine.program("ekspor")
    machine.program("ekspor", "--templat", "naskah", "--format", "docx")
    (paper,) = machine.home.glob("naskah/*/keluaran/naskah.pdf")
    (word,) = machine.home.glob("naskah/*/keluaran/naskah.docx")
    assert (paper.read_bytes()[:5], word.read_bytes()[:2]) == (b"%PDF-", b"PK")


def test_it_has_no_pip_and_asks_for_none(machine: Machine) -> None:
    found = "import importlib.util as u; print(u.find_spec('pip'), u.find_spec('hatchling'))"
    assert machine.ran("/opt/kampanye-tui/bin/python3", "-c", found) == "None None\n"


def test_removal_leaves_what_an_office_has_and_nothing_else(package: Path, tmp_path: Path) -> None:
    machine = installed(package, tmp_path)
    machine.program("mulai", typed=ANSWERS)
    machine.program("baru")
    kept = {path: path.read_bytes() for path in machine.home.rglob("*") if path.is_file()}
    machine.dpkg("--purge", "kampanye-tui")
    assert {path: path.read_bytes() for path in machine.home.rglob("*") if path.is_file()} == kept
    assert [*tmp_path.glob("opt/*"), *tmp_path.glob("usr/**/kampanye*")] == []


def test_work_changes_nothing_of_what_was_installed(machine: Machine) -> None:
    before = machine.installed()
    machine.program("wilayah", "banyuwangi")
    machine.program("paket", "daftar")
    assert machine.installed() == before


def test_a_missing_wheel_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="python-docx"):
        needed({"kampanye-tui": built(tmp_path)}, "kampanye-tui")


def test_a_wheel_with_more_than_modules_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "lain-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("lain-1.data/scripts/lain", "")
    with pytest.raises(ValueError, match=r"lain-1\.data/scripts/lain"):
        unpack(wheel, tmp_path)
