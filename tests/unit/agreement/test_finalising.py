"""What may happen to a text once it is final."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.finalising import refuse_step_back
from kampanye_tui.model.problem import Refused

from .making import changed
from .test_signing import BASE, final


def test_what_was_edited_before_a_final_text_is_not_undone() -> None:
    before = changed(BASE, topic="Sebelumnya")
    with pytest.raises(Refused, match="tidak dapat diurungkan lagi"):
        refuse_step_back(BASE, before, [final()])


def test_an_edit_after_a_final_text_may_be_undone_and_redone() -> None:
    after = changed(BASE, topic="Sesudahnya", revision=2)
    refuse_step_back(after, BASE, [final()])
    refuse_step_back(BASE, after, [final()])
