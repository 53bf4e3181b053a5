"""The beginning of a pack: every region has an id of its own."""

from __future__ import annotations

from kampanye_tui.model.pack import PackKind
from kampanye_tui.model.text import IDENTIFIER, faults
from kampanye_tui.plugin.new_office import known_regions
from kampanye_tui.plugin.new_pack import new_pack, pack_id


def test_every_region_has_an_id_of_its_own() -> None:
    ids = {pack_id(region, kind) for region in known_regions() for kind in PackKind}
    assert len(ids) == 2 * len(known_regions())


def test_every_id_may_be_one() -> None:
    ids = [pack_id(region, kind) for region in known_regions() for kind in PackKind]
    assert [one for one in ids if list(faults(one, IDENTIFIER))] == []


def test_beside_each_other_the_packs_of_a_region_have_different_names() -> None:
    region = known_regions()[0]
    made = {new_pack(region, kind)["plugin.toml"].split(b"\n")[5] for kind in PackKind}
    assert made == {b'nama = "Paket Aceh"', b'nama = "Paket Python Aceh"'}


def test_a_new_pack_with_code_says_that_it_is_installed_before_it_is_accepted() -> None:
    told = new_pack(known_regions()[0], PackKind.PYTHON)["BACA-SAYA.md"].decode()
    commands = [line.split()[2] for line in told.splitlines() if line.startswith("    kampanye paket")]
    assert commands == ["periksa", "kemas", "pasang", "setujui"]
