"""The pihak from a CSV file: its path is asked for, what it would change is shown, then it is taken in."""

from __future__ import annotations

from functools import partial

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.edit_parties import with_table
from kampanye_tui.agreement.entries import line_of
from kampanye_tui.cli.line_mode.conversation import agreed, ask_new, say, sentence
from kampanye_tui.cli.line_mode.edits import edited
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.table_file import table_bytes, typed_path
from kampanye_tui.work import Work


def parties_from_file(work: Work) -> None:
    """Ask for a file until one can be read; raises :class:`Back`."""
    say("Judul kolomnya seperti hasil ekspor; sel kosong berarti tetap.")
    while True:
        typed = ask_new("Berkas CSV, dari folder kerja", line_of)
        try:
            path = typed_path(work.located.workspace, typed)
            taken_in = partial(with_table, data=table_bytes(path, typed), file=path.name)
            lines = told_of(work.agreement, taken_in(work.agreement))
        except Refused as refused:
            say(sentence(refused))
            continue
        if not lines:
            say(f"{path.name} tidak mengubah apa pun: isinya sudah tercatat dalam naskah.")
            return
        say(f"{len(lines)} perubahan dari {path.name}; + baru, - dikeluarkan, ~ berubah, = urutan:")
        for line in lines:
            say(line, lead="    ")
        if agreed("Terapkan semuanya?"):
            edited(work, partial(taken_in, work.agreement))
        return
