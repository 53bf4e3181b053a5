"""Lists that hands fill in: written empty as CSV, and a filled one shown or recorded as a whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.options import recorded_as_json
from kampanye_tui.cli.output import Exit, talk
from kampanye_tui.cli.recording import say, tell_recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.cli.recording import Recording
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent

STDOUT = "-"


def lembar(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what says which list is meant: a filled file, or an empty one and where it goes."""
    for option in reversed(
        (
            click.argument("file", metavar="[BERKAS.csv]", required=False),
            click.option("--kosong", "empty", is_flag=True, help="Tulis lembar kosong untuk diisi."),
            click.option(
                "-o", "target", metavar="BERKAS|-", default=STDOUT, help="Dengan --kosong: tujuannya."
            ),
            click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda."),
            click.option("--coba", "dry", is_flag=True, help="Tunjukkan yang akan dicatat tanpa mencatat."),
            recorded_as_json,
        )
    ):
        command = option(command)
    return command


def write_empty(made: bytes, target: str, command: str, *, overwrite: bool) -> Exit:
    """Write a list to a file or to stdout; ``command`` is what enters it afterwards."""
    from kampanye_tui.store.outputs import Output, write_outputs

    if target == STDOUT:
        sys.stdout.buffer.write(made)
        return Exit.DONE
    write_outputs([Output(Path(target), made)], overwrite=overwrite, elsewhere="pilih nama lain dengan -o")
    talk(f"Tertulis: {target}. Sesudah diisi: kampanye {command} {target} --coba")
    return Exit.DONE


def refuse_unclear(file: str | None, command: str, *, empty: bool) -> None:
    """Raise :class:`Refused` unless either a filled list or an empty one is asked for."""
    from kampanye_tui.model.problem import refuse

    if (file is None) is not empty:
        raise refuse(
            "sebutkan satu saja: lembar yang sudah diisi, atau --kosong",
            f"Misalnya: kampanye {command} lembar.csv --coba",
        )


def enter(
    recording: Recording,
    file: str,
    read: Callable[..., Iterable[AnyEvent]],
    told: Callable[[Agreement, AnyEvent], str],
    what: str,
    *,
    dry: bool,
) -> Exit:
    """Record what a filled list says, or only show it; ``what`` is what its rows are called.

    ``read`` takes the agreement, events, bytes and name of the file, ``recorded`` and ``operator``.
    """
    from kampanye_tui.store.table_file import table_bytes

    agreement, path = recording.agreement, Path(file)
    content = table_bytes(path, file)
    said = {"recorded": recording.recorded, "operator": recording.operator}

    def make(book: Book) -> Iterable[AnyEvent]:
        return read(agreement, book.events, content, path.name, **said)

    if dry:
        entered = tuple(make(recording.book()))
        tell_recorded(entered)
    else:
        entered = recording.record(make)
    for event in entered:
        say(told(agreement, event))
    if not entered:
        talk(f"Tidak ada {what} pada lembar ini.")
    elif dry:
        talk(f"Belum dicatat: {len(entered)} {what}; ulangi tanpa --coba untuk mencatat.")
    else:
        talk(f"Tercatat: {len(entered)} {what}.")
    return Exit.DONE
