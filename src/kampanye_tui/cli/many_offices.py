"""``massal``: the papers of many offices at once, and a manifest of all that was made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json
from kampanye_tui.cli.output import Exit, Progress, data_json, table, talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from kampanye_tui.model.batch import Done
    from kampanye_tui.one_office import Task

PROCESSES = "proses"


@click.command("massal", options_metavar="[OPSI]")
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--templat", "templates", metavar="T", multiple=True, help="Dokumen; boleh diulang.")
@click.option("--format", "formats", metavar="F", multiple=True, help="pdf, teks, …; boleh diulang.")
@click.option(
    "--untuk", "recipients", metavar="semua|ID", multiple=True, help="Penerima salinan; boleh diulang."
)
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    default="keluaran",
    help="Tujuan; setiap kantor mendapat foldernya sendiri.",
)
@click.option(
    "--pengolah",
    "engine",
    metavar="P",
    default=PROCESSES,
    show_default=True,
    help="Yang mengerjakan: proses di komputer ini, atau klaster Dask di dask://ALAMAT:PORT.",
)
@click.option("--pekerja", "workers", type=click.IntRange(1), metavar="N", help="Proses sekaligus.")
@click.option("--lanjut", "resume", is_flag=True, help="Lewati kantor yang sudah selesai menurut manifes.")
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@as_json
def many_offices(
    folders: tuple[Path, ...],
    templates: tuple[str, ...],
    formats: tuple[str, ...],
    recipients: tuple[str, ...],
    target: Path,
    engine: str,
    workers: int | None,
    resume: bool,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Susun, periksa, dan tulis dokumen banyak kantor.

    FOLDER memuat folder kantor, masing-masing dengan kampanye.toml, misalnya yang
    ditulis oleh perintah kantor. Naskah yang tersimpan dipakai; kantor yang belum
    mempunyainya disusun langsung. Kantor yang gagal disebut dengan alasannya, dan
    yang lain tetap selesai. Semua berkas tercatat di manifes.jsonl.

    \b
    Contoh:
      kampanye massal banten -o keluaran
      kampanye massal nasional --pengolah dask://10.0.0.5:8786 -o keluaran
    """
    from itertools import chain

    from kampanye_tui.batch import batch
    from kampanye_tui.one_office import Task
    from kampanye_tui.store.batch_manifest import MANIFEST, append_line, begun, write_manifest

    _refuse_unseen(target)
    tasks = tuple(
        Task(str(path), str(target / name), templates, formats, recipients, overwrite)
        for path, name in _offices(folders)
    )
    begin = _executor(engine, workers, len(tasks))
    manifest = target / MANIFEST
    target.mkdir(parents=True, exist_ok=True)
    # Only once somebody is there to work: the manifest of an earlier run is emptied then.
    with begin() as first, begun(manifest, resume=resume) as stream:
        known = _known(manifest) if resume else {}
        before = {task: done for task in tasks if (done := _done_before(task, known)) is not None}
        waiting = [task for task in tasks if task not in before]
        progress = Progress("Menyusun kantor", len(waiting))
        finished: list[Done] = []

        def told(done: Done) -> None:
            append_line(stream, done)
            finished.append(done)
            progress(len(finished))

        executors = chain((first,), iter(begin, None))
        made = batch(waiting, lambda: next(executors), told, by_value=engine != PROCESSES)
        results = before | dict(zip(waiting, made, strict=True))
        ordered = [results[task] for task in tasks]
        # Offices of earlier runs that nobody asked for this time keep their lines.
        wanted = {Path(task.folder).name for task in tasks}
        others = [done for name, done in known.items() if name not in wanted]
        write_manifest(manifest, (*others, *ordered))
    return _tell(ordered, len(before), manifest, as_json=as_json)


def _executor(engine: str, workers: int | None, offices: int) -> Callable[[], Executor]:
    """Return what begins the workers that were asked for; raises Refused where there are none such."""
    from functools import partial

    from kampanye_tui.batch import processes
    from kampanye_tui.model.problem import refuse

    if engine == PROCESSES:
        return partial(processes, min(workers or os.cpu_count() or 1, offices))

    from kampanye_tui.cluster import cluster, scheduler_at

    scheduler_at(engine)
    if workers is not None:
        what = "jumlah pekerja klaster ditentukan ketika pekerjanya dijalankan, bukan di sini"
        raise refuse(what, "Hapus --pekerja")
    return partial(cluster, engine)


def _offices(folders: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the configuration of each office and the name of its folder; raises Refused."""
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.configuration import NAME

    found: dict[str, Path] = {}
    for folder in folders:
        own = folder / NAME
        there = [own] if own.is_file() else sorted(folder.glob(f"*/{NAME}"))
        if not there:
            raise refuse(
                f"tidak ada kantor di folder ini: {NAME} tidak ditemukan",
                "Periksa foldernya",
                file=str(folder),
            )
        for path in there:
            _refuse_unseen(path.parent)
            name = path.resolve().parent.name
            if name in found and found[name].resolve() != path.resolve():
                raise refuse(
                    f'dua kantor berfolder "{name}": {found[name].parent} dan {path.parent}',
                    "Ganti nama salah satunya, atau kerjakan terpisah",
                )
            found[name] = path
    for name, path in found.items():
        yield path, name


def _refuse_unseen(folder: Path) -> None:
    """Raise Refused for a folder whose name no line of the manifest can hold, or nobody can read."""
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.model.text import printable, unseen

    if any(unseen(str(folder))):
        raise refuse(f"nama folder {printable(str(folder))} tidak dapat dipakai", "Ganti namanya")


def _known(manifest: Path) -> dict[str, Done]:
    """Return the lines of a manifest by the folder of each office in the target: only that is named once.

    Configurations are named from wherever somebody stood. The last line of an office counts.
    """
    from kampanye_tui.store.batch_manifest import read_manifest

    return {Path(done.folder).name: done for done in read_manifest(manifest)}


def _done_before(task: Task, known: dict[str, Done]) -> Done | None:
    """Return what an earlier run made where that is all that is asked for, from all that it would be now."""
    from msgspec.structs import replace

    from kampanye_tui.model.problem import Refused
    from kampanye_tui.one_office import asked
    from kampanye_tui.store.batch_manifest import is_complete

    folder = Path(task.folder)
    done = known.get(folder.name)
    try:
        if done is None or not is_complete(done, folder) or done.asked != asked(task):
            return None
    except (OSError, Refused):
        # That something of it cannot be read is told of that office alone.
        return None
    return replace(done, configuration=task.configuration, folder=task.folder)


def _tell(offices: list[Done], skipped: int, manifest: Path, *, as_json: bool) -> Exit:
    """Say what was made and what was not; the exit is 1 where an office has no papers."""
    import msgspec

    failed = [done for done in offices if done.problems]
    if as_json:
        data_json([msgspec.to_builtins(done) for done in offices])
    else:
        table(
            ("WILAYAH", "BERKAS", "HALAMAN", "WAJIB", "KANTOR"),
            [
                (
                    done.region or "-",
                    str(len(done.files)),
                    str(sum(one.pages or 0 for one in done.files)),
                    str(done.required),
                    done.office or done.configuration,
                )
                for done in offices
            ],
        )
    for done in failed:
        for problem in done.problems:
            talk(problem if done.configuration in problem else f"{done.configuration}: {problem}")
    files = sum(len(done.files) for done in offices)
    before = f" ({skipped} kantor sudah selesai sebelumnya)" if skipped else ""
    talk(f"Selesai: {len(offices) - len(failed)} dari {len(offices)} kantor{before}, {files} berkas.")
    talk(f"Daftar semua berkas beserta SHA-256: {manifest}")
    return Exit.REFUSED if failed else Exit.DONE
