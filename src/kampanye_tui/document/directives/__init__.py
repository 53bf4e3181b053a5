"""The directives a template may use, each ``::: nama … :::``; the list is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kampanye_tui.document.context import Context
from kampanye_tui.document.directives.attendance import attendance
from kampanye_tui.document.directives.clauses import articles, clauses, explanations, points
from kampanye_tui.document.directives.copies import expedition, handed_over
from kampanye_tui.document.directives.evidence import copies_recorded, evidence_kept
from kampanye_tui.document.directives.forms import aligned, box, form
from kampanye_tui.document.directives.guidance import guidance
from kampanye_tui.document.directives.laws import laws
from kampanye_tui.document.directives.letterhead import letterhead, number_lines, titles
from kampanye_tui.document.directives.matrix import MATRIX_WORDS, response_matrix
from kampanye_tui.document.directives.options import ROLES, SIDE, STYLE, TEXT, Option, number
from kampanye_tui.document.directives.parties import attendees, party_table
from kampanye_tui.document.directives.printed_files import printed_files
from kampanye_tui.document.directives.qr_code import qr_code
from kampanye_tui.document.directives.responses import STILL_ASKED, responses
from kampanye_tui.document.directives.signatures import FRAME, SIGNERS, signatures
from kampanye_tui.document.directives.signing import (
    REMARKS,
    control_sheet,
    interruptions,
    later_outcomes,
    later_signatures,
    outcomes,
    recorded_outcomes,
)
from kampanye_tui.document.directives.tables import schedule, table
from kampanye_tui.document.parts import Directive, Frame
from kampanye_tui.model.document import Block, PageBreak
from kampanye_tui.model.messages import TYPOGRAPHIC, Words, nearest, typographic, unknown_choice

_CURLY = re.compile(r"[a-z_]=([“”„])")
"""An option whose value stands in the quotes of a word processor, so that it was read as an argument."""


class DirectiveKind(NamedTuple):
    """How a directive is used: what makes its blocks, its options, its argument, and what it may hold."""

    make: Callable[[Context, Directive], tuple[Block, ...]]
    options: Mapping[str, Option] = {}
    argument: str = ""
    """What stands behind its name, as an example; empty when nothing may."""
    inside: bool = False
    """Whether anything may stand between its markers."""
    needs: tuple[str, ...] = ()
    """Options that may not be absent."""


def _nothing(_context: Context, _directive: Directive) -> tuple[Block, ...]:
    return ()


def _of_texts(
    make: Callable[[Context, Directive], tuple[Block, ...]], *needs: str, more: tuple[str, ...] = ()
) -> DirectiveKind:
    """Return a directive whose options are words of the template: heads of columns, and labels."""
    return DirectiveKind(make, options=dict.fromkeys((*needs, *more), TEXT), needs=needs)


FLOW: dict[str, DirectiveKind] = {
    "bila": DirectiveKind(_nothing, argument="ada-saksi", inside=True),
    "sisip": DirectiveKind(_nothing, argument="nasional/naskah"),
}
"""Directives that choose and take in parts; ``expansion`` follows them, and none of them is left after it."""

DIRECTIVES: dict[str, DirectiveKind] = {
    "kop": DirectiveKind(letterhead),
    "judul": DirectiveKind(titles, inside=True),
    "nomor": DirectiveKind(number_lines, options={"peran": ROLES}),
    "hadirin": DirectiveKind(attendees, inside=True),
    "daftar-pihak": DirectiveKind(party_table, options={"peran": ROLES, "paraf": TEXT}),
    "daftar-hadir": DirectiveKind(
        attendance,
        options={
            "peran": ROLES,
            "nama": TEXT,
            "lembaga": TEXT,
            "jabatan": TEXT,
            "tanda_tangan": TEXT,
            "baris_kosong": number(0, 100),
        },
        needs=("nama", "lembaga", "jabatan", "tanda_tangan"),
    ),
    "dasar-hukum": DirectiveKind(laws),
    "pasal": DirectiveKind(articles, options={"gaya": STYLE}, argument="Maksud dan Tujuan", inside=True),
    "klausul": DirectiveKind(clauses, options={"gaya": STYLE}),
    "poin-klausul": DirectiveKind(points),
    "penjelasan-klausul": DirectiveKind(explanations),
    "panduan-klausul": DirectiveKind(
        guidance,
        options=dict.fromkeys(("intinya", "boleh", "tidak_boleh", "contoh", "dasar", "lapor"), TEXT),
    ),
    "tanggapan-klausul": DirectiveKind(
        responses,
        options={
            "klausul": TEXT,
            "pilihan": TEXT,
            "catatan": TEXT,
            "tinggi": number(8, 80),
            "hanya": Option(choices=(STILL_ASKED,)),
            "selesai": TEXT,
        },
        needs=("klausul", "pilihan", "catatan"),
    ),
    "matriks": DirectiveKind(response_matrix, options=dict.fromkeys(MATRIX_WORDS, TEXT), needs=MATRIX_WORDS),
    "jadwal": DirectiveKind(
        schedule, options={"tahapan": TEXT, "tanggal": TEXT}, needs=("tahapan", "tanggal")
    ),
    "tabel": DirectiveKind(
        table,
        options={
            "kepala": TEXT,
            "lebar": TEXT,
            "baris_kosong": number(0, 100),
            "tinggi": number(5, 80),
        },
        needs=("kepala",),
        inside=True,
    ),
    "tanda-tangan": DirectiveKind(
        signatures,
        options={
            "peran": ROLES,
            "oleh": SIGNERS,
            "kolom": number(1, 12),
            "judul": TEXT,
            "tinggi": number(5, 200),
            "bentuk": FRAME,
            "letak": SIDE,
            "meterai": TEXT,
        },
        inside=True,
    ),
    "hasil-penandatanganan": _of_texts(
        outcomes, "kelompok", "nomor", "pihak", "penanda_tangan", "hasil", "keterangan", more=REMARKS
    ),
    "hasil-susulan": _of_texts(
        later_outcomes, "nomor", "pihak", "penanda_tangan", "hasil", "waktu", "keterangan", more=REMARKS
    ),
    "tanda-tangan-susulan": DirectiveKind(later_signatures, options={"kolom": number(1, 12)}),
    "jeda": _of_texts(interruptions, "mulai", "lanjut", "sebab"),
    "kendali": _of_texts(
        control_sheet,
        *("urutan", "nomor", "pihak", "pilihan", "pukul", "mandat", "salinan", "penerima"),
    ),
    "salinan-diserahkan": _of_texts(handed_over, "bentuk", "nomor", "pihak", "penerima", "kapasitas"),
    "ekspedisi": _of_texts(
        expedition,
        *("tanggal", "naskah", "kepada", "isi", "hal", "banyaknya"),
        *("penerima", "tanda_tangan", "keterangan"),
    ),
    "rata": DirectiveKind(aligned, argument="kanan", inside=True),
    "kotak": DirectiveKind(box, inside=True),
    "isian": DirectiveKind(form, inside=True),
    "kode-qr": DirectiveKind(
        qr_code,
        options={"isi": TEXT, "teks_pengganti": TEXT, "ukuran": number(25, 60)},
        inside=True,
        needs=("isi", "teks_pengganti", "ukuran"),
    ),
    "hasil-tercatat": _of_texts(
        recorded_outcomes,
        *("nomor", "pihak", "penanda_tangan", "hasil", "waktu", "keterangan"),
        more=REMARKS,
    ),
    "salinan-tercatat": _of_texts(
        copies_recorded, "bentuk", "nomor", "pihak", "keadaan", "sejak", "penerima"
    ),
    "bukti-tersimpan": _of_texts(evidence_kept, "tentang", "asli", "sejak", "kode"),
    "berkas-tercetak": _of_texts(printed_files, "bentuk", "nomor", "pihak", "kode"),
    "halaman-baru": DirectiveKind(lambda _context, _directive: (PageBreak(),)),
}


def made_by(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the blocks of a directive; raises :class:`Refused` for one that is unknown or misused."""
    for what, hint in misuses(directive, inside=bool(directive.parts)):
        raise context.refuse(directive.line, what, hint)
    return DIRECTIVES[directive.name].make(context, directive)


def misuses(directive: Directive | Frame, *, inside: bool) -> Iterator[Words]:
    """Yield what a directive is not or does not know, so that nothing written is dropped silently."""
    name = directive.name
    kind = (DIRECTIVES | FLOW).get(name)
    if kind is None:
        what, hint = unknown_choice(name, [*DIRECTIVES, *FLOW])
        yield f"direktif {what}", hint
        return
    curly = _CURLY.search(directive.argument)
    if curly:
        yield typographic(*TYPOGRAPHIC[curly[1]])
        return
    given = dict(directive.options)
    for option, value in given.items():
        if option in kind.options:
            yield from kind.options[option].faults(option, value)
        else:
            yield f'direktif {name} tidak mengenal "{option}"', nearest(option, kind.options)
    for option in kind.needs:
        if not given.get(option, "").strip():
            yield f'direktif {name} memerlukan "{option}"', f'Contoh: ::: {name} {option}="…"'
    if kind.argument and not directive.argument:
        example = f"Contoh: ::: {name} {kind.argument}"
        yield f"sesudah {name} masih diperlukan keterangan", example
    if directive.argument and not kind.argument:
        yield f'tulisan "{directive.argument}" tidak dikenal di sini', f"Contoh: ::: {name}"
    if inside and not kind.inside:
        yield f"direktif {name} tidak berisi teks", "Tutup langsung dengan :::"
