"""What values know about themselves: names, sizes, levels, and faults that no single field tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

import msgspec
import pytest

from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.clause import Addition, Clause, Parameter, Removal, Replacement
from kampanye_tui.model.election import Contestant, Election, ElectionKind, Stage
from kampanye_tui.model.finding import Level
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.office import Office, Paper
from kampanye_tui.model.pack import Code, Contents, Manifest, PackKind, PackUse, Plugin
from kampanye_tui.model.party import Party, PartyEntry, Role
from kampanye_tui.model.reading import plan, read_table
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region, RegionKind, Zone, chain
from kampanye_tui.model.state import Phase, State
from kampanye_tui.model.template import FrontMatter, Margins
from tests.unit.model.tables import problems


class Judged(Protocol):
    def faults(self) -> Iterable[tuple[str, str, str]]: ...


def faulty_keys(value: Judged) -> list[str]:
    return [key for key, _, _ in value.faults()]


def region(name: str, kind: RegionKind = RegionKind.CITY) -> Region:
    return Region(code="36.74", name=name, kind=kind, province="Banten", zone=Zone.WEST)


@pytest.mark.parametrize(("code", "codes"), [("", ("",)), ("36", ("", "36")), ("36.74", ("", "36", "36.74"))])
def test_the_chain_of_a_region_runs_from_the_nation_down(code: str, codes: tuple[str, ...]) -> None:
    assert chain(code) == codes


@pytest.mark.parametrize(
    ("name", "kind", "designation"),
    [
        ("Banten", RegionKind.PROVINCE, "Provinsi Banten"),
        ("Daerah Istimewa Yogyakarta", RegionKind.PROVINCE, "Daerah Istimewa Yogyakarta"),
        ("Daerah Khusus Jakarta", RegionKind.PROVINCE, "Daerah Khusus Jakarta"),
        ("Kota Tangerang Selatan", RegionKind.CITY, "Kota Tangerang Selatan"),
        ("Kabupaten Tangerang", RegionKind.REGENCY, "Kabupaten Tangerang"),
    ],
)
def test_a_region_is_designated_as_it_follows_kpu(name: str, kind: RegionKind, designation: str) -> None:
    assert region(name, kind).designation == designation


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kota Tangerang Selatan", "Tangerang Selatan"),
        ("Kabupaten Tangerang", "Tangerang"),
        ("Kota Administrasi Jakarta Selatan", "Jakarta Selatan"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Kepulauan Seribu"),
        ("Kabupaten Kotawaringin Barat", "Kotawaringin Barat"),
        ("Kabupaten Kotabaru", "Kotabaru"),
        ("Banten", "Banten"),
    ],
)
def test_the_place_of_a_region_is_its_bare_name(name: str, place: str) -> None:
    assert region(name).place == place


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330))])
def test_paper_has_the_size_of_indonesian_offices(paper: Paper, size: tuple[int, int]) -> None:
    assert paper.millimetres == size


@pytest.mark.parametrize("paper", Paper)
def test_paper_stands_upright(paper: Paper) -> None:
    width, height = paper.millimetres
    assert width < height


def plugin(**given: Any) -> Plugin:
    base = {"id": "a", "name": "A", "version": "1", "api": 1, "kind": PackKind.DATA, "region": ""}
    return Plugin(**base | given)


PLACED: list[tuple[type[msgspec.Struct], str, dict[str, Any]]] = [
    (Office, "wilayah", {}),
    (Plugin, "wilayah", {"id": "a", "nama": "A", "versi": "1", "api": 1, "jenis": "data"}),
    (Contestant, "wilayah", {"id": "a", "pemilu": "b", "nomor_urut": 1, "nama": "A"}),
    (Region, "kode", {"nama": "A", "jenis": "kota", "provinsi": "Banten", "zona": "WIB"}),
]


@pytest.mark.parametrize(("cls", "key", "table"), PLACED)
@pytest.mark.parametrize("code", ["", "36", "36.74"])
def test_the_code_of_the_nation_a_province_or_a_kabupaten_is_taken(
    cls: type[msgspec.Struct], key: str, table: dict[str, Any], code: str
) -> None:
    made = read_table(cls, table | {key: code}, "uji.toml")
    assert getattr(made, plan(cls)[key].name) == code


@pytest.mark.parametrize(("cls", "key", "table"), PLACED)
@pytest.mark.parametrize("code", ["3", "367", "36.1", "36.744", "36.", "36.74.01", "Banten", "36\n", "٣٦"])
def test_a_malformed_region_code_is_refused(
    cls: type[msgspec.Struct], key: str, table: dict[str, Any], code: str
) -> None:
    assert [problem.key for problem in problems(cls, table | {key: code})] == [key]


@pytest.mark.parametrize(("api", "hint"), [(2, "Perbarui program ini"), (0, "Perbarui paket ini")])
def test_a_pack_of_another_contract_says_which_side_to_update(api: int, hint: str) -> None:
    assert [words[2] for words in plugin(api=api).faults()] == [hint]


CODE = Code(module="m", hooks=("kampanye_rules",))


@pytest.mark.parametrize(
    ("kind", "code", "keys"),
    [
        (PackKind.DATA, None, []),
        (PackKind.PYTHON, CODE, []),
        (PackKind.DATA, CODE, ["python"]),
        (PackKind.PYTHON, None, ["python"]),
    ],
)
def test_code_and_kind_of_a_pack_belong_together(kind: PackKind, code: Code | None, keys: list[str]) -> None:
    assert faulty_keys(Manifest(plugin=plugin(kind=kind), code=code)) == keys


def test_a_python_pack_gives_its_contents_through_hooks_alone() -> None:
    made = Manifest(plugin=plugin(kind=PackKind.PYTHON), code=CODE, contents=Contents(terms=("a.toml",)))
    assert faulty_keys(made) == ["isi"]


@pytest.mark.parametrize(("code", "level"), [("", 0), ("36", 1), ("36.74", 2)])
def test_the_level_of_a_pack_follows_from_its_region(code: str, level: int) -> None:
    assert PackUse(id="a", version="1", fingerprint="0", region=code).level == level


@pytest.mark.parametrize("number", [None, 1, 24])
def test_a_ballot_number_from_one_on_has_no_fault(number: int | None) -> None:
    assert faulty_keys(PartyEntry(id="pkb", ballot_number=number)) == []


@pytest.mark.parametrize("number", [0, -1])
def test_a_ballot_number_below_one_is_refused(number: int) -> None:
    assert faulty_keys(PartyEntry(id="pkb", ballot_number=number)) == ["nomor_urut"]


@pytest.mark.parametrize("millimetres", [10, 60])
def test_margins_from_10_to_60_mm_have_no_fault(millimetres: int) -> None:
    assert faulty_keys(Margins(top=millimetres, left=millimetres)) == []


@pytest.mark.parametrize("millimetres", [9, 61, -25])
def test_margins_that_printers_cut_or_that_leave_no_room_are_refused(millimetres: int) -> None:
    made = Margins(top=millimetres, bottom=millimetres, left=millimetres, right=millimetres)
    assert faulty_keys(made) == ["atas", "bawah", "kiri", "kanan"]


@pytest.mark.parametrize(
    ("size", "keys"),
    [(7, []), (24, []), (6.9, ["ukuran_huruf"]), (24.5, ["ukuran_huruf"]), (float("nan"), ["ukuran_huruf"])],
)
def test_only_sizes_that_people_read_are_taken(size: float, keys: list[str]) -> None:
    assert faulty_keys(FrontMatter(id="a", title="A", size=size)) == keys


@pytest.mark.parametrize(
    ("largest", "refused"), [(None, False), (12, False), (24, False), (11, True), (25, True)]
)
def test_letters_grow_from_their_size_to_what_the_sheet_takes(largest: float | None, refused: bool) -> None:
    made = FrontMatter(id="a", title="A", size=12, largest=largest)
    assert faulty_keys(made) == ["ukuran_huruf_terbesar"] * refused


@pytest.mark.parametrize(("multiple", "refused"), [(1, False), (4, False), (0, True), (33, True)])
def test_pages_come_in_multiples_that_a_booklet_has(multiple: int, refused: bool) -> None:
    made = FrontMatter(id="a", title="A", multiple=multiple)
    assert faulty_keys(made) == ["kelipatan_halaman"] * refused


@pytest.mark.parametrize(("bleed", "refused"), [(0, False), (10, False), (-1, True), (11, True)])
def test_a_bleed_is_a_few_millimetres(bleed: int, refused: bool) -> None:
    assert faulty_keys(FrontMatter(id="a", title="A", bleed=bleed)) == ["lebihan_potong"] * refused


def stage(start: int, end: int) -> Stage:
    return Stage(id="kampanye", name="Kampanye", start=date(2024, 2, start), end=date(2024, 2, end))


@pytest.mark.parametrize(("start", "end", "keys"), [(1, 2, []), (1, 1, []), (2, 1, ["selesai"])])
def test_a_stage_may_not_end_before_it_starts(start: int, end: int, keys: list[str]) -> None:
    assert faulty_keys(stage(start, end)) == keys


@pytest.mark.parametrize(("day", "within"), [(1, False), (2, True), (3, True), (4, True), (5, False)])
def test_a_stage_holds_its_first_and_its_last_day(day: int, within: bool) -> None:
    assert (date(2024, 2, day) in stage(2, 4)) == within


@pytest.mark.parametrize("reason", ["", "   ", "\u00a0"])
def test_nothing_is_removed_without_a_reason(reason: str) -> None:
    assert faulty_keys(Removal(id="a", reason=reason)) == ["alasan"]


def test_nothing_is_replaced_without_a_reason() -> None:
    assert faulty_keys(Replacement(id="a", reason="", text="b")) == ["alasan"]


def test_a_replacement_must_replace_something() -> None:
    assert faulty_keys(Replacement(id="a", reason="b")) == ["teks"]


@pytest.mark.parametrize("part", ["title", "text", "explanation"])
def test_a_replacement_of_any_part_is_one(part: str) -> None:
    assert faulty_keys(Replacement(id="a", reason="b", **{part: ""})) == []


def test_the_clause_of_an_addition_has_all_its_words() -> None:
    words: dict[str, Any] = {
        "id": "a",
        "title": "A",
        "text": "b",
        "subject": Role.PRESENT,
        "locked": True,
        "parameters": (Parameter(name="x", label="X"),),
    }
    assert Addition(after="c", **words).clause == Clause(**words)


def test_only_required_findings_are_headed_as_to_be_mended() -> None:
    assert [level.heading for level in Level] == ["Wajib diperbaiki", "Perlu perhatian", "Saran"]


def test_a_text_calls_itself_by_its_kind() -> None:
    assert [kind.called for kind in AgreementKind] == [
        "Nota Kesepahaman",
        "Kesepakatan Bersama",
        "Berita Acara Kesepakatan",
        "Deklarasi",
    ]


@pytest.mark.parametrize(
    ("phase", "words"), [(Phase.DRAFT, "KONSEP r02"), (Phase.FINAL, "Naskah final r02 · kode AB12")]
)
def test_the_foot_of_a_page_says_the_state(phase: Phase, words: str) -> None:
    assert State(phase=phase, revision=2, text_digest="0", code="AB12", signers=1).words == words


@pytest.mark.parametrize(("short", "called"), [("", "Partai Kebangkitan Bangsa"), ("PKB", "PKB")])
def test_a_party_is_called_by_its_short_name_where_it_has_one(short: str, called: str) -> None:
    party = Party(id="pkb", name="Partai Kebangkitan Bangsa", role=Role.CONTESTANT, short=short)
    assert party.called == called


BAWASLU = Party(id="bawaslu", name="Bawaslu", role=Role.WITNESS)
PKB = Party(id="pkb", name="PKB", role=Role.CONTESTANT)
POLRES = Party(id="polres", name="Polres", role=Role.PRESENT)
ORIGINAL = CopyPlan(number=1, form=CopyForm.ORIGINAL, holder="pkb")
COPY = CopyPlan(number=1, form=CopyForm.COPY, holder="pkb")
LAW = LegalBasis(id="uu-7-2017", kind="UU", number="7", year=2017, title="Pemilihan Umum")
ELECTION = Election(
    id="pemilu-2024",
    kind=ElectionKind.GENERAL,
    name="Pemilu",
    short="Pemilu",
    year=2024,
    stages=(stage(1, 2),),
)
REFERENCE = Reference(region=region("Kota X"), election=ELECTION, legal_basis=(LAW,))
AGREEMENT = Agreement(
    id="damai",
    topic="Kampanye Damai",
    office=Office(region="36.74"),
    parties=(BAWASLU, PKB, POLRES),
    copies=(ORIGINAL, COPY),
    reference=REFERENCE,
)


def test_parties_of_roles_come_in_the_order_of_the_agreement() -> None:
    assert AGREEMENT.of_role(Role.PRESENT, Role.WITNESS) == (BAWASLU, POLRES)


@pytest.mark.parametrize(("party_id", "party"), [("pkb", PKB), ("golkar", None)])
def test_a_party_is_found_by_its_id(party_id: str, party: Party | None) -> None:
    assert AGREEMENT.party(party_id) == party


def test_copies_are_found_by_their_form() -> None:
    assert AGREEMENT.copies_of(CopyForm.ORIGINAL) == (ORIGINAL,)


@pytest.mark.parametrize(("law_id", "law"), [("uu-7-2017", LAW), ("uu-8", None)])
def test_a_law_is_found_by_its_id(law_id: str, law: LegalBasis | None) -> None:
    assert REFERENCE.law(law_id) == law


@pytest.mark.parametrize(("stage_id", "found"), [("kampanye", stage(1, 2)), ("masa-tenang", None)])
def test_a_stage_is_found_by_its_id(stage_id: str, found: Stage | None) -> None:
    assert ELECTION.stage(stage_id) == found
