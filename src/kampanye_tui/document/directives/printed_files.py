"""``berkas-tercetak``: the files that numbered copies were printed from, each with its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.copy_standing import holder_name
from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.document import Align, Block, Column, Table
from kampanye_tui.model.event import CopyDeed
from kampanye_tui.model.state import CopyStatus


def files_printed(context: Context) -> dict[str, list[CopyStatus]]:
    """Return the hash of each file that was printed, with the copies that were printed from it, in order."""
    order = [form.value for form in CopyForm]
    found: dict[str, list[CopyStatus]] = {}
    for copy in sorted(context.state.copies, key=lambda one: (order.index(one.form), one.number)):
        for deed in copy.deeds:
            if deed.deed is CopyDeed.PRINTED and deed.sha256:
                found.setdefault(deed.sha256, []).append(copy)
    return found


def printed_files(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a row for each file; the options head the columns. Nothing before the first is printed."""
    said = {option: context.say(label, directive.line) for option, label in directive.options}
    files = files_printed(context)
    if not files:
        return ()
    return (
        Table(
            columns=(
                Column(head=said["bentuk"], share=15),
                Column(head=said["nomor"], share=15, align=Align.CENTRE),
                Column(head=said["pihak"], share=30),
                Column(head=said["kode"], share=112),
            ),
            rows=tuple(
                (
                    plain(copies[0].form),
                    plain(", ".join(str(copy.number) for copy in copies)),
                    plain(", ".join(_holders(context, copies))),
                    plain(sha256),
                )
                for sha256, copies in files.items()
            ),
            source="berkas tercetak",
        ),
    )


def _holders(context: Context, copies: Iterable[CopyStatus]) -> Iterable[str]:
    return dict.fromkeys(holder_name(context.agreement, copy.party) for copy in copies)
