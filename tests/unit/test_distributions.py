"""What lies in the wheel and in the source archive: all of the program, nothing of anybody's machine."""

from __future__ import annotations

import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from packaging.metadata import Metadata

from kampanye_tui import __version__
from tests.built import ROOT, built

SHAPES = {
    "kampanye_tui": ".py .typed",
    "kampanye_tui/agreement": ".py",
    "kampanye_tui/cli": ".mo .po .py",
    "kampanye_tui/document": ".py",
    "kampanye_tui/formats": ".py",
    "kampanye_tui/model": ".py",
    "kampanye_tui/national": ".csv .md .toml",
    "kampanye_tui/plugin": ".py .tpl",
    "kampanye_tui/store": ".py",
    "kampanye_tui/tui": ".py",
    "kampanye_tui/typeset": ".py",
}
"""The kinds of files in each room."""
DIST_INFO = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"]
SOURCES = """
    .gitignore ARCHITECTURE.md BACA-SAYA.md CHANGELOG.md CONTRIBUTING.md KREDIT.md LICENSE Makefile PKG-INFO
    README.md SECURITY.md bench docs plugins pyproject.toml release requirements-bench.lock
    requirements-dev.lock requirements-klaster.lock requirements.in requirements.lock sample_config.toml
    src tests
"""
MADE = r"(^|/)(__pycache__|\.(venv|hypothesis|pytest_cache|mypy_cache|git|ci)|keluaran|dist)/|\.pyc$"
"""What running the program or its tests leaves behind."""


def files(wheel: Path) -> dict[str, bytes]:
    """Return what a wheel holds, by name."""
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(built(tmp_path_factory.mktemp("roda")))


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Metadata:
    """What the wheel says of itself; raises where an index would refuse it."""
    return Metadata.from_email(wheel[f"kampanye_tui-{__version__}.dist-info/METADATA"])


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked."""
    folder = tmp_path_factory.mktemp("sumber")
    with tarfile.open(built(folder, "sdist")) as packed:
        packed.extractall(folder, filter="data")
    return folder / f"kampanye_tui-{__version__}"


def test_the_wheel_holds_every_file_of_the_program(wheel: dict[str, bytes]) -> None:
    there = {
        str(path.relative_to(ROOT / "src")): path.read_bytes()
        for path in (ROOT / "src" / "kampanye_tui").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name: held for name, held in wheel.items() if ".dist-info/" not in name} == there


def test_each_room_has_its_kinds_of_files(wheel: dict[str, bytes]) -> None:
    kinds: dict[str, set[str]] = {}
    for name in wheel:
        if ".dist-info/" not in name:
            room = "/".join(name.split("/")[:-1][:2])
            kinds.setdefault(room, set()).add(Path(name).suffix)
    assert {room: " ".join(sorted(found)) for room, found in kinds.items()} == SHAPES


def test_beside_the_program_the_wheel_tells_only_of_itself(wheel: dict[str, bytes]) -> None:
    beside = [name.partition(".dist-info/")[2] for name in wheel if not name.startswith("kampanye_tui/")]
    assert sorted(beside) == DIST_INFO


def test_the_licence_came_along(wheel: dict[str, bytes]) -> None:
    name = f"kampanye_tui-{__version__}.dist-info/licenses/LICENSE"
    assert wheel[name] == (ROOT / "LICENSE").read_bytes()


def test_one_command_is_installed(wheel: dict[str, bytes]) -> None:
    told = wheel[f"kampanye_tui-{__version__}.dist-info/entry_points.txt"].decode()
    assert told == "[console_scripts]\nkampanye = kampanye_tui.__main__:main\n"


def test_it_says_what_it_is(metadata: Metadata) -> None:
    said = (metadata.name, str(metadata.version), metadata.license_expression, str(metadata.requires_python))
    assert said == ("kampanye-tui", "0.1.0", "MIT", ">=3.11")


def test_the_changelog_tells_of_this_version_and_its_day() -> None:
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\S+) — \d{1,2} [A-Z][a-z]+ \d{4}$", told, re.MULTILINE)
    assert (versions[0], len(versions)) == (__version__, told.count("\n## "))


def test_it_says_for_whom_it_is(metadata: Metadata) -> None:
    assert metadata.classifiers == [
        "Environment :: Console",
        "Intended Audience :: Legal Industry",
        "Natural Language :: Indonesian",
        "Operating System :: POSIX :: Linux",
        "Programming Language :: Python :: 3.11",
        "Topic :: Office/Business",
    ]


def test_its_extras_are_those_that_somebody_may_ask_for(metadata: Metadata) -> None:
    assert metadata.provides_extra == ["bench", "docx", "klaster", "lint", "test"]


def test_its_description_renders(metadata: Metadata) -> None:
    assert metadata.description_content_type == "text/markdown"
    page = MarkdownIt("commonmark").enable("table").render(metadata.description or "")
    assert (page.count("<h1>"), page.count("<table>")) == (1, 1)
    assert page.startswith("<h1>kampanye_tui</h1>")


@pytest.mark.penuh
def test_the_source_archive_holds_what_a_developer_needs(sources: Path) -> None:
    assert sorted(path.name for path in sources.iterdir()) == sorted(SOURCES.split())


@pytest.mark.penuh
def test_the_source_archive_holds_nothing_that_was_made(sources: Path) -> None:
    names = [str(path.relative_to(sources)) for path in sources.rglob("*")]
    assert [name for name in names if re.search(MADE, name)] == []


@pytest.mark.penuh
def test_the_source_archive_builds_the_same_wheel(
    wheel: dict[str, bytes], sources: Path, tmp_path: Path
) -> None:
    assert files(built(tmp_path, source=sources)) == wheel
