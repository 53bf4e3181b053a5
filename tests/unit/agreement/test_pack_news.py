"""Packs that are others than when the agreement was made of them: told in words, and what they word now."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.pack_news import OtherWords, other_words, pack_news, renewed
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.pack import PackUse
from kampanye_tui.plugin.library import Library

change = msgspec.structs.replace
USED = PackUse(id="uji", version="1.1", fingerprint="a" * 64)


def told(agreement: Agreement, *now: PackUse) -> list[str]:
    """Return what is told of the pack of an agreement where these packs are in use."""
    return [one.words for one in pack_news(change(agreement, packs=(USED,)), now)]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ((USED,), []),
        (
            (change(USED, version="1.2", fingerprint="b" * 64),),
            ["Paket uji 1.2 tersedia, naskah ini memakai 1.1."],
        ),
        (
            (change(USED, fingerprint="b" * 64),),
            ["Isi paket uji 1.1 berubah sejak naskah ini memakainya."],
        ),
        ((), ["Paket uji 1.1 yang dipakai naskah ini tidak terpasang atau tidak aktif."]),
    ],
    ids=["the same", "another version", "other bytes", "none"],
)
def test_what_became_of_a_pack_is_told(
    now: tuple[PackUse, ...], words: list[str], agreement: Agreement
) -> None:
    assert told(agreement, *now) == words


def words_of(agreement: Agreement, library: Library) -> tuple[OtherWords, ...]:
    """Return what the packs of the sample word otherwise."""
    return other_words(agreement, library.reference, library.clause_sets)


def test_packs_that_are_the_same_word_nothing_otherwise(agreement: Agreement, library: Library) -> None:
    assert words_of(agreement, library) == ()


def test_a_clause_that_its_pack_words_otherwise_now_is_shown(agreement: Agreement, library: Library) -> None:
    first, *others = agreement.clauses
    assert first.origin is not None
    older = change(first, title=f"{first.title} Lama", origin=change(first.origin, fingerprint="0" * 64))
    found = words_of(change(agreement, clauses=(older, *others)), library)
    assert found[0] == OtherWords(f"Klausul {older.title}", f"Judul: {first.title} [-Lama-]")


def test_a_clause_that_the_office_worded_otherwise_is_none(agreement: Agreement, library: Library) -> None:
    first, *others = agreement.clauses
    edited = change(first, title="Judul kantor")
    assert words_of(change(agreement, clauses=(edited, *others)), library) == ()


def test_a_clause_that_its_pack_does_not_have_any_more_is_told(
    agreement: Agreement, library: Library
) -> None:
    first, *others = agreement.clauses
    gone = change(first, id="sudah-hilang")
    (found,) = words_of(change(agreement, clauses=(gone, *others)), library)
    assert found.text == "Tidak ada lagi di dalam paket; di naskah ini tetap ada."


def test_a_word_that_packs_say_otherwise_now_is_shown(agreement: Agreement, library: Library) -> None:
    first, *others = agreement.reference.terms
    terms = (change(first, text="lama"), *others)
    older = change(agreement, reference=change(agreement.reference, terms=terms))
    (found,) = words_of(older, library)
    assert found.about == f"Istilah {first.name}"


def older(agreement: Agreement, title: str) -> Agreement:
    """Return the agreement as if its first clause were of an older version of its pack, with this title."""
    first, *others = agreement.clauses
    assert first.origin is not None
    origin = change(first.origin, fingerprint=words_digest(f"{first.title} Lama", first.text))
    packs = tuple(change(one, version="0", fingerprint="0" * 64) for one in agreement.packs)
    return change(agreement, packs=packs, clauses=(change(first, title=title, origin=origin), *others))


def renewed_by(agreement: Agreement, library: Library) -> Agreement:
    """Return an agreement with what the packs of the sample word."""
    return renewed(agreement, library.reference, library.clause_sets, library.host.packs())


def test_the_words_and_versions_of_packs_can_be_taken(agreement: Agreement, library: Library) -> None:
    before = older(agreement, f"{agreement.clauses[0].title} Lama")
    assert renewed_by(before, library) == agreement


def test_words_of_the_office_stay_when_those_of_packs_are_taken(
    agreement: Agreement, library: Library
) -> None:
    assert renewed_by(older(agreement, "Judul kantor"), library).clauses[0].title == "Judul kantor"


def test_a_pack_that_is_not_in_use_stays_named_when_words_are_taken(
    agreement: Agreement, library: Library
) -> None:
    gone = change(agreement, packs=(*agreement.packs, USED))
    assert renewed_by(gone, library).packs == gone.packs
