"""``l`` and ``L`` on the first screen: an agreement goes to a laptop and comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kampanye_tui.store.lending import Lender, cancel, lend
from kampanye_tui.tui.loans import count_fault
from tests.tui.desk import ID, OPERATOR, Desk, until, words
from tests.tui.signing import made_final

pytestmark = pytest.mark.penuh

THEN = datetime(2023, 11, 28, 0, 30, tzinfo=UTC)


def laptop(desk: Desk) -> Path:
    """Return the folder that is lent to."""
    return desk.folder.parent / f"laptop-{desk.folder.name}"


def lender(desk: Desk) -> Lender:
    return Lender(desk.located, OPERATOR, THEN)


async def typed(at: Pilot[object], key: str, *texts: str) -> None:
    """Open a form, fill its fields one after the other, and send it."""
    await at.press(key)
    for number, text in enumerate(texts):
        await at.press(*(["down"] if number else []), *text)
    await at.press("f10")


def test_an_agreement_goes_to_the_laptop_with_its_numbers(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await typed(at, "l", str(laptop(desk)), "40")
        await until(at, lambda: "beserta nomor 1-40 tahun 2023." in words(at.app))
        assert (laptop(desk) / "naskah" / ID / "naskah.toml").is_file()

    desk.play(scene, opened=False)


def test_the_list_then_says_that_it_is_lent(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await typed(at, "l", str(laptop(desk)))
        await until(at, lambda: "hanya dapat dibaca" in words(at.app))
        await at.press("escape")
        await until(at, lambda: f"Dipinjamkan ke {laptop(desk).name} sejak" in words(at.app))

    desk.play(scene, opened=False)


@pytest.mark.parametrize("key", ["7", "8", "9"])
def test_who_opens_where_it_is_recorded_is_told_at_once_that_it_is_lent(desk: Desk, key: str) -> None:
    made_final(desk)
    lend(lender(desk), ID, laptop(desk), 3)

    async def scene(at: Pilot[object]) -> None:
        await at.press(key)
        await until(at, lambda: f"hanya dapat dibaca: dipinjamkan ke {laptop(desk).name}" in at.app.message)

    desk.play(scene)


def test_what_is_refused_comes_back_with_what_was_typed(desk: Desk) -> None:
    laptop(desk).mkdir()
    (laptop(desk) / "catatan.txt").write_text("milik orang")

    async def scene(at: Pilot[object]) -> None:
        await typed(at, "l", str(laptop(desk)), "40")
        await until(at, lambda: "sudah ada isinya" in words(at.app))
        assert at.app.screen.values == {"target": str(laptop(desk)), "count": "40"}

    desk.play(scene, opened=False)


def test_who_gives_up_after_a_refusal_is_told_of_no_loan(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await typed(at, "l", "/tiada/laptop")
        await until(at, lambda: "folder tempat meletakkannya tidak ada" in words(at.app))
        await at.press("escape", "y")
        assert "Meminjamkan" not in words(at.app)

    desk.play(scene, opened=False)


def test_it_is_told_how_the_folder_comes_back(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await typed(at, "l", str(laptop(desk)))
        await until(at, lambda: "Sesudah acara, L pada daftar naskah mengambilnya kembali." in words(at.app))

    desk.play(scene, opened=False)


def test_the_folder_of_a_laptop_is_taken_back(desk: Desk) -> None:
    lend(lender(desk), ID, laptop(desk), 3)

    async def scene(at: Pilot[object]) -> None:
        await typed(at, "L", str(laptop(desk)))
        await until(at, lambda: "Kantor menulis lagi. Nomor yang tidak dipakai" in words(at.app))

    desk.play(scene, opened=False)


def test_a_laptop_that_was_given_up_is_kept_apart(desk: Desk) -> None:
    lend(lender(desk), ID, laptop(desk), 3)
    cancel(lender(desk), ID)

    async def scene(at: Pilot[object]) -> None:
        await typed(at, "L", str(laptop(desk)))
        await until(at, lambda: "Tidak digabungkan. Isi folder itu disimpan utuh di" in words(at.app))

    desk.play(scene, opened=False)


def test_a_folder_that_is_no_loan_is_told_in_the_form(desk: Desk) -> None:
    laptop(desk).mkdir()

    async def scene(at: Pilot[object]) -> None:
        await typed(at, "L", str(laptop(desk)))
        await until(at, lambda: at.app.screen.__class__.__name__ == "Form" and "pinjaman" in at.app.message)
        assert at.app.screen.values == {"place": str(laptop(desk))}

    desk.play(scene, opened=False)


def test_an_agreement_in_the_archive_is_not_lent(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("a", "A", "l")
        assert at.app.message.startswith("Naskah ini di arsip;")

    desk.play(scene, opened=False)


@pytest.mark.parametrize("typed_count", ["0", "501", "-1", "satu", "0001", "²"])
def test_a_number_of_numbers_that_nobody_means_is_refused(typed_count: str) -> None:
    assert count_fault(typed_count) == "harus angka 1 sampai 500, atau kosong"


@pytest.mark.parametrize("typed_count", ["", "1", "500"])
def test_a_number_of_numbers_is_taken(typed_count: str) -> None:
    assert count_fault(typed_count) == ""
