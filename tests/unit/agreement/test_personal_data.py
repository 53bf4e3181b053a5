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
        ("2023-11-28 081234567890", PHONE, "081234567890"),
        ("pukul 10.45 081234567890", PHONE, "081234567890"),
        ("Jalan Melati 1 081234567890", PHONE, "081234567890"),
        ("Telp.081234567890", PHONE, "081234567890"),
        ("HP.0812-3456-7890", PHONE, "0812-3456-7890"),
        ("Telp./WA.081234567890", PHONE, "081234567890"),
        ("HP081234567890", PHONE, "081234567890"),
        ("https://wa.me/6281234567890", PHONE, "6281234567890"),
        ("0812 - 3456 - 7890", PHONE, "0812 - 3456 - 7890"),
        ("0812.3456.7890", PHONE, "0812.3456.7890"),
        ("0812_3456_7890", PHONE, "0812_3456_7890"),
        ("0812\u20133456\u20137890", PHONE, "0812\u20133456\u20137890"),
        ("0812 \u2014 3456 \u2014 7890", PHONE, "0812 \u2014 3456 \u2014 7890"),
        ("0812\u00a03456\u00a07890", PHONE, "0812\u00a03456\u00a07890"),
        ("\u202a+62 812\u20113456\u20117890\u202c", PHONE, "+62 812\u20113456\u20117890"),
        ("812-3456-7890", PHONE, "812-3456-7890"),
        ("81234567890", PHONE, "81234567890"),
        ("+62 (0) 812 3456 7890", PHONE, "+62 (0) 812 3456 7890"),
        ("0062 812 3456 7890", PHONE, "0062 812 3456 7890"),
        ("62-21-5371234", PHONE, "62-21-5371234"),
        ("(0361) \u2013 123456", PHONE, "(0361) \u2013 123456"),
        ("scan_081234567890.pdf", PHONE, "081234567890"),
        ("NIK.3674012345678901", NIK, "3674012345678901"),
        ("NIK:3674 0123 4567 8901", NIK, "3674 0123 4567 8901"),
        ("36.74.01.234567.8901", NIK, "36.74.01.234567.8901"),
        ("6271012345678901", NIK, "6271012345678901"),
        ("KTP-3674012345678901.pdf", NIK, "3674012345678901"),
        ("ktp_3674012345678901_budi.jpg", NIK, "3674012345678901"),
        ("KTP3674012345678901.pdf", NIK, "3674012345678901"),
        ("081234567890@contoh.id", MAIL, "081234567890@contoh.id"),
    ],
)
def test_personal_data_is_found(text: str, kind: str, found: str) -> None:
    assert [(one.kind, one.text) for one in personal(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "0812-3456-7890/0813-1111-2222",
        "0812 3456 7890 0813 1111 2222",
        "0812-3456-7890, 0813-1111-2222",
        "0812-3456-7890 atau 0813-1111-2222",
    ],
)
def test_two_numbers_side_by_side_are_both_found(text: str) -> None:
    assert [one.kind for one in personal(text)] == [PHONE, PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "28-11-2023 10.45",
        "08-11-2023 10.45",
        "08-11-23 10.45",
        "2023-11-28 08.12.34",
        "08.00 - 10.00 15 orang",
        "08.30\u201309.30 12 orang",
        "kursi 62 28-11-2023 10.45",
        "Nomor 21/DPC/PKB/XI/2023",
        "NIP 196801011990031001",
        "NIP 19680101 199003 1 001",
        "NIP. 19680101.199003.1.001",
        "Undang-Undang Nomor 7 Tahun 2017",
        "12/PL.01.6-NK/3674/2023",
        "1308/PR.08-SD/01/2022",
        "800.1.11.1/0812/BKPSDM/2023",
        "AHU-0012345.AH.01.07.Tahun 2023",
        "0123456789" * 6 + "0123",
        "ab081234567890cd" * 4,
        "SHA-256 " + "ab081234567890cd" * 4,
        "4F2A-9C01-77QX",
        "detailpkpu-4e64546b5277253344253344",
        "Jalan Raya Serpong Nomor 1, 15310",
        "5 × 12.500.000",
        "Rp 62.500.000.000",
        "Rp62.812.345.678",
        "12.500.000 12.500.000",
        "36.74.07.1005",
        "62.71.01.1001",
        "81.71.01.1001",
        "6271011001",
        "8171011001",
        "3674071005",
        "TPS 02 03 04 05 06",
        "TPS 021 022 023",
        "2019 2020 2021 2022",
        "20231128 20231130",
        "2023112800000001",
        "pemilih 812345678",
        "IMG_20231128_081530.jpg",
        "VID_20231128_081530123.mp4",
        "scan_0231_20231128.pdf",
        "WhatsApp Image 2023-11-28 at 08.12.34.jpeg",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert list(personal(text)) == []


def test_what_stands_behind_a_sentence_is_no_part_of_its_number() -> None:
    assert [one.text for one in personal("Hubungi 081234567890. 2 orang hadir.")] == ["081234567890"]


@pytest.mark.parametrize(
    "text",
    [
        "Budi, telp. 021-5371234, kpu@contoh.go.id",
        "Budi, Telp./WA.081234567890",
        "Budi (HP 0812-3456-7890/0813-1111-2222)",
        "Budi, NIK.3674012345678901",
        "Budi, WA \u202a+62 812\u20113456\u20117890\u202c",
        "Budi 081234567890@contoh.id",
    ],
)
def test_the_words_that_announce_a_number_go_with_it(text: str) -> None:
    assert without_personal(text) == "Budi"


def test_the_word_before_a_number_goes_with_it() -> None:
    assert without_personal("Jalan Raya 1, telp. 021-5371234, kpu@contoh.go.id") == "Jalan Raya 1"


def test_a_finding_tells_the_keys_that_lead_to_it() -> None:
    value = {"kantor": {"kontak": "021-5371234"}, "pihak": [{"id": "bawaslu", "alamat": "a@b.id"}]}
    places = [place for place, _found in personal_places(value)]
    assert places == [("kantor", "kontak"), ("pihak", "bawaslu", "alamat")]
