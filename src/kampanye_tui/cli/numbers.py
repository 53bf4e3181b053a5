"""``nomor``: numbers of documents, taken from the register of their year, typed in, void, used elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import click

from kampanye_tui.cli.editing import Editing, begin, naskah
from kampanye_tui.cli.options import as_json, config, recorded_as_json
from kampanye_tui.cli.output import Exit, data_json, table, talk
from kampanye_tui.cli.recording import say, tell_recorded
from kampanye_tui.cli.session import locate
from kampanye_tui.cli.typed import Day, Line, known_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kampanye_tui.agreement.number_register import Register, Row, Span
    from kampanye_tui.model.number_entry import AnyNumberEntry, Issued, TypedIn
    from kampanye_tui.model.template import FrontMatter
    from kampanye_tui.store.configuration import Located


class Spans(click.ParamType):  # type: ignore[type-arg]  # it takes none in click 8.3
    """One running number, or several in a row."""

    name = "nomor"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        """Return them."""
        from kampanye_tui.agreement.number_register import span_of
        from kampanye_tui.model.problem import Refused

        try:
            return span_of(value)
        except Refused as refused:
            self.fail(refused.problems[0].what, param, ctx)


tanggal = click.option(
    "--tanggal", "day", type=Day(), metavar="T", help="Tanggal dokumen; biasanya hari acara."
)
alasan = click.option(
    "--alasan", "reason", type=Line(), default="", metavar="A", help="Alasannya; harus ada."
)
tahun = click.option(
    "--tahun",
    "year",
    type=click.IntRange(2000, 2999),
    metavar="TAHUN",
    help="Tahun register; biasanya tahun acara.",
)


@click.group("nomor", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def numbers() -> None:
    """Ambil, catat, batalkan, dan daftar nomor dokumen."""


@numbers.command("ambil", options_metavar="[OPSI]")
@click.argument("document", metavar="DOKUMEN")
@click.option(
    "--jenis", "code", type=Line(), metavar="KODE", help="Pengisi {jenis}, bila templat tidak menyebutnya."
)
@tanggal
@naskah
@recorded_as_json
@config
def take(document: str, code: str | None, day: date | str | None, agreement_id: str | None) -> Exit:
    """Ambil nomor berikutnya untuk sebuah dokumen.

    Nomor dicatat di register tahun itu dan ditulis ke naskah, sehingga tercetak
    pada dokumennya. Dokumen yang sudah bernomor tidak mendapat nomor lain.

    \b
    Contoh:
      kampanye nomor ambil undangan --tanggal 20-11-2023
      kampanye nomor ambil berita-acara-kesepakatan --jenis BA
    """
    from kampanye_tui.agreement.number_register import assigned, issued
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    agreement, front = editing.agreement, _front(editing, document)
    on = _day(editing, day)
    held = agreement.numbers.get(front.id, "")

    def make(register: Register) -> tuple[AnyNumberEntry, ...]:
        known = assigned(register.events, agreement.id, front.id)
        if held and (known is None or known.text != held):
            raise refuse(
                f'di naskah, dokumen {front.id} bernomor "{held}"; register tahun {on.year} tidak memuatnya',
                f'Catat dengan: kampanye nomor catat {front.id} "{held}"',
            )
        if known:
            return ()
        wanted = {"document": front.id, "agreement": agreement.id, "day": on, **_stamp()}
        return (issued(register.events, form=_form(editing), code=code or front.number_code, **wanted),)

    register, new = _enter(editing.located, on.year, make)
    # It had one, or it has one now.
    entry = cast("Issued | TypedIn", assigned(register.events, agreement.id, front.id))
    if not new:
        talk(f"Dokumen {front.id} sudah bernomor; tidak ada nomor baru yang diambil.")
    _write(editing, front.id, entry.text)
    tell_recorded((entry,))
    say(entry.text)
    return Exit.DONE


@numbers.command("catat", options_metavar="[OPSI]")
@click.argument("document", metavar="DOKUMEN")
@click.argument("text", metavar="NOMOR", type=Line())
@click.option("--pihak", "party", metavar="ID", help="Nomor dari pihak ini sendiri, misalnya polres.")
@tanggal
@naskah
@recorded_as_json
@config
def type_in(
    document: str, text: str, party: str | None, day: date | str | None, agreement_id: str | None
) -> Exit:
    """Catat nomor yang diberikan di tempat lain.

    Nomor ditulis ke naskah seperti yang tertulis. Bila bentuknya sama dengan
    bentuk nomor kantor, nomor urutnya tidak akan diberikan lagi. Nomor dari pihak
    lain tidak masuk register kantor, dan "" mengosongkannya.

    \b
    Contoh:
      kampanye nomor catat naskah "12/PL.01.6-NK/3674/2023"
      kampanye nomor catat naskah "B/812/XI/2023" --pihak polres
    """
    from kampanye_tui.agreement.number_format import parts_of
    from kampanye_tui.agreement.number_register import assigned, typed_in

    editing = begin(agreement_id)
    agreement, front, form = editing.agreement, _front(editing, document), _form(editing)
    if party:
        from kampanye_tui.agreement.party_numbers import with_own_number

        return editing.keep(with_own_number(agreement, party, front.id, text), dry=False)
    on = _day(editing, day)
    parts = parts_of(form, text)

    def make(register: Register) -> tuple[AnyNumberEntry, ...]:
        known = assigned(register.events, agreement.id, front.id)
        if known and known.text == text:
            return ()
        wanted = {"document": front.id, "agreement": agreement.id, "day": on, **_stamp()}
        return (typed_in(register.events, form=form, text=text, **wanted),)

    year = parts.year if parts and parts.year else on.year
    register, new = _enter(editing.located, year, make)
    if not new:
        talk(f'Nomor "{text}" sudah tercatat untuk dokumen {front.id}.')
    _write(editing, front.id, text)
    tell_recorded(new)
    say(text)
    _tell_gaps(year, register)
    return Exit.DONE


@numbers.command("batal", options_metavar="[OPSI]")
@click.argument("wanted", metavar="NOMOR", type=Line())
@alasan
@tahun
@naskah
@recorded_as_json
@config
def void(wanted: str, reason: str, year: int | None, agreement_id: str | None) -> Exit:
    """Batalkan nomor; nomor itu tidak diberikan lagi.

    NOMOR adalah nomor urut, atau nomor lengkap seperti yang tercetak. Nomor itu
    juga dihapus dari naskahnya.

    \b
    Contoh:
      kampanye nomor batal 14 --alasan "Salah ketik pada undangan."
    """
    from kampanye_tui.agreement.number_register import HELD, NumberState, row_of, voided
    from kampanye_tui.store.register import open_register

    located = locate()
    year = year or _year(agreement_id)
    events = open_register(located.workspace, year).book.events
    found = row_of(events, wanted)
    # What would be refused is refused before the agreement changes. That one comes first, so that no failure
    # in between leaves a void number in print.
    voided(events, wanted, reason, **_stamp())
    if found.state in HELD and found.entry is not None:
        _take_out(located, found.entry)
    _register, new = _enter(
        located, year, lambda register: (voided(register.events, wanted, reason, **_stamp()),)
    )
    tell_recorded(new)
    say(f"{found.called}: {NumberState.VOID.value}")
    return Exit.DONE


@numbers.command("luar", options_metavar="[OPSI]")
@click.argument("span", metavar="N|N-M", type=Spans())
@alasan
@tahun
@naskah
@recorded_as_json
@config
def outside(span: Span, reason: str, year: int | None, agreement_id: str | None) -> Exit:
    """Catat nomor urut yang dipakai di luar program ini.

    \b
    Contoh:
      kampanye nomor luar 15 --alasan "Surat tugas sekretariat."
      kampanye nomor luar 1-57 --alasan "Agenda sebelum program ini dipakai."
    """
    from kampanye_tui.agreement.number_register import NumberState, used_outside

    located = locate()
    year = year or _year(agreement_id)
    register, new = _enter(
        located, year, lambda register: (used_outside(register.events, span, reason, **_stamp()),)
    )
    tell_recorded(new)
    say(f"{span}: {NumberState.OUTSIDE.value}")
    _tell_gaps(year, register)
    return Exit.DONE


@numbers.command("daftar", options_metavar="[OPSI]")
@click.option(
    "--tahun", "year", type=click.IntRange(2000, 2999), metavar="TAHUN", help="Hanya register tahun ini."
)
@config
@as_json
def listing(year: int | None, as_json: bool) -> None:
    """Tampilkan setiap nomor urut dan keadaannya."""
    from kampanye_tui.agreement.number_register import rows
    from kampanye_tui.store.register import open_register, register_years

    workspace = locate().workspace
    registers = []
    for one in (year,) if year else register_years(workspace):
        opened = open_register(workspace, one)
        if opened.notice:
            talk(opened.notice)
        registers.append((one, opened.book))
    listed = [_facts(one, row) for one, register in registers for row in rows(register.events)]
    if as_json:
        data_json(listed)
        return
    if listed:
        table(
            ("TAHUN", "URUT", "KEADAAN", "NOMOR", "DOKUMEN", "NASKAH", "TANGGAL", "ALASAN"),
            [["" if value is None else str(value) for value in facts.values()] for facts in listed],
            whole=3,
        )
    else:
        talk("Belum ada nomor yang tercatat.")
    for one, register in registers:
        _tell_gaps(one, register)


def _facts(year: int, row: Row) -> dict[str, Any]:
    entry = row.entry
    return {
        "tahun": year,
        "urut": row.sequence,
        "keadaan": row.state.value,
        "nomor": row.text,
        "dokumen": entry.document if entry else "",
        "naskah": entry.agreement if entry else "",
        "tanggal": entry.day.isoformat() if entry else "",
        "alasan": row.reason,
    }


def _enter(
    located: Located, year: int, make: Callable[[Register], Iterable[AnyNumberEntry]]
) -> tuple[Register, tuple[AnyNumberEntry, ...]]:
    """Append what ``make`` returns to a year's register, after telling what has to be told of it."""
    from kampanye_tui.store.register import enter, open_register

    if notice := open_register(located.workspace, year).notice:
        talk(notice)
    entered = enter(located.workspace, year, make)
    if entered.unread:
        for problem in entered.unread:
            talk(str(problem))
        talk(f"Nomor tahun {year} tidak terpengaruh. Periksa dengan: kampanye periksa-simpanan")
    return entered.register, entered.entries


def _stamp() -> dict[str, Any]:
    """Return what every entry says of itself, by the names of its fields."""
    from kampanye_tui.cli.recording import operator_name
    from kampanye_tui.store.lease import local_now

    return {"recorded": local_now().replace(microsecond=0), "operator": operator_name()}


def _front(editing: Editing, document: str) -> FrontMatter:
    return editing.library().template(document).front


def _form(editing: Editing) -> str:
    """Return how numbers look: an agreement from before the office said so has it from the configuration."""
    return editing.agreement.office.number_format or editing.located.configuration.office.number_format


def _day(editing: Editing, day: date | str | None) -> date:
    from kampanye_tui.model.problem import refuse

    known = known_day(day) or editing.agreement.occasion.day
    if not known:
        raise refuse("tanggal dokumen belum diketahui", "Sebutkan: --tanggal, atau isi hari acara")
    return known


def _year(agreement_id: str | None) -> int:
    """Return the year of an agreement's occasion; raises :class:`Refused` when it is not known."""
    from kampanye_tui.model.problem import refuse

    day = begin(agreement_id).agreement.occasion.day
    if day is None:
        raise refuse("tahun register belum diketahui", "Sebutkan: --tahun, atau isi hari acara")
    return day.year


def _write(editing: Editing, document: str, text: str) -> None:
    """Save the number in the agreement; the register holds it already, whatever becomes of the saving."""
    from kampanye_tui.agreement.number_register import with_number
    from kampanye_tui.model.problem import Declined
    from kampanye_tui.store.workspace import save

    after = with_number(editing.agreement, document, text)
    if after == editing.agreement:
        return
    try:
        save(editing.saved, after)
    except (Declined, OSError):
        talk(
            f"Nomor {text} sudah tercatat di register, tetapi belum tertulis di naskah; "
            "ulangi perintah yang sama untuk menuliskannya."
        )
        raise
    talk(f"Tersimpan di naskah {after.id}.")


def _take_out(located: Located, entry: Issued | TypedIn) -> None:
    """Take a number out of the agreement that prints it; raises :class:`Declined` as :func:`save` does."""
    from kampanye_tui.agreement.number_register import with_number
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.store.workspace import load, save

    name, document = entry.agreement, entry.document
    try:
        saved = load(located.workspace, name)
    except Refused:
        talk(f"Naskah {name} tidak dapat dibuka; nomor itu mungkin masih tertulis di sana.")
        return
    if saved.agreement.numbers.get(document) == entry.text:
        save(saved, with_number(saved.agreement, document, ""))
        talk(f"Dihapus dari naskah {name}.")


def _tell_gaps(year: int, register: Register) -> None:
    from kampanye_tui.agreement.number_register import gaps

    missing = ", ".join(map(str, gaps(register.events)))
    if missing:
        talk(
            f"Belum terjelaskan pada tahun {year}: nomor {missing}. "
            f"Jelaskan dengan: kampanye nomor luar N --tahun {year} --alasan …, atau kampanye nomor batal N"
        )
