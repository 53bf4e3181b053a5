"""The library: what packs give, laid over one another, and found by name."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import Configuration, PackChoice
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library, open_library
from tests.unit.plugin.packs import CITY, DAY, data_pack, library, python_pack, status, terms_pack

OVERLAY = """\
format = 1
atas = "nasional/ringkas"

[[hapus]]
id = "alat-peraga"
alasan = "Diatur tersendiri"
"""
TEMPLATE = """\
+++
format = 1
id = "{0}"
judul = "{1}"
+++
{1} {{nama_kantor}}.
"""


def findings(made: Library, configuration: Configuration) -> tuple[Finding, ...]:
    """Return what the rules find in an agreement composed from the library."""
    agreement = compose(configuration, made.reference, made.clause_set("nasional/ringkas"), made.host.packs())
    return run(agreement, made.reference, made.rules)


def overlay_pack(root: Path, pack_id: str, region: str = CITY) -> Path:
    """Write a pack that removes a clause."""
    return data_pack(root, pack_id, {"penyesuaian": "ringkas.toml"}, {"ringkas.toml": OVERLAY}, region=region)


def template_pack(root: Path, pack_id: str, template_id: str) -> Path:
    """Write a pack with one template whose title is the id of the pack."""
    text = TEMPLATE.format(template_id, pack_id)
    return data_pack(root, pack_id, {"templat": "*.md"}, {f"{template_id}.md": text})


def refusal(root: Path, region: str = CITY, election: str = "pemilu-2024") -> str:
    """Return why the library of an office does not open."""
    with pytest.raises(Refused) as refused:
        open_library(PackChoice(folders=(".",)), root, region, election, DAY, "kampanye.toml")
    return str(refused.value)


def test_an_unknown_region_is_refused_with_its_place_and_where_to_look(tmp_path: Path) -> None:
    assert refusal(tmp_path, region="36.99") == (
        'kampanye.toml, tabel [kantor], kunci "wilayah": "36.99" tidak dikenal. '
        "Cari dengan: kampanye wilayah NAMA"
    )


def test_an_unknown_election_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    assert refusal(tmp_path, election="pemilu-2042") == (
        'kampanye.toml, tabel [pemilu], kunci "id": "pemilu-2042" tidak dikenal. '
        'Mungkin maksudnya "pemilu-2024".'
    )


def test_an_unknown_clause_set_is_refused_with_the_one_that_was_meant(library: Library) -> None:
    with pytest.raises(Refused, match=r'"nasional/rngkas" tidak ada\. Mungkin maksudnya "nasional/ringkas"'):
        library.clause_set("nasional/rngkas")


def test_an_unknown_format_is_refused_with_the_one_that_was_meant(library: Library) -> None:
    with pytest.raises(Refused, match=r'Format "txks" tidak ada\. Mungkin maksudnya "teks"'):
        library.format("txks")


def test_an_unknown_template_is_refused_with_the_one_that_was_meant(library: Library) -> None:
    with pytest.raises(Refused, match=r'Templat "nashkah" tidak ada\. Mungkin maksudnya "naskah"'):
        library.template("nashkah")


@pytest.mark.parametrize("name", ["naskah", "nasional/naskah"])
def test_a_template_is_found_by_its_id_and_by_its_address(name: str, library: Library) -> None:
    assert library.template(name).address == "nasional/naskah"


def test_a_template_of_a_pack_is_found_by_its_id(tmp_path: Path) -> None:
    template_pack(tmp_path, "uji", "catatan")
    assert library(tmp_path).template("catatan").address == "uji/catatan"


def test_an_id_in_two_packs_is_refused_with_both_addresses(tmp_path: Path) -> None:
    template_pack(tmp_path, "uji", "naskah")
    with pytest.raises(Refused, match="Sebutkan: nasional/naskah, uji/naskah"):
        library(tmp_path).template("naskah")


def test_an_id_in_two_packs_is_found_by_its_address(tmp_path: Path) -> None:
    template_pack(tmp_path, "uji", "naskah")
    assert library(tmp_path).template("uji/naskah").front.title == "uji"


def test_the_body_of_a_template_is_the_text_of_the_pack(tmp_path: Path) -> None:
    template_pack(tmp_path, "uji", "catatan")
    assert library(tmp_path).template("catatan").body == "uji {nama_kantor}.\n"


def test_a_pack_that_fails_in_one_hook_takes_back_what_it_gave_in_others(tmp_path: Path) -> None:
    code = """
    @hookimpl
    def kampanye_clause_sets(region):
        return [ClauseSet(id="adat", title="Adat")]

    @hookimpl
    def kampanye_templates(region):
        raise ValueError
    """
    pack = python_pack(tmp_path, "uji", code, ["kampanye_clause_sets", "kampanye_templates"])
    assert [name for name in library(tmp_path, pack).clause_sets if not name.startswith("nasional/")] == []


def test_a_pack_that_fails_in_its_last_hook_takes_back_its_rules(tmp_path: Path) -> None:
    code = """
    @hookimpl
    def kampanye_rules(region):
        return [Rule(id="aturan-uji", level=Level.SUGGESTION, check=lambda agreement, reference: [])]

    @hookimpl
    def kampanye_export_formats():
        raise ValueError
    """
    pack = python_pack(tmp_path, "uji", code, ["kampanye_rules", "kampanye_export_formats"])
    assert "aturan-uji" not in [rule.id for rule in library(tmp_path, pack).rules]


def test_a_term_of_the_city_stands_over_those_of_province_and_nation(tmp_path: Path) -> None:
    terms_pack(tmp_path, "a-provinsi", "singkatan_pengawas", "Panwaslih", region="36")
    terms_pack(tmp_path, "b-kota", "singkatan_pengawas", "Panwas Kota", region=CITY)
    terms = {term.name: term.text for term in library(tmp_path).reference.terms}
    assert terms["singkatan_pengawas"] == "Panwas Kota"


def test_a_pack_two_levels_up_reaches_a_city(tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji")
    assert "kata_uji" in [term.name for term in library(tmp_path).reference.terms]


def test_two_packs_of_one_level_that_touch_one_clause_are_a_conflict(tmp_path: Path) -> None:
    overlay_pack(tmp_path, "a-kota")
    overlay_pack(tmp_path, "b-kota")
    conflicts = library(tmp_path).reference.conflicts
    assert {pack for conflict in conflicts for pack in conflict.packs} == {"a-kota", "b-kota"}


def test_of_a_conflict_neither_side_is_applied(tmp_path: Path) -> None:
    overlay_pack(tmp_path, "a-kota")
    overlay_pack(tmp_path, "b-kota")
    ids = [offered.clause.id for offered in library(tmp_path).clause_set("nasional/ringkas").clauses]
    assert "alat-peraga" in ids


def test_a_conflict_of_packs_becomes_a_finding_of_level_wajib(
    tmp_path: Path, configuration: Configuration
) -> None:
    overlay_pack(tmp_path, "a-kota")
    overlay_pack(tmp_path, "b-kota")
    given = [one for one in findings(library(tmp_path), configuration) if one.rule == "benturan-paket"]
    assert {one.level for one in given} == {Level.REQUIRED}


def test_packs_of_two_levels_that_touch_one_clause_are_no_conflict(tmp_path: Path) -> None:
    text = OVERLAY.replace("[[hapus]]", "[[ganti]]") + 'judul = "Alat Peraga"\n'
    data_pack(tmp_path, "provinsi", {"penyesuaian": "o.toml"}, {"o.toml": text}, region="36")
    overlay_pack(tmp_path, "kota")
    assert library(tmp_path).reference.conflicts == ()


@pytest.mark.parametrize("order", list(permutations("abc"))[1:], ids="".join)
def test_the_order_of_loading_changes_nothing(order: tuple[str, ...], tmp_path: Path) -> None:
    """Folders are read in the order of their configuration, so packs in differently ordered folders are
    loaded in another order."""

    def loaded(folders: tuple[str, ...], root: Path) -> Library:
        terms_pack(root / folders[0], "nasional-dua", "kata_uji", "satu")
        terms_pack(root / folders[1], "provinsi", "kata_uji", "dua", region="36")
        overlay_pack(root / folders[2], "kota")
        choice = PackChoice(folders=("a", "b", "c"))
        return open_library(choice, root, CITY, "pemilu-2024", DAY, "kampanye.toml")

    usual, other = loaded(("a", "b", "c"), tmp_path / "1"), loaded(order, tmp_path / "2")
    assert (usual.reference, usual.clause_sets, list(usual.templates)) == (
        other.reference,
        other.clause_sets,
        list(other.templates),
    )


def test_two_terms_of_one_name_on_one_level_are_a_conflict_with_both_packs(tmp_path: Path) -> None:
    terms_pack(tmp_path, "a", "kata_uji", "satu", region=CITY)
    terms_pack(tmp_path, "b", "kata_uji", "dua", region=CITY)
    assert [conflict.packs for conflict in library(tmp_path).reference.conflicts] == [("a", "b")]


def test_an_overlay_on_an_unknown_set_is_a_conflict_that_names_it(tmp_path: Path) -> None:
    text = OVERLAY.replace("nasional/ringkas", "nasional/panjang")
    data_pack(tmp_path, "uji", {"penyesuaian": "o.toml"}, {"o.toml": text}, region=CITY)
    assert [conflict.subject for conflict in library(tmp_path).reference.conflicts] == [
        'kumpulan "nasional/panjang"'
    ]


def test_an_office_whose_region_two_packs_give_is_told_which_packs(tmp_path: Path) -> None:
    row = "kode,nama,jenis,provinsi,zona\n99.01,Kota Lain,kota,Contoh,WIB\n"
    for pack_id in ("wilayah-baru", "wilayah-lain"):
        data_pack(tmp_path, pack_id, {"wilayah": "w.csv"}, {"w.csv": row})
    with pytest.raises(Refused) as refused:
        library(tmp_path, region="99.01")
    assert str(refused.value.problems[0]) == (
        'kampanye.toml, tabel [kantor], kunci "wilayah": wilayah "99.01" diberikan lebih dari satu kali pada '
        "tingkat yang sama; tidak satu pun dipakai (paket wilayah-baru, wilayah-lain). "
        "Hapus salah satunya dari folder paket."
    )


def test_an_election_of_the_nation_stays_where_another_pack_gives_it_as_well(tmp_path: Path) -> None:
    row = 'format = 1\n[[pemilu]]\nid = "pemilu-2024"\njenis = "pemilu"\n'
    row += 'nama = "Pemilu"\nsingkat = "Pemilu"\ntahun = 2024\n'
    data_pack(tmp_path, "pemilu-lain", {"pemilu": "p.toml"}, {"p.toml": row})
    reference = library(tmp_path).reference
    assert (reference.election.name, [one.packs for one in reference.conflicts]) == (
        "Pemilihan Umum Tahun 2024",
        [("pemilu-lain",)],
    )


def test_a_word_of_the_nation_stays_where_another_national_pack_changes_it(tmp_path: Path) -> None:
    terms_pack(tmp_path, "kata-lain", "penyelenggara", "Panitia")
    assert of_reference(library(tmp_path).reference)["penyelenggara"] == "Komisi Pemilihan Umum"


def test_a_national_pack_that_changes_a_word_of_the_nation_is_named_by_a_finding(
    tmp_path: Path, configuration: Configuration
) -> None:
    terms_pack(tmp_path, "kata-lain", "penyelenggara", "Panitia")
    told = [one.message for one in findings(library(tmp_path), configuration) if one.rule == "benturan-paket"]
    assert told == [
        'Paket kata-lain, istilah "penyelenggara": sudah diberikan paket nasional, yang tetap dipakai; '
        "hanya paket daerah dapat menggantinya."
    ]


def test_a_region_that_two_packs_give_is_no_matter_for_another_office(tmp_path: Path) -> None:
    row = "kode,nama,jenis,provinsi,zona\n36.71,Kota Lain,kota,Banten,WIB\n"
    data_pack(tmp_path, "wilayah-lain", {"wilayah": "w.csv"}, {"w.csv": row})
    assert library(tmp_path).reference.region.code == CITY


def test_a_region_of_a_pack_can_be_chosen(tmp_path: Path) -> None:
    row = "kode,nama,jenis,provinsi,zona\n99,Contoh,provinsi,Contoh,WIB\n"
    data_pack(tmp_path, "wilayah-baru", {"wilayah": "w.csv"}, {"w.csv": row})
    assert library(tmp_path, region="99").reference.region.name == "Contoh"


def test_an_agreement_remembers_the_packs_it_was_drafted_with(
    tmp_path: Path, configuration: Configuration
) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji")
    made = library(tmp_path)
    bare = msgspec.structs.replace(configuration, packs=PackChoice())
    agreement = compose(bare, made.reference, made.clause_set("nasional/ringkas"), made.host.packs())
    assert [use.id for use in agreement.packs] == ["nasional", "uji"]


def test_a_pack_that_is_not_used_gives_no_template(tmp_path: Path) -> None:
    pack = template_pack(tmp_path, "uji", "catatan")
    (pack / "lain.toml").symlink_to("/etc/passwd")
    made = library(tmp_path)
    assert ("uji/catatan" in made.templates, status(made, "uji").reason != "") == (False, True)


def test_a_body_of_the_nation_is_left_out_where_a_pack_below_says_so(tmp_path: Path) -> None:
    row = 'format = 1\n[[pihak]]\nid = "dprd"\nikut = false\nalasan = "contoh"\n'
    data_pack(tmp_path, "kota", {"pihak": "p.toml"}, {"p.toml": row}, region=CITY)
    offered = [one.id for one in library(tmp_path).reference.stakeholders]
    assert ("bawaslu" in offered, "dprd" in offered) == (True, False)


def test_an_overlay_for_provinces_changes_nothing_in_a_city(tmp_path: Path) -> None:
    text = """
        format = 1
        atas = "nasional/ringkas"
        jenis_wilayah = ["provinsi"]
        [[tambah]]
        id = "contoh"
        judul = "Contoh"
        teks = "{peserta} memberi contoh."
    """
    data_pack(tmp_path, "kota", {"penyesuaian": "p.toml"}, {"p.toml": text}, region=CITY)
    clauses = library(tmp_path).clause_sets["nasional/ringkas"].clauses
    assert "contoh" not in [offered.clause.id for offered in clauses]


def test_a_clause_for_provinces_is_not_in_force_in_a_city(tmp_path: Path) -> None:
    text = """
        format = 1
        [kumpulan]
        id = "adat"
        judul = "Adat"
        [[klausul]]
        id = "provinsi"
        judul = "Provinsi"
        teks = "Satu."
        jenis_wilayah = ["provinsi"]
        [[klausul]]
        id = "kota"
        judul = "Kota"
        teks = "Dua."
        jenis_wilayah = ["kota"]
    """
    data_pack(tmp_path, "kota", {"klausul": "k.toml"}, {"k.toml": text}, region=CITY)
    made = library(tmp_path)
    held = made.clause_sets["kota/adat"].in_force(made.reference, Occasion())
    assert [offered.clause.id for offered in held] == ["kota"]
