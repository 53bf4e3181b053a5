"""A folder of wheels → one Debian package for offices without pip, the same bytes every time.

    python -m release.debian WHEELS PROGRAM.whl

The package is a finished virtual environment: dpkg unpacks it, and nothing runs at install or removal. It is
compiled, so that no file appears beside those that dpkg knows. It asks for the Python of its wheels.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

TOP = Path(__file__).parent.parent
PACKAGE = "kampanye-tui"
EXTRAS = ("", "docx")
"""An office cannot add a part later, so it gets all that need no service."""
PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"
HOME = f"opt/{PACKAGE}"
SITE = f"{HOME}/lib/{PYTHON}/site-packages"
DOCS = f"usr/share/doc/{PACKAGE}"
READ = ("BACA-SAYA.md", "CHANGELOG.md", "KREDIT.md", "SECURITY.md", "sample_config.toml")
"""Goes beside ``docs/``, as in the project, so that links between them hold."""
DEPENDS = (PYTHON, "libc6 (>= 2.28)", "libgcc-s1", "libstdc++6", "zlib1g")
"""Packages of Debian that compiled parts of the wheels load."""

ENVIRONMENT = f"""\
home = /usr/bin
include-system-site-packages = false
version = {sys.version_info.major}.{sys.version_info.minor}
"""
PROGRAM = f"""\
#!/{HOME}/bin/python3
from kampanye_tui.__main__ import main

if __name__ == "__main__":
    main()
"""
CONTROL = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: The kampanye_tui founders
Installed-Size: {size}
Depends: {depends}
Section: text
Priority: optional
Description: naskah kampanye damai kantor KPU, dari klausul sampai salinan bernomor
 Menyusun dan memeriksa naskah kesepakatan kampanye damai, mencetak berita acara
 dan salinan bernomor untuk setiap pihak, serta mencatat penandatanganannya.
 Berjalan tanpa internet, di terminal atau melalui SSH.
"""


def needed(wheels: Mapping[str, Path], first: str) -> list[Path]:
    """Return the wheels of a project and of all that it asks for; raises KeyError where one is missing."""
    waiting = [(first, extra) for extra in EXTRAS]
    met: set[tuple[str, str]] = set()
    while waiting:
        name, extra = one = waiting.pop()
        if one not in met:
            met.add(one)
            waiting += [
                (canonicalize_name(asked.name), more)
                for asked in _asked(wheels[name])
                if asked.marker is None or asked.marker.evaluate({"extra": extra})
                for more in ("", *asked.extras)
            ]
    return [wheels[name] for name in sorted({name for name, _extra in met})]


def _asked(wheel: Path) -> list[Requirement]:
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (one for one in packed.namelist() if one.endswith(".dist-info/METADATA"))
        return Metadata.from_email(packed.read(name), validate=False).requires_dist or []


def unpack(wheel: Path, folder: Path) -> None:
    """Unpack the modules of a wheel; raises ValueError where it has more beside them than manual pages."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            _data, beside, inner = name.partition(".data/")
            if not beside:
                packed.extract(name, folder)
            elif not inner.startswith("data/share/man/") and not name.endswith("/"):
                raise ValueError(f"{wheel.name}: {name}")


def stage(root: Path, wheels: Mapping[str, Path]) -> None:
    """Put all files of the package below a folder, with their rights."""
    for wheel in needed(wheels, PACKAGE):
        unpack(wheel, root / SITE)
    # By hashes that nobody compares: the bytes are the same every time, and times of files do not count.
    compiler = [sys.executable, "-I", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    _told(*compiler, "-s", str(root), "-p", "/", str(root / SITE))
    (root / HOME / "pyvenv.cfg").write_text(ENVIRONMENT)
    (root / HOME / "bin").mkdir()
    (root / HOME / "bin" / "python3").symlink_to(f"/usr/bin/{PYTHON}")
    (root / HOME / "bin" / "kampanye").write_text(PROGRAM)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "kampanye").symlink_to(f"/{HOME}/bin/kampanye")
    shutil.copytree(TOP / "docs", root / DOCS / "docs", ignore=_not_shown)
    for name in READ:
        shutil.copyfile(TOP / name, root / DOCS / name)
    (root / DOCS / "copyright").write_bytes(
        b"\n".join((TOP / name).read_bytes() for name in ("LICENSE", "KREDIT.md"))
    )
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / HOME / "bin" / "kampanye" else 0o644)


def _not_shown(folder: str, names: list[str]) -> list[str]:
    """Return the pictures that no guide shows: most are for people who work on the program."""
    guides = "".join(path.read_text(encoding="utf-8") for path in (TOP / "docs").glob("*.md"))
    return [
        name for name in names if name.endswith(".png") and f"]({Path(folder).name}/{name})" not in guides
    ]


def describe(root: Path, version: str, architecture: str) -> None:
    """Write the fields of the package, and the sums by which ``dpkg --verify`` tells what changed."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    fields = CONTROL.format(
        package=PACKAGE,
        version=version,
        architecture=architecture,
        size=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join(DEPENDS),
    )
    sums = "".join(f"{_sum(path)}  {path.relative_to(root)}\n" for path in files)
    (root / "DEBIAN").mkdir(mode=0o755)
    for name, text in {"control": fields, "md5sums": sums}.items():
        (root / "DEBIAN" / name).write_text(text)
        (root / "DEBIAN" / name).chmod(0o644)


def _sum(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _told(*words: str) -> str:
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()  # noqa: S603 - no shell


def main(folder: str, program: str) -> Path:
    """Write the package beside the program's own wheel; return where it is."""
    paths = (*Path(folder).glob("*.whl"), Path(program))
    version, architecture = (
        str(parse_wheel_filename(Path(program).name)[1]),
        _told("dpkg", "--print-architecture"),
    )
    target = Path(program).with_name(f"{PACKAGE}_{version}_{architecture}.deb")
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "akar"
        root.mkdir(mode=0o755)
        stage(root, {parse_wheel_filename(path.name)[0]: path for path in paths})
        describe(root, version, architecture)
        # dpkg-deb itself would leave the times of pages that were written before the commit.
        made_at = int(os.environ["SOURCE_DATE_EPOCH"])
        for path in (root, *root.rglob("*")):
            os.utime(path, (made_at, made_at), follow_symlinks=False)
        # Several threads would cut the stream into blocks.
        # As small as the quickest level of xz, in a quarter of its time; dpkg reads it since Debian 12.
        options = ("--root-owner-group", "--threads-max=1", "-Zzstd", "-z9")
        _told("dpkg-deb", *options, "--build", str(root), str(target))
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
