"""The usual plan of copies: originals for those who keep one, a numbered copy for everybody else."""

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.party import Role

from .making import party


def test_the_sample_has_three_originals(agreement):
    originals = [(one.number, one.holder) for one in agreement.copies_of(CopyForm.ORIGINAL)]
    assert originals == [(1, "penyelenggara"), (2, "bawaslu"), (3, "peserta-pemilu")]


def test_the_sample_has_24_numbered_copies(agreement):
    assert [one.number for one in agreement.copies_of(CopyForm.COPY)] == list(range(1, 25))


def test_partai_ummat_gets_copy_18(agreement):
    [copy] = [one for one in agreement.copies_of(CopyForm.COPY) if one.holder == "partai-ummat"]
    assert copy.number == 18


def test_without_contestants_and_supervisor_there_is_one_original():
    plan = plan_of_copies((party("penyelenggara", Role.ORGANISER), party("fkub", Role.PRESENT)))
    assert [(one.form, one.holder) for one in plan] == [
        (CopyForm.ORIGINAL, "penyelenggara"),
        (CopyForm.COPY, "fkub"),
    ]


def test_originals_and_copies_are_numbered_apart(agreement):
    firsts = [one.form for one in agreement.copies if one.number == 1]
    assert firsts == [CopyForm.ORIGINAL, CopyForm.COPY]


def test_everybody_but_the_organiser_gets_a_copy_in_the_order_of_the_agreement(agreement):
    holders = [one.holder for one in agreement.copies_of(CopyForm.COPY)]
    assert holders == [one.id for one in agreement.parties if one.role is not Role.ORGANISER]
