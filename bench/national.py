"""Every office of the country: the numbered copies of all of them, on one processor and on all.

    python -m bench.national [--kumpulan nasional/ringkas] [--sahkan]

makes each office a folder, composes its agreement, and writes its copies with their attachments. With
``--sahkan`` every file is judged by page-validation and qpdf: ten minutes, so no measure of `make bench`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from bench.rounds import Section, digits, table
from bench.sample import ROOT, sample_configuration
from kampanye_tui.batch import batch, processes
from kampanye_tui.model.batch import Done
from kampanye_tui.one_office import Task
from kampanye_tui.plugin.new_office import known_regions

CLAUSES = "nasional/ringkas"
OFFICE = """format = 1
[kantor]
wilayah = "{region}"
[pemilu]
id = "pemilu-2024"
[naskah]
id = "damai"
[acara]
tanggal = 2023-11-28
[klausul]
kumpulan = "{clauses}"
[paket]
folder = ["plugins"]
{accepted}"""
ACCEPTED = '[[paket.setuju]]\nid = "{}"\nsha256 = "{}"\n'


class Run(NamedTuple):
    """A run over the country: workers, seconds, files, pages, bytes, most MB of a worker, digest."""

    workers: int
    seconds: float
    files: int
    pages: int
    size: int
    memory: float
    digest: str


def offices(folder: Path, clauses: str = CLAUSES) -> tuple[Path, ...]:
    """Make a folder for each office, and return their configurations."""
    pinned = sample_configuration().packs.accepted
    accepted = "".join(ACCEPTED.format(one.id, one.fingerprint) for one in pinned)
    made = []
    for region in known_regions():
        own = folder / region.code
        own.mkdir(parents=True)
        (own / "plugins").symlink_to(ROOT / "plugins")
        path = own / "kampanye.toml"
        path.write_text(OFFICE.format(region=region.code, clauses=clauses, accepted=accepted))
        made.append(path)
    return tuple(made)


def over_the_country(
    configurations: Sequence[Path], target: Path, workers: int
) -> tuple[Run, tuple[Done, ...]]:
    """Write the copies of all offices; raise where an office has none."""
    tasks = [
        Task(str(path), str(target / path.parent.name), ("salinan-peserta",), ("pdf",), ("peserta-pemilu",))
        for path in configurations
    ]
    memory: list[float] = []
    begun = time.perf_counter()
    done = batch(tasks, lambda: processes(workers), lambda _done: memory.append(_largest_worker()))
    seconds = time.perf_counter() - begun
    failed = [f"{one.configuration}: {problem}" for one in done for problem in one.problems]
    if failed:
        raise RuntimeError("\n".join(failed[:10]))
    files = [file for one in done for file in one.files]
    digest = hashlib.sha256("".join(file.sha256 for file in files).encode()).hexdigest()
    pages = sum(file.pages or 0 for file in files)
    size = sum(file.size for file in files)
    return Run(workers, seconds, len(files), pages, size, max(memory), digest), done


def _largest_worker() -> float:
    """Return the most memory in MB that a process below this one has had."""
    found = []
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if "VmHWM" in fields and "python" in fields["Name"] and _is_below(int(path.parent.name)):
            found.append(int(fields["VmHWM"].split()[0]) / 1024)
    return max(found, default=0.0)


def _is_below(process: int) -> bool:
    own = os.getpid()
    while process > 1:
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
        if process == own:
            return True
    return False


def judged(path: str) -> tuple[str, ...]:
    """Return what is wrong with a file, in the words of page-validation and qpdf."""
    import page

    data = Path(path).read_bytes()
    found = []
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        found += [one.rule_id for one in page.validate_pdf_bytes(data, profile=profile).failures]
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    if checked.returncode:
        found.append(f"qpdf {checked.returncode}: {checked.stderr.strip()[:200]}")
    return tuple(found)


def _paths(done: Sequence[Done]) -> Iterator[str]:
    for one in done:
        yield from (str(Path(one.folder) / file.name) for file in one.files)


def measure() -> Section:
    """Measure the whole country, once on one processor and once on all."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        runs = [run for run, _done in _runs(Path(made), CLAUSES)]
    if len({run.digest for run in runs}) > 1:
        raise RuntimeError("the files depend on how many processes made them")
    return Section(
        (
            "## The whole country",
            "",
            f"A new agreement of each of {len(known_regions())} offices, checked, and its numbered copies "
            f"with attachments, written without fsync: {runs[0].files} files of {runs[0].pages} pages, "
            f"{runs[0].size / 1e6:.0f} MB, once each. All runs made the same files. Memory is the most that "
            "one process had.",
            "",
            *table(
                ("processes", "s", "ms an office", "copies a second", "MB"),
                (
                    (
                        str(run.workers),
                        f"{run.seconds:.1f}",
                        digits(run.seconds * 1000 / len(known_regions())),
                        f"{run.files / run.seconds:.0f}",
                        f"{run.memory:.0f}",
                    )
                    for run in runs
                ),
            ),
        ),
        {str(run.workers): run._asdict() for run in runs},
    )


def _runs(folder: Path, clauses: str) -> Iterator[tuple[Run, tuple[Done, ...]]]:
    """Yield a run on one processor and one on all; each replaces the files of the one before."""
    configurations = offices(folder / "kantor", clauses)
    for workers in sorted({1, os.cpu_count() or 1}):
        shutil.rmtree(folder / "keluaran", ignore_errors=True)
        yield over_the_country(configurations, folder / "keluaran", workers)


def main() -> None:
    """Print what one worker and all of them take; judge the files where that is asked."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--kumpulan", default=CLAUSES)
    asked.add_argument("--sahkan", action="store_true")
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        digests = set()
        for run, done in _runs(Path(made), chosen.kumpulan):
            digests.add(run.digest)
            print(
                f"{run.workers} workers: {len(done)} offices, {run.files} files, {run.pages} pages, "
                f"{run.size / 1e6:.0f} MB in {run.seconds:.1f} s; most memory {run.memory:.0f} MB; "
                f"digest {run.digest[:16]}",
                flush=True,
            )
        print("one digest" if len(digests) == 1 else "DIGESTS DIFFER")
        if chosen.sahkan:
            with Pool() as pool:
                faults = Counter(fault for found in pool.imap(judged, _paths(done), 64) for fault in found)
            print(f"{run.files} files judged, faults: {dict(faults) or 'none'}")


if __name__ == "__main__":
    main()
