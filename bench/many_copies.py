"""24 numbered copies, warm, as files: against compressing their streams once and writing the files."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.fresh import renamed, reworded
from bench.rounds import ROUNDS, Section, Taken, digits, median, spread, table, taken, times_as_many
from bench.sample import ROOT, sample_agreement, sample_copies, sample_library
from kampanye_tui.export import Made, make_all
from kampanye_tui.model.agreement import Agreement

FIRST_NEW = 300
"""What other pihak and texts are numbered from."""
AGAIN = "the same copies again"
KINDS: Mapping[str, Callable[[Agreement, int], Agreement]] = {
    AGAIN: lambda agreement, _number: agreement,
    "another office's: all pihak are others": renamed,
    "another text: all clauses and pihak are others": reworded,
}
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")


def measure() -> Section:
    """Measure three kinds of rounds, each with its own floor right behind it."""
    library = sample_library()
    agreement = sample_agreement(library)
    times: dict[str, list[Taken]] = {kind: [] for kind in KINDS}
    floors: dict[str, list[Taken]] = {kind: [] for kind in KINDS}
    sizes: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as folder:
        for number in range(ROUNDS + 1):
            for place, (kind, other) in enumerate(KINDS.items()):
                # No two rounds have a pihak in common, unless they mean to.
                maker, jobs = sample_copies(other(agreement, FIRST_NEW * (place + 1) + number), library)
                into, beside = (_new(folder, f"{place}-{number}-{name}") for name in ("own", "floor"))
                made: list[Made] = []

                def program(_number: int, maker=maker, jobs=jobs, into=into, made=made) -> None:
                    made += make_all(maker, jobs)
                    _write(into, made)

                if kind == AGAIN:
                    # Right after they were made, and not after those of two other offices.
                    make_all(maker, jobs)
                took = taken(program, number)
                streams = distinct(one.data for one in made)

                def floor(_number: int, streams=streams, beside=beside, made=made) -> None:
                    for stream in streams:
                        zlib.compress(stream)
                    _write(beside, made)

                least = taken(floor, number)
                if number:
                    times[kind].append(took)
                    floors[kind].append(least)
                sizes[kind] = _size(made, streams)
        equal = _single_renders(Path(folder), make_all(*sample_copies(agreement, library)))
    rows = (
        (
            kind,
            spread(times[kind]),
            digits(median(times[kind]).cpu * 1000),
            spread(floors[kind]),
            digits(median(floors[kind]).cpu * 1000),
            times_as_many(median(floors[kind]).wall, median(times[kind]).wall),
            sizes[kind],
        )
        for kind in KINDS
    )
    return Section(
        (
            "## 24 numbered copies",
            "",
            "From the agreement to files that lie in a folder, with attachments, in milliseconds: median "
            f"[least–most] of {ROUNDS} rounds in one process. The *floor* is taken in the same round for the "
            "same files: each distinct stream in them compressed once (zlib, its usual level), and the files "
            "written; neither side asks for fsync.",
            "",
            *table(("what is made", "ms", "CPU", "floor", "its CPU", "program / floor", "of"), rows),
            "",
            equal,
        ),
        {"seconds": times, "floor": floors},
    )


def distinct(files: Iterable[bytes]) -> set[bytes]:
    """Return the content of all compressed streams, each once."""
    found: set[bytes] = set()
    for data in files:
        count = 0
        for match in _STREAM.finditer(data):
            head = data[data.rfind(b" obj", 0, match.start()) : match.end()]
            if b"/FlateDecode" in head:
                found.add(zlib.decompress(data[match.end() : match.end() + int(match[1])]))
                count += 1
        if count != data.count(b"/FlateDecode"):
            raise RuntimeError(f"{data.count(b'/FlateDecode')} streams are compressed, {count} were found")
    return found


def _new(folder: str, name: str) -> Path:
    made = Path(folder, name)
    made.mkdir()
    return made


def _write(folder: Path, made: Sequence[Made]) -> None:
    for one in made:
        (folder / one.job.name).write_bytes(one.data)


def _size(made: Sequence[Made], streams: set[bytes]) -> str:
    whole, apart = sum(len(one.data) for one in made), sum(map(len, streams))
    return f"{len(made)} files, {whole / 1e6:.1f} MB; {len(streams)} streams, {apart / 1e3:.0f} KB"


def _single_renders(folder: Path, made: Sequence[Made]) -> str:
    """Make some copies alone, each in a process of its own, and say whether they are the same files."""
    chosen = [made[0], made[len(made) // 2], made[-1]]
    for one in chosen:
        alone = folder / "alone.pdf"
        program = [
            sys.executable,
            "-m",
            "kampanye_tui",
            "--config",
            str(ROOT / "sample_config.toml"),
            "ekspor",
        ]
        asked = ["--templat", "salinan-peserta", "--untuk", one.job.copy.holder, "--timpa", "-o", str(alone)]
        subprocess.run([*program, *asked], check=True, capture_output=True)
        if alone.read_bytes() != one.data:
            return f"Copy {one.job.copy.number} made alone by `kampanye ekspor` is **another file**."
    return (
        f"{len(chosen)} of them, each made alone by `kampanye ekspor` in a new process, are the same bytes."
    )
