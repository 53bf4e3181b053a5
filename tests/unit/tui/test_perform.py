"""What a widget and everything around it perform: what a nearer action stands for is left out."""

from __future__ import annotations

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.perform import Performer, performed_by


class Around(Performer):
    """What lies around everything."""

    groups = (Group.EVERYWHERE,)


class Form(Performer):
    """Something with a way out of its own, within it."""

    groups = (Group.FORM,)


def ids(own: dict[str, str]) -> list[str]:
    # A widget refers to its parent weakly.
    around = Around()
    return [one.id for one in performed_by(Form(around), own)]


def test_the_way_back_is_left_out_where_a_nearer_action_has_its_key() -> None:
    assert "kembali" not in ids({})


def test_it_is_there_where_the_user_gave_it_another_key() -> None:
    assert "kembali" in ids({"kembali": "f9"})


def test_it_is_there_where_the_user_gave_the_nearer_one_another_key() -> None:
    assert "kembali" in ids({"formulir.batal": "f9"})
