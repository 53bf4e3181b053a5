"""What the desk asks for in forms: fields, and what was typed into them as values."""

from __future__ import annotations

from kampanye_tui.agreement.entries import day_of, line_of
from kampanye_tui.model.event import Mandate, MandateKind
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.form import Field

DAY, LINE = sentence_of(day_of), sentence_of(line_of)

OUT_OF_TURN = Field("alasan", "Mengapa didahulukan", "", "Kelompok sebelumnya belum selesai.", needed(LINE))
LATER = (
    Field("tanggal", "Paling lambat", "", "Kapan tanda tangan diberikan.", needed(DAY)),
    Field("catatan", "Keterangan", "", "Boleh kosong.", LINE),
)
MISTAKE = Field("alasan", "Apa yang keliru", "", "Catatan lama tetap ada.", needed(LINE))
INTERRUPTION = (
    Field("sebab", "Sebab jeda", "", "Misalnya: listrik padam.", needed(LINE)),
    Field("mulai", "Mulai pukul", "", "Kosong berarti sekarang."),
    Field("lanjut", "Lanjut pukul", "", "Boleh kosong."),
)


def witness_field(before: str) -> Field:
    """Return the field for who watches the signing."""
    hint = "Tercatat pada setiap tanda tangan sesudah ini; kosongkan bila tidak ada."
    return Field("saksi", "Yang menyaksikan", before, hint, LINE)


def mandate_fields(known: Mandate | None) -> tuple[Field, ...]:
    """Return the fields for who stands in, filled with what is known already."""
    day = f"{known.day:%d-%m-%Y}" if known and known.day else ""
    kinds = tuple((kind.value, kind.value) for kind in MandateKind)
    kind = known.kind if known else MandateKind.ON_BEHALF
    return (
        Field("nama", "Nama yang mewakili", known.name if known else "", "Dengan gelar.", needed(LINE)),
        Field("nomor", "Nomor surat mandat", known.number if known else "", "", needed(LINE)),
        Field("tanggal", "Tanggal surat mandat", day, "Misalnya 20-11-2023.", needed(DAY)),
        Field("bentuk", "Sebagai", kind.value, "a.n., Plt., Pj., dan seterusnya.", choices=kinds),
    )


def mandate_typed(values: dict[str, str]) -> Mandate:
    """Return the mandate that was typed."""
    return Mandate(
        kind=MandateKind(values["bentuk"]),
        name=values["nama"],
        number=values["nomor"],
        day=day_of(values["tanggal"]),
    )
