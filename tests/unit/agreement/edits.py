"""Any edits of a small agreement, made by the functions that screens and commands call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from hypothesis import strategies as st

from kampanye_tui.agreement.edit import add_party, drop_party, with_party
from kampanye_tui.agreement.edit_clauses import add_clause, drop_clause, move_clause, reword
from kampanye_tui.agreement.edit_occasion import with_occasion
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.party import Role, Signatory

from .making import changed, party, small_agreement

Edit = Callable[[Agreement], Agreement]

CLAUSES = ("damai", "apk", "jadwal", "media", "lapor")
PARTIES = ("partai-a", "partai-b", "polres")
WORDS = st.sampled_from(("Aman.", "Tertib.", "Bermartabat.", "Satu ayat.\n\nAyat lain.", "{sisa} hari."))


def larger_agreement() -> Agreement:
    """An agreement of five clauses, one with a value to be filled in, and three pihak besides the office."""
    agreement = small_agreement()
    for one in agreement.clauses:
        agreement = drop_clause(agreement, one.id)
    for one in agreement.parties:
        if one.role is not Role.ORGANISER:
            agreement = drop_party(agreement, one.id)
    for number, name in enumerate(CLAUSES):
        agreement = own_clause(agreement, name, name.title(), f"Bunyi {name} untuk {{peserta}}.")
        if number == 2:
            (*others, last) = agreement.clauses
            filled = changed(last, parameters=(Parameter(name="sisa", label="Sisa", value="tiga"),))
            agreement = changed(agreement, clauses=(*others, filled))
    for number, name in enumerate(PARTIES[:2], 1):
        agreement = add_party(agreement, party(name, number=number))
    return add_party(agreement, party(PARTIES[2], Role.WITNESS, signatories=(Signatory(office="Kapolres"),)))


def _reworded(clause_id: str, agreement: Agreement, **said: str) -> Agreement:
    there = any(one.id == clause_id for one in agreement.clauses)
    return reword(agreement, clause_id, **said) if there else agreement


def _filled(value: str, agreement: Agreement) -> Agreement:
    there = any(one.parameters for one in agreement.clauses)
    return reword(agreement, CLAUSES[2], parameters={"sisa": value}) if there else agreement


def _dropped(clause_id: str, agreement: Agreement) -> Agreement:
    there = any(one.id == clause_id for one in agreement.clauses)
    return drop_clause(agreement, clause_id) if there else agreement


def _moved(clause_id: str, at: int, agreement: Agreement) -> Agreement:
    there = any(one.id == clause_id for one in agreement.clauses)
    return move_clause(agreement, clause_id, at) if there else agreement


def _added(clause_id: str, text: str, at: int, agreement: Agreement) -> Agreement:
    if any(one.id == clause_id for one in agreement.clauses):
        return agreement
    made = own_clause(agreement, clause_id, clause_id.title(), text).clauses[-1]
    return add_clause(agreement, made, at)


def _addressed(party_id: str, address: str, agreement: Agreement) -> Agreement:
    one = agreement.party(party_id)
    return agreement if one is None else with_party(agreement, changed(one, address=address))


def _signing(name: str, agreement: Agreement) -> Agreement:
    one = agreement.party(PARTIES[2])
    if one is None:
        return agreement
    return with_party(agreement, changed(one, signatories=(Signatory(office="Kapolres", name=name),)))


def _left_out(party_id: str, agreement: Agreement) -> Agreement:
    return agreement if agreement.party(party_id) is None else drop_party(agreement, party_id)


def _held_at(place: str, agreement: Agreement) -> Agreement:
    return with_occasion(agreement, changed(agreement.occasion, place=place))


def _numbered(number: str, agreement: Agreement) -> Agreement:
    return changed(agreement, numbers=agreement.numbers | {"naskah": number})


def edits_of(clauses: Sequence[str], parties: Sequence[str]) -> st.SearchStrategy[Edit]:
    """Any edit of these clauses and pihak: words and values, not the order."""
    clause, names = st.sampled_from(clauses), st.sampled_from(("Ani", "Budi", "Citra"))
    one_party = st.sampled_from(parties)
    return st.one_of(
        st.builds(lambda one, text: partial(_reworded, one, text=text), clause, WORDS),
        st.builds(lambda one, title: partial(_reworded, one, title=title), clause, names),
        st.builds(lambda one: partial(_dropped, one), clause),
        st.builds(lambda one, name: partial(_addressed, one, name), one_party, names),
    )


ANY = st.one_of(
    edits_of(CLAUSES, PARTIES),
    st.builds(lambda one, at: partial(_moved, one, at), st.sampled_from(CLAUSES), st.integers(0, 4)),
    st.builds(
        lambda one, text, at: partial(_added, one, text, at),
        st.sampled_from(("pasar", "sekolah")),
        WORDS,
        st.integers(0, 5),
    ),
    st.builds(lambda one: partial(_left_out, one), st.sampled_from(PARTIES)),
    st.builds(lambda one: partial(_held_at, one), st.sampled_from(("Aula", "Lapangan", "Pendopo"))),
    st.builds(lambda one: partial(_signing, one), st.sampled_from(("Ani", "Budi"))),
    st.builds(lambda one: partial(_filled, one), st.sampled_from(("dua", "tujuh"))),
    st.builds(lambda one: partial(_numbered, one), st.sampled_from(("1/BA", "2/BA"))),
)


def all_of(edits: Sequence[Edit], agreement: Agreement) -> Agreement:
    """Return the agreement after these edits, one after another."""
    for edit in edits:
        agreement = edit(agreement)
    return agreement
