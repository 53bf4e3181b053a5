"""``susun``: the terminal program on an agreement or, with ``--baris``, the same job by questions."""

from __future__ import annotations

from collections.abc import Callable

import click

from kampanye_tui.cli.options import config, left_out
from kampanye_tui.cli.recording import operator_name
from kampanye_tui.cli.session import located_if_any


@click.command("susun", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--baris", "in_lines", is_flag=True, help="Tanya jawab baris demi baris, tanpa layar.")
@config
@click.pass_context
def compose(context: click.Context, agreement_id: str | None, in_lines: bool) -> int:
    """Susun naskah: acara, klausul, pihak, sampai berkasnya.

    Dengan --baris, semuanya berupa pertanyaan bernomor pada baris biasa: untuk
    pembaca layar, sambungan yang lambat, atau terminal yang sangat sederhana.

    \b
    Contoh:
      kampanye susun
      kampanye susun --baris 2023-kampanye-damai
    """
    return work_in_lines(agreement_id) if in_lines else open_program(context, agreement_id or "")


def open_program(context: click.Context, agreement_id: str = "") -> int:
    """Open the terminal program, on an agreement if one is named; without a configuration it asks for one."""
    located = located_if_any()
    start: Callable[..., int] = context.obj
    return start(located, operator_name(), agreement_id, left_out())


def work_in_lines(agreement_id: str | None) -> int:
    """Work on an agreement by numbers; raises :class:`Refused` without a configuration."""
    from kampanye_tui.cli.line_mode.menu import work_by_numbers
    from kampanye_tui.model.problem import refuse

    located = located_if_any()
    if located is None:
        raise refuse("kantor ini belum mempunyai kampanye.toml", "Buat dahulu dengan: kampanye mulai")
    return work_by_numbers(located, agreement_id, operator_name())
