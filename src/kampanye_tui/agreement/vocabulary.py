"""The values that placeholders stand for: words of the region, the election, the office and the occasion."""

from __future__ import annotations

from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.words import clock, date_in_words, day_name, long_date
from kampanye_tui.model.occasion import AgreementKind, Occasion
from kampanye_tui.model.office import Office
from kampanye_tui.model.reference import Reference

Vocabulary = dict[str, str]
"""Name → value; an empty value is known but not filled in yet."""


def of_reference(reference: Reference) -> Vocabulary:
    """Return the words of region, election and terms."""
    region, election = reference.region, reference.election
    words = {
        "kode_wilayah": region.code,
        "nama_wilayah": region.place,
        "sebutan_wilayah": region.designation,
        "nama_provinsi": region.province,
        "zona_waktu": region.zone.value,
        "nama_pemilu": election.name,
        "singkatan_pemilu": election.short,
        "tahun_pemilu": str(election.year),
    }
    for stage in election.stages:
        name = stage.id.replace("-", "_")
        words[f"mulai_{name}"] = long_date(stage.start)
        words[f"selesai_{name}"] = long_date(stage.end)
    for term in reference.terms:
        words[term.name] = said(term.text, words)
    return words


def contestants(reference: Reference) -> str:
    """Return what papers call all contestants together: ``Peserta Pemilu``, ``Pasangan Calon``."""
    return of_reference(reference).get("peserta", "Peserta Pemilu")


def contestants_within(reference: Reference) -> str:
    """Return what all contestants are called within a sentence: ``peserta pemilu``, ``pasangan calon``."""
    return contestants(reference).lower()


def said(text: str, words: Vocabulary) -> str:
    """Return ``text`` with the words that are known; what is not known stays visible as it was written."""
    return finish(text, lambda name: words.get(name, f"{{{name}}}"), lambda clause: f"{{@{clause}}}")


def short_office(words: Vocabulary) -> str:
    """Return what an office is called in short: ``KPU Kota Tangerang Selatan``."""
    return said("{singkatan_penyelenggara} {sebutan_wilayah}", words)


def of_office(office: Office, words: Vocabulary) -> Vocabulary:
    """Return the words of the office; its name is derived where the configuration gives none."""
    return {
        "nama_kantor": office.name or words.get("nama_kantor", ""),
        "alamat_kantor": office.address,
        "kontak_kantor": office.contact,
    }


def of_occasion(occasion: Occasion, kind: AgreementKind, topic: str, zone: str) -> Vocabulary:
    """Return the words of the paper and of the day of signing."""
    day = occasion.day
    return {
        "sebutan_naskah": kind.called,
        "tentang": topic,
        "hari_tanggal_terbilang": date_in_words(day) if day else "",
        "hari_acara": day_name(day) if day else "",
        "tanggal_acara": long_date(day) if day else "",
        "tanggal_angka": day.strftime("%d-%m-%Y") if day else "",
        "kosong": "",
        "tempat_acara": occasion.place,
        "kota_acara": occasion.city,
        "mulai_acara": clock(occasion.start, zone) if occasion.start else "",
        "selesai_acara": clock(occasion.end, zone) if occasion.end else "",
    }


def vocabulary(
    reference: Reference, office: Office, occasion: Occasion, kind: AgreementKind, topic: str
) -> Vocabulary:
    """Return everything that the text of a clause may name, besides its own parameters."""
    words = of_reference(reference)
    words |= of_office(office, words)
    return words | of_occasion(occasion, kind, topic, reference.region.zone.value)
