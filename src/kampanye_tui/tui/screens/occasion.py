"""Acara: day, hours and place of the signing, what the paper is, the office, and the numbers of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult

from kampanye_tui.agreement.edit_members import member_labels
from kampanye_tui.agreement.edit_occasion import NUMBERED
from kampanye_tui.agreement.entries import day_of, hour_of, line_of
from kampanye_tui.agreement.occasion_values import MEMBER, NUMBER, values_of
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
        values = values_of(self.work.agreement)
        line = sentence_of(line_of)
        return (
            (
                "Penandatanganan",
                (
                    Field(
                        "tanggal",
                        "Tanggal",
                        values["tanggal"],
                        "tt-bb-tttt atau 28 November 2023; kosong berarti belum pasti.",
                        sentence_of(day_of),
                    ),
                    Field("mulai", "Mulai pukul", values["mulai"], "Misalnya 09.00.", sentence_of(hour_of)),
                    Field(
                        "selesai", "Selesai pukul", values["selesai"], "Boleh kosong.", sentence_of(hour_of)
                    ),
                    Field("tempat", "Tempat", values["tempat"], "Gedung atau ruang.", line),
                    Field("kota", "Kota", values["kota"], "Kota di atas tanda tangan.", line),
                ),
            ),
            (
                "Naskah",
                (
                    Field(
                        "tentang",
                        "Tentang",
                        values["tentang"],
                        "Kalimat sesudah kata TENTANG pada judul.",
                        needed(line),
                    ),
                    Field(
                        "jenis",
                        "Jenis",
                        values["jenis"],
                        "Menentukan judul dan sebutan naskah.",
                        choices=KINDS,
                    ),
                    Field(
                        "gaya",
                        "Penomoran klausul",
                        values["gaya"],
                        "Pasal seperti peraturan, atau angka.",
                        choices=STYLES,
                    ),
                ),
            ),
            (
                "Kantor",
                (
                    Field("alamat", "Alamat kantor", values["alamat"], "Tercetak pada kop surat.", line),
                    Field("kontak", "Kontak", values["kontak"], "Telepon atau pos-el pada kop surat.", line),
                    *self._members(values),
                ),
            ),
            ("Nomor dokumen", tuple(self._numbers(values))),
        )

    def _members(self, values: Mapping[str, str]) -> Iterator[Field]:
        for number, label in enumerate(member_labels(self.work.agreement), 1):
            hint = "Tercetak pada tempat tanda tangan; kosong berarti ditulis tangan."
            if number == 1:
                hint = "Dengan nama ini pula penyelenggara menandatangani."
            name = f"{MEMBER}{number}"
            yield Field(name, label, values[name], hint, sentence_of(line_of))

    def _numbers(self, values: Mapping[str, str]) -> Iterator[Field]:
        hint = (
            f"Bentuk kantor: {form}"
            if (form := self.work.agreement.office.number_format)
            else "Kosong berarti ditulis tangan."
        )
        for name, value in values.items():
            if name.startswith(NUMBER):
                paper = name.removeprefix(NUMBER)
                yield Field(name, NUMBERED.get(paper, f"Nomor {paper}"), value, hint, sentence_of(line_of))

    def do_edit(self) -> None:
        """Open the form at the value that is pointed at."""
        fields = (field for _heading, part in self._parts() for field in part)
        pointed = self.query_one(Rows).pointed
        title = f"Acara · {self.work.agreement.topic}"
        open_typed_form(self, "acara", title, fields, self._change, focus=pointed.id if pointed else "")

    def _change(self, values: Mapping[str, str]) -> Made:
        """Return what was typed as one edit; raises Refused, which the form shows."""
        from kampanye_tui.work import with_occasion_values

        after, told = with_occasion_values(self.work.located, self.work.agreement, values)
        return Made(after, " ".join(told))
