"""``rekap``: many offices in figures, from the folders and proof bundles that they sent."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.options import as_json
from kampanye_tui.cli.output import Exit, Progress, data_json, table, talk
from kampanye_tui.cli.party_package import timpa
from kampanye_tui.cli.recording import operator_name
from kampanye_tui.cli.typed import Day, known_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from kampanye_tui.agreement.summary import Recap
    from kampanye_tui.model.document import Document
    from kampanye_tui.model.recap import OfficeSummary, Sum, Tally, Trouble
    from kampanye_tui.recap import Asked

STAGES = ("konsep", "final", "tanda-tangan", "ditutup")


@click.command("rekap", options_metavar="[OPSI]")
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--per", "day", type=Day(), metavar="TANGGAL", help="Sampai kapan hari tanpa kabar dihitung.")
@click.option(
    "--provinsi", "provinces", multiple=True, metavar="NAMA|KODE", help="Provinsi ini saja; boleh diulang."
)
@click.option(
    "--keadaan",
    "stages",
    multiple=True,
    type=click.Choice(STAGES),
    metavar="KEADAAN",
    help=f"{', '.join(STAGES[:-1])}, atau {STAGES[-1]}; boleh diulang.",
)
@click.option("--beda", "differences", is_flag=True, help="Klausul mana yang berbeda, dan di mana.")
@click.option(
    "--klausul", "clause_id", metavar="ID", help="Bunyi-bunyi klausul ini di samping bunyi nasional."
)
@click.option("--layar", "on_screen", is_flag=True, help="Buka pada layar, dari negara sampai pihak.")
@click.option("--csv", "as_csv", is_flag=True, help="Cetak sebagai CSV untuk Excel.")
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="BERKAS", help=".html, .pdf, …")
@timpa
@as_json
@click.pass_context
def recap(
    context: click.Context,
    folders: tuple[Path, ...],
    day: date | str | None,
    provinces: tuple[str, ...],
    stages: tuple[str, ...],
    differences: bool,
    clause_id: str | None,
    on_screen: bool,
    as_csv: bool,
    target: Path | None,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Rekap banyak kantor dari berkas yang mereka kirim.

    FOLDER memuat ruang kerja kantor atau berkas bukti (.zip), juga di dalam folder
    provinsi. Setiap naskah diperiksa seperti oleh perintah verifikasi; tidak ada
    yang diubah. Yang rusak disebut dengan alasannya dan tidak dihitung.

    \b
    Contoh:
      kampanye rekap kiriman
      kampanye rekap kiriman --per 1-12-2023 --provinsi Banten
      kampanye rekap kiriman --layar
      kampanye rekap kiriman --per 1-12-2023 -o rekap.html
      kampanye rekap kiriman --beda
      kampanye rekap kiriman --klausul tanpa-politik-uang
    """
    from kampanye_tui.agreement.summary import chosen, part_words, refuse_unknown
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.model.recap import Stage
    from kampanye_tui.recap import Asked
    from kampanye_tui.recap import recap as recap_of

    wanted = tuple(map(Stage, stages))
    if on_screen:
        if differences or clause_id or target is not None or as_csv or as_json:
            raise refuse("--layar tidak dapat dipakai bersama bentuk lain", "Jalankan satu per satu")
        return _open(context, Asked(folders, known_day(day) or _clock(), provinces, wanted))
    per = known_day(day) or _today()
    progress: list[Progress] = []

    def done(number: int, total: int) -> None:
        progress[:] = progress or [Progress("Memeriksa naskah", total)]
        progress[0](number)

    found = recap_of(folders, done)
    refuse_unknown(found, provinces)
    here = chosen(found, provinces)
    part, told = chosen(here, (), wanted), part_words(provinces, wanted)
    if differences or clause_id:
        _compare(part, per, clause_id or "", target, told, overwrite, as_csv, as_json)
    elif target is not None:
        written = _made(part, per, target, told)
        _write(written, target, overwrite=overwrite)
    elif as_csv:
        from kampanye_tui.agreement.recap_table import recap_table

        sys.stdout.buffer.write(recap_table(part, per))
    elif as_json:
        data_json(_as_tables(part, per))
    else:
        _print(part, per)
    # How far a broken one is nobody knows, so whatever stage was asked for, it may be missing.
    return _tell(part._replace(troubles=here.troubles, older=here.older), per)


def _open(context: click.Context, asked: Asked) -> int:
    """Open the terminal program on a recap; it needs no configuration. Raises :class:`Refused`."""
    start: Callable[..., int] = context.obj
    return start(None, operator_name(), recap=asked)


def _clock() -> date:
    """Return the day of the clock."""
    from kampanye_tui.store.lease import local_now

    return local_now().date()


def _today() -> date:
    """Return the day of the clock, and say that it was taken."""
    today = _clock()
    talk(f"Hari tanpa kabar dihitung sampai hari ini, {today:%d-%m-%Y}; tanggal lain dengan --per.")
    return today


def _print(found: Recap, day: date) -> None:
    from kampanye_tui.agreement.summary import by_province, summed

    heads = ("TTD", "H/A/M", "SALINAN", "KLAUSUL", "HARI")
    rows = [
        (one.region, one.stage.words, *_cells(one.tally, one.silent(day)), one.name, one.chain.value)
        for one in found.offices
    ]
    table(("WILAYAH", "KEADAAN", *heads, "NAMA", "RANGKAIAN"), rows, whole=7)
    print()
    sums = [*by_province(found, day), summed("Semua", found, day)]
    table(("KANTOR", *heads, "MASALAH", "PROVINSI"), map(_sum_row, sums), whole=7)
    talk(
        "TTD: menandatangani/diminta. H/A/M: hadir tanpa menandatangani/tidak hadir/menyusul.\n"
        "SALINAN: direncanakan/diserahkan/diterima. HARI: tanpa kabar.\n"
        "KLAUSUL dibandingkan dengan kumpulan nasional: tetap/diubah/dibuang/ditambahkan."
    )


def _sum_row(one: Sum) -> tuple[str, ...]:
    return (str(one.offices), *_cells(one.tally, one.silent), str(one.troubles), one.name)


def _cells(tally: Tally, days: int | None) -> tuple[str, ...]:
    figures = (
        (tally.signed, tally.signers),
        (tally.present, tally.absent, tally.later),
        tally.copy_figures,
        tally.clause_figures,
    )
    return (*("/".join(map(str, one)) for one in figures), "-" if days is None else str(days))


def _as_tables(found: Recap, day: date) -> dict[str, Any]:
    import msgspec

    from kampanye_tui.agreement.summary import by_province, summed

    def office(one: OfficeSummary) -> dict[str, Any]:
        # What became of each clause is told by --beda; here it would be most of what is printed.
        bare = msgspec.structs.replace(one, clauses=())
        told = {name: value for name, value in _whole(bare).items() if name != "klausul"}
        return {**told, "hari_tanpa_kabar": one.silent(day)}

    return {
        "per": day.isoformat(),
        "kantor": [office(one) for one in found.offices],
        "provinsi": [_whole(one) for one in by_province(found, day)],
        "semua": _whole(summed("Semua", found, day)),
        "tidak_dihitung": [msgspec.to_builtins(one) for one in (*found.troubles, *found.older)],
    }


def _whole(value: Any) -> Any:
    """Return a value as tables with all of its keys: a program asks for a figure also where it is 0."""
    import msgspec

    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(value)
        return {field.encode_name: _whole(getattr(value, field.name)) for field in fields}
    return msgspec.to_builtins(value)


def _compare(
    found: Recap,
    day: date,
    clause_id: str,
    target: Path | None,
    told: str,
    *outputs: bool,
) -> None:
    """Tell where clauses differ, in the form that was asked for; raises Refused and Declined."""
    from kampanye_tui.cli import wordings
    from kampanye_tui.document.wordings_paper import wordings_paper

    overwrite, as_csv, as_json = outputs
    clauses = wordings.compared(found, clause_id)
    if target is not None:
        if target.suffix.casefold() == ".pdf":
            clauses = wordings.compared(_spelled(found), clause_id)
        _write(_in_format(wordings_paper(clauses, day, told), target), target, overwrite=overwrite)
    elif as_csv:
        wordings.print_csv(clauses, one=bool(clause_id))
    elif as_json:
        wordings.print_json(clauses, one=bool(clause_id))
    elif clause_id:
        wordings.print_wordings(clauses[0])
    else:
        wordings.print_clauses(clauses)


def _write(written: bytes, target: Path, *, overwrite: bool) -> None:
    """Write a file; raises Refused and Declined."""
    from kampanye_tui.store.outputs import Output, write_outputs

    (became,) = write_outputs(
        [Output(target, written)], overwrite=overwrite, elsewhere="pilih berkas lain dengan -o"
    )
    talk(f"{target}: berkas {became.word}.")


def _made(found: Recap, day: date, target: Path, told: str) -> bytes:
    from kampanye_tui.document.recap_paper import recap_paper
    from kampanye_tui.formats.recap_page import recap_page

    suffix = target.suffix.casefold()
    if suffix == ".html":
        return recap_page(found, day, told)
    return _in_format(recap_paper(_spelled(found) if suffix == ".pdf" else found, day, told), target)


def _spelled(found: Recap) -> Recap:
    """Return a recap in the letters of our typeface."""
    from kampanye_tui.agreement.summary import spelled
    from kampanye_tui.formats.pdf.coverage import unprintable

    return spelled(found, lambda text: unprintable(text, None))


def _in_format(document: Document, target: Path) -> bytes:
    """Return a document in the format of a suffix; raises Refused."""
    from io import BytesIO

    from kampanye_tui.formats import built_in
    from kampanye_tui.model.export_format import ExportOptions
    from kampanye_tui.model.problem import refuse

    suffix = target.suffix.casefold()
    known = {made.suffix: made for module in built_in() for made in module.kampanye_export_formats()}
    if suffix not in known:
        raise refuse(f'format "{suffix}" tidak dikenal', f"Akhiri nama berkas dengan: {', '.join(known)}")
    stream = BytesIO()
    known[suffix].write(document, stream, ExportOptions())
    return stream.getvalue()


def _tell(found: Recap, day: date) -> Exit:
    """Name what was not counted; the exit is 1 where something was broken."""
    for one in found.troubles:
        talk(_about(one))
    for one in found.older:
        talk(f"{one.place}: {one.reason}, jadi tidak dihitung lagi.")
    count = len({one.region for one in found.offices})
    wrong = f"; {len(found.troubles)} tidak dihitung karena bermasalah" if found.troubles else ""
    talk(f"Selesai: {len(found.offices)} naskah dari {count} kantor per {day:%d-%m-%Y}{wrong}.")
    return Exit.REFUSED if found.troubles else Exit.DONE


def _about(one: Trouble) -> str:
    return one.reason if one.place in one.reason else f"{one.place}: {one.reason}."
