"""What is a telephone number, a NIK or a mail address, and what only looks like one."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.personal_data import (
    MAIL,
    NIK,
    PHONE,
    personal,
    personal_places,
    without_personal,
)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("hubungi 081234567890", PHONE, "081234567890"),
        ("hubungi 0812-3456-7890.", PHONE, "0812-3456-7890"),
        ("WA +62 812 3456 7890", PHONE, "+62 812 3456 7890"),
        ("Telp. (021) 5371234", PHONE, "(021) 5371234"),
        ("NIK 3674012345678901", NIK, "3674012345678901"),
        ("kpu@contoh.go.id", MAIL, "kpu@contoh.go.id"),
        ("28-11-2023 081234567890", PHONE, "081234567890"),
    ],
    ids=["mobile", "with hyphens", "abroad", "fixed line", "nik", "mail", "behind a day"],
)
def test_personal_data_is_found(text: str, kind: str, found: str) -> None:
    assert [(one.kind, one.text) for one in personal(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "28-11-2023 10.45",
        "Nomor 21/DPC/PKB/XI/2023",
        "NIP 196801011990031001",
        "Undang-Undang Nomor 7 Tahun 2017",
        "12/PL.01.6-NK/3674/2023",
        "0123456789" * 6 + "0123",
        "Jalan Raya Serpong Nomor 1, 15310",
        "5 × 12.500.000",
    ],
    ids=["a day", "a letter", "a NIP", "a law", "a number of the office", "a hash", "an address", "money"],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert list(personal(text)) == []


def test_the_word_before_a_number_goes_with_it() -> None:
    assert without_personal("Jalan Raya 1, telp. 021-5371234, kpu@contoh.go.id") == "Jalan Raya 1"


def test_a_finding_tells_the_keys_that_lead_to_it() -> None:
    value = {"kantor": {"kontak": "021-5371234"}, "pihak": [{"id": "bawaslu", "alamat": "a@b.id"}]}
    places = [place for place, _found in personal_places(value)]
    assert places == [("kantor", "kontak"), ("pihak", "bawaslu", "alamat")]
