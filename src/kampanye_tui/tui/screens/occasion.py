"""Acara: day, hours and place of the signing, what the paper is, the office, and the numbers of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult

from kampanye_tui.agreement.edit_members import member_labels, with_member_name
from kampanye_tui.agreement.edit_occasion import NUMBERED, moved, with_occasion
from kampanye_tui.agreement.entries import day_of, hour_of, line_of
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.occasion import AgreementKind, Style
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import arrange
from kampanye_tui.tui.form import Field
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.typed_form import Made, open_typed_form

if TYPE_CHECKING:
    from kampanye_tui.work import Work

KINDS = tuple((kind.value, kind.called) for kind in AgreementKind)
STYLES = tuple((style.value, style.words) for style in Style)


class OccasionPane(Pane):
    """The tab of the occasion."""

    groups = (Group.OCCASION,)
    BINDINGS: ClassVar = bound(Group.OCCASION)
    needs_text = ("acara.ubah",)

    def compose(self) -> ComposeResult:
        """Lay out what is known, one line each."""
        yield Rows(id="fields")

    def show(self) -> None:
        """Show the values as they stand."""
        rows = []
        for heading, fields in self._parts():
            rows.append(Row(heading, heading.upper(), heading=True))
            rows += [
                Row(
                    one.id,
                    arrange(
                        (one.label, dict(one.choices).get(one.value, one.value) or "– belum diisi"), (26, 90)
                    ),
                )
                for one in fields
            ]
        self.query_one(Rows).show(rows)

    def go(self, finding: Finding) -> None:
        """Point at the field of a finding."""
        place = finding.place
        one_of_many = place.field in ("nomor", "anggota") and place.id
        self.query_one(Rows).point(f"{place.field}-{place.id}" if one_of_many else place.field or "tanggal")

    def resume(self, name: str) -> None:
        """Open the form where typing stopped."""
        del name
        self.do_edit()

    def _parts(self) -> tuple[tuple[str, tuple[Field, ...]], ...]:
        agreement = self.work.agreement
        occasion, office = agreement.occasion, agreement.office
        line = sentence_of(line_of)
        day = long_date(occasion.day) if occasion.day else ""
        return (
            (
                "Penandatanganan",
                (
                    Field(
                        "tanggal",
                        "Tanggal",
                        day,
                        "tt-bb-tttt atau 28 November 2023; kosong berarti belum pasti.",
                        sentence_of(day_of),
                    ),
                    Field(
                        "mulai", "Mulai pukul", _hour(occasion.start), "Misalnya 09.00.", sentence_of(hour_of)
                    ),
                    Field(
                        "selesai", "Selesai pukul", _hour(occasion.end), "Boleh kosong.", sentence_of(hour_of)
                    ),
                    Field("tempat", "Tempat", occasion.place, "Gedung atau ruang.", line),
                    Field("kota", "Kota", occasion.city, "Kota di atas tanda tangan.", line),
                ),
            ),
            (
                "Naskah",
                (
                    Field(
                        "tentang",
                        "Tentang",
                        agreement.topic,
                        "Kalimat sesudah kata TENTANG pada judul.",
                        needed(line),
                    ),
                    Field(
                        "jenis",
                        "Jenis",
                        agreement.kind.value,
                        "Menentukan judul dan sebutan naskah.",
                        choices=KINDS,
                    ),
                    Field(
                        "gaya",
                        "Penomoran klausul",
                        agreement.style.value,
                        "Pasal seperti peraturan, atau angka.",
                        choices=STYLES,
                    ),
                ),
            ),
            (
                "Kantor",
                (
                    Field("alamat", "Alamat kantor", office.address, "Tercetak pada kop surat.", line),
                    Field("kontak", "Kontak", office.contact, "Telepon atau pos-el pada kop surat.", line),
                    *self._members(),
                ),
            ),
            ("Nomor dokumen", tuple(self._numbers())),
        )

    def _members(self) -> Iterator[Field]:
        agreement = self.work.agreement
        named = zip(member_labels(agreement), agreement.members(), strict=True)
        for number, (label, member) in enumerate(named, 1):
            hint = "Tercetak pada tempat tanda tangan; kosong berarti ditulis tangan."
            if number == 1:
                hint = "Dengan nama ini pula penyelenggara menandatangani."
            yield Field(f"anggota-{number}", label, member.name, hint, sentence_of(line_of))

    def _numbers(self) -> Iterator[Field]:
        hint = (
            f"Bentuk kantor: {form}"
            if (form := self.work.agreement.office.number_format)
            else "Kosong berarti ditulis tangan."
        )
        for name in dict.fromkeys((*NUMBERED, *self.work.agreement.numbers)):
            value = self.work.agreement.numbers.get(name, "")
            label = NUMBERED.get(name, f"Nomor {name}")
            yield Field(f"nomor-{name}", label, value, hint, sentence_of(line_of))

    def do_edit(self) -> None:
        """Open the form at the value that is pointed at."""
        fields = (field for _heading, part in self._parts() for field in part)
        pointed = self.query_one(Rows).pointed
        title = f"Acara · {self.work.agreement.topic}"
        open_typed_form(self, "acara", title, fields, self._change, focus=pointed.id if pointed else "")

    def _change(self, values: Mapping[str, str]) -> Made:
        """Return what was typed as one edit; raises Refused, which the form shows."""
        after, told = with_values(self.work, values)
        return Made(after, " ".join(told))


def with_values(work: Work, values: Mapping[str, str]) -> tuple[Agreement, tuple[str, ...]]:
    """Return the agreement with the values of the form, and what follows from another day in words."""
    before = work.agreement
    day = day_of(values["tanggal"])
    told: tuple[str, ...] = ()
    after = with_occasion(
        before,
        msgspec.structs.replace(
            before.occasion,
            start=hour_of(values["mulai"]),
            end=hour_of(values["selesai"]),
            place=line_of(values["tempat"]),
            city=line_of(values["kota"]),
        ),
    )
    numbers = {
        name.removeprefix("nomor-"): line_of(value)
        for name, value in values.items()
        if name.startswith("nomor-")
    }
    changed = msgspec.structs.replace(
        after,
        topic=line_of(values["tentang"]),
        kind=AgreementKind(values["jenis"]),
        style=Style(values["gaya"]),
        office=msgspec.structs.replace(
            after.office, address=line_of(values["alamat"]), contact=line_of(values["kontak"])
        ),
        numbers={name: value for name, value in numbers.items() if value},
    )
    for name, value in values.items():
        if name.startswith("anggota-"):
            changed = with_member_name(changed, int(name.removeprefix("anggota-")), line_of(value))
    after = settled(after, changed)
    if day != before.occasion.day:
        from kampanye_tui.work import library_for

        elsewhere = msgspec.structs.replace(after, occasion=msgspec.structs.replace(after.occasion, day=day))
        library = library_for(work.located, elsewhere)
        after, told = moved(after, day, library.reference, library.clause_sets, library.host.packs())
    return after, told


def _hour(hour: time | None) -> str:
    return f"{hour:%H.%M}" if hour else ""
