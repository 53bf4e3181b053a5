"""Tables as CSV, and those that hands fill in: written empty, and a filled one shown or recorded whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kampanye_tui.cli.options import recorded_as_json
from kampanye_tui.cli.output import Exit, talk
from kampanye_tui.cli.recording import begin_recording, say, tell_recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.cli.recording import Recording
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent

STDOUT = "-"


class Sheet(NamedTuple):
    """A list that hands fill in: the command that enters it, how it is made, read, and told line by line."""

    command: str
    rows: str
    """What its rows are called."""
    made: Callable[[Agreement, Iterable[AnyEvent]], bytes]
    read: Callable[..., Iterable[AnyEvent]]
    """Agreement, events, bytes and name of a file, ``recorded`` and ``operator`` → events; raises Refused."""
    told: Callable[[Agreement, Any], str]


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


def write_table(
    made: bytes, target: str, then: str, *, overwrite: bool, elsewhere: str = "pilih nama lain"
) -> Exit:
    """Write a table to a file or to stdout; ``then`` is said behind the name of the file."""
    from kampanye_tui.store.outputs import Output, write_outputs

    if target == STDOUT:
        sys.stdout.buffer.write(made)
        return Exit.DONE
    write_outputs([Output(Path(target), made)], overwrite=overwrite, elsewhere=elsewhere)
    talk(f"Tertulis: {target}{then}")
    return Exit.DONE


def _refuse_unclear(file: str | None, command: str, *, empty: bool) -> None:
    """Raise :class:`Refused` unless either a filled list or an empty one is asked for."""
    from kampanye_tui.model.problem import refuse

    if (file is None) is not empty:
        raise refuse(
            "sebutkan satu saja: lembar yang sudah diisi, atau --kosong",
            f"Misalnya: kampanye {command} lembar.csv --coba",
        )


def fill_in(
    sheet: Sheet,
    file: str | None,
    agreement_id: str | None,
    *,
    empty: bool,
    target: str,
    overwrite: bool,
    dry: bool,
) -> Exit:
    """Write the list of an agreement empty, or record a filled one, as the options of ``lembar`` say."""
    _refuse_unclear(file, sheet.command, empty=empty)
    recording = begin_recording(agreement_id, None)
    if file is None:
        made = sheet.made(recording.agreement, recording.book().events)
        then = f". Sesudah diisi: kampanye {sheet.command} {target} --coba"
        return write_table(made, target, then, overwrite=overwrite, elsewhere="pilih nama lain dengan -o")
    return _enter(recording, sheet, file, dry=dry)


def _enter(recording: Recording, sheet: Sheet, file: str, *, dry: bool) -> Exit:
    """Record what a filled list says, or only show it."""
    from kampanye_tui.store.table_file import table_bytes

    agreement, path = recording.agreement, Path(file)
    content = table_bytes(path, file)
    said = {"recorded": recording.recorded, "operator": recording.operator}

    def make(book: Book) -> Iterable[AnyEvent]:
        return sheet.read(agreement, book.events, content, path.name, **said)

    if dry:
        entered = tuple(make(recording.book()))
        tell_recorded(entered)
    else:
        entered = recording.record(make)
    for event in entered:
        say(sheet.told(agreement, event))
    if not entered:
        talk(f"Tidak ada {sheet.rows} pada lembar ini.")
    elif dry:
        talk(f"Belum dicatat: {len(entered)} {sheet.rows}; ulangi tanpa --coba untuk mencatat.")
    else:
        talk(f"Tercatat: {len(entered)} {sheet.rows}.")
    return Exit.DONE
