"""Rows of the table [[pihak]]: what they change, add, leave out, and why one may be refused."""

import pytest

from kampanye_tui.model.party import Institution, PartyEntry, Role, Signatory
from kampanye_tui.model.problem import Refused

from .making import changed, with_rows


def problems_of(configuration, *rows):
    """The problems for which these rows are refused."""
    with pytest.raises(Refused) as refused:
        with_rows(configuration, *rows)
    return refused.value.problems


def test_a_row_changes_what_it_says(configuration):
    made = with_rows(configuration, PartyEntry(id="bawaslu", name="Panwaslih", address="Jalan 1"))
    bawaslu = made.party("bawaslu")
    assert (bawaslu.name, bawaslu.address) == ("Panwaslih", "Jalan 1")


def test_a_row_leaves_what_it_does_not_say(configuration):
    offered = with_rows(configuration).party("bawaslu")
    made = with_rows(configuration, PartyEntry(id="bawaslu", name="Panwaslih"))
    assert made.party("bawaslu") == changed(offered, name="Panwaslih")


def test_a_row_can_take_a_pihak_to_another_role(configuration):
    made = with_rows(configuration, PartyEntry(id="polres", role=Role.PRESENT))
    assert made.parties[-1].id == "polres"


def test_a_row_names_who_signs(configuration):
    signer = Signatory(office="Plh. Ketua", name="Budi")
    made = with_rows(configuration, PartyEntry(id="bawaslu", signatories=(signer,)))
    assert made.party("bawaslu").signatories == (signer,)


def test_a_row_can_leave_a_pihak_out(configuration):
    made = with_rows(configuration, PartyEntry(id="kodim", invited=False))
    assert made.party("kodim") is None


def test_a_new_row_with_name_and_role_is_a_new_pihak(configuration):
    made = with_rows(configuration, PartyEntry(id="fkub", name="FKUB", role=Role.PRESENT))
    assert made.parties[-1].name == "FKUB"


def test_a_new_contestant_stands_at_its_number(configuration):
    row = PartyEntry(id="partai-x", name="Partai X", role=Role.CONTESTANT, ballot_number=20)
    contestants = with_rows(configuration, row).of_role(Role.CONTESTANT)
    assert [one.ballot_number for one in contestants][-3:] == [17, 20, 24]


def test_a_new_contestant_counts_as_one_for_rules(configuration):
    row = PartyEntry(id="partai-x", name="Partai X", role=Role.CONTESTANT, ballot_number=20)
    assert with_rows(configuration, row).party("partai-x").institution is Institution.CONTESTANT


@pytest.mark.parametrize(
    ("role", "institution"),
    [
        (Role.ORGANISER, Institution.ORGANISER),
        (Role.WITNESS, Institution.OTHER),
        (Role.PRESENT, Institution.OTHER),
    ],
)
def test_a_new_pihak_is_the_institution_that_its_role_tells(configuration, role, institution):
    made = with_rows(configuration, PartyEntry(id="baru", name="Baru", role=role))
    assert made.party("baru").institution is institution


def test_a_new_row_may_say_which_institution_it_is(configuration):
    row = PartyEntry(id="koramil", name="Koramil", role=Role.PRESENT, institution=Institution.ARMY)
    assert with_rows(configuration, row).party("koramil").institution is Institution.ARMY


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            PartyEntry(id="fkub", role=Role.PRESENT),
            'kantor.toml, [[pihak]] ke-2 ("fkub"), kunci "nama": '
            'kunci "nama" belum ada. Tambahkan baris nama = "…" di tabel ini.',
        ),
        (
            PartyEntry(id="fkub", name="FKUB"),
            'kantor.toml, [[pihak]] ke-2 ("fkub"), kunci "peran": '
            'kunci "peran" belum ada. Tambahkan baris peran = "…" di tabel ini.',
        ),
    ],
)
def test_a_new_row_that_says_too_little_is_refused_with_row_and_key(configuration, row, message):
    [problem] = problems_of(configuration, PartyEntry(id="kodim", invited=False), row)
    assert str(problem) == message


def test_all_that_rows_leave_out_is_told_at_once(configuration):
    problems = problems_of(configuration, PartyEntry(id="fkub"), PartyEntry(id="mui"))
    told = [(problem.steps[0].row, problem.key) for problem in problems]
    assert told == [(1, "id"), (2, "id")]


def test_a_row_that_only_names_a_pihak_of_other_regions_is_told_where_it_is_not(configuration):
    [problem] = problems_of(configuration, PartyEntry(id="bupati", signatories=()))
    assert str(problem) == (
        'kantor.toml, [[pihak]] ke-1 ("bupati"), kunci "id": pihak "bupati" tidak ada dalam daftar '
        "Kota Tangerang Selatan. Untuk pihak baru, isi nama dan peran."
    )


def test_a_row_may_leave_a_pihak_without_signatory(configuration):
    made = with_rows(configuration, PartyEntry(id="kodim", signatories=()))
    assert made.party("kodim").signatories == ()


def test_a_row_with_a_slip_in_its_id_is_told_which_pihak_may_be_meant(configuration):
    [problem] = problems_of(configuration, PartyEntry(id="polress", name="Polres Serpong"))
    assert problem.hint.endswith('Mungkin maksudnya "polres"')


def test_leaving_out_a_pihak_that_is_not_there_is_refused_with_the_one_that_may_be_meant(configuration):
    [problem] = problems_of(configuration, PartyEntry(id="kodimm", invited=False))
    assert str(problem) == (
        'kantor.toml, [[pihak]] ke-1 ("kodimm"), kunci "id": '
        'pihak "kodimm" tidak ada. Mungkin maksudnya "kodim".'
    )
