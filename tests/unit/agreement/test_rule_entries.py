"""How an entry [[aturan]] becomes a rule, and why it may be refused."""

import pytest

from kampanye_tui.agreement.rules import KINDS, build
from kampanye_tui.model.finding import Level
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.problem import Refused, Step
from kampanye_tui.model.rule import RuleEntry

from .making import with_party

STEPS = (Step("aturan", 2, "uji"),)


def entry(kind="lembaga", message="Belum ada {lembaga}.", **conditions):
    """A row of a file of rules."""
    return RuleEntry(id="uji", kind=kind, level=Level.ATTENTION, message=message, conditions=conditions)


def refusal(made):
    """What the operator reads when an entry is refused."""
    with pytest.raises(Refused) as refused:
        build(made, "aturan/uji.toml", STEPS)
    return str(refused.value)


def test_an_unknown_kind_is_refused_with_the_nearest():
    assert refusal(entry(kind="lembagaa", lembaga=["tni"])) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), kunci "jenis": '
        '"lembagaa" tidak termasuk pilihan. Mungkin maksudnya "lembaga".'
    )


def test_a_kind_like_none_is_refused_with_all_that_are_known():
    message = refusal(entry(kind="xyz"))
    assert message.endswith(f"Pilihannya: {', '.join(sorted(KINDS))}")


def test_an_unknown_condition_is_refused_with_the_nearest():
    assert refusal(entry(lembaga=["tni"], lembagaa=["polri"])) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), tabel [aturan.syarat]: '
        'kunci "lembagaa" tidak dikenal. Mungkin maksudnya "lembaga".'
    )


def test_a_missing_condition_is_refused():
    assert refusal(entry()) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), tabel [aturan.syarat]: '
        'kunci "lembaga" belum ada. Tambahkan baris lembaga = [ … ] di tabel ini.'
    )


def test_a_condition_outside_its_choices_is_refused_with_the_nearest():
    assert refusal(entry(kind="peserta", message="x", cari="kurangg")) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), tabel [aturan.syarat], kunci "cari": '
        '"kurangg" tidak termasuk pilihan. Mungkin maksudnya "kurang".'
    )


def test_a_kind_without_conditions_refuses_any():
    assert refusal(entry(kind="isian", message="x", cari="kurang")) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), tabel [aturan.syarat]: kunci "cari" tidak dikenal.'
    )


def test_an_unknown_placeholder_in_a_message_is_refused_with_the_nearest():
    assert refusal(entry(message="Belum ada {lembagaa}.", lembaga=["tni"])) == (
        'aturan/uji.toml, [[aturan]] ke-2 ("uji"), kunci "pesan": '
        'isian {lembagaa} tidak disediakan oleh jenis lembaga. Mungkin maksudnya "lembaga".'
    )


def test_each_unknown_placeholder_in_a_message_is_refused():
    made = entry(message="{satu} {dua} {satu}", lembaga=["tni"])
    assert refusal(made).count("tidak disediakan") == 2


def test_a_stray_brace_in_a_message_is_refused():
    assert "{lembaga.x}" in refusal(entry(message="Belum ada {lembaga.x}.", lembaga=["tni"]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_of_a_kind_may_hold_all_that_it_offers(kind):
    conditions = {
        "peserta": {"cari": "kurang"},
        "lembaga": {"lembaga": ["tni"]},
        "acara": {"kunci": ["tanggal"]},
        "hari-acara": {"tahapan": "kampanye", "bila": "di-luar"},
        "dasar-hukum": {"cari": "tidak-dikenal"},
        "penandatangan": {"tanpa": "nama"},
        "kata-klausul": {"kata": ["x"]},
        "klausul-wajib": {"klausul": ["x"]},
        "lembaga-wilayah": {"lembaga": "dprd"},
        "isian-contoh": {"nilai": ["x"]},
        "gelar": {"depan": [], "belakang": []},
        "ejaan": {"ejaan": {}},
        "salinan": {"cari": "nomor-ganda"},
    }
    message = " ".join(f"{{{name}}}" for name in KINDS[kind].offers)
    assert build(entry(kind, message, **conditions.get(kind, {})), "x").id == "uji"


def test_a_rule_keeps_id_level_and_citations():
    cited = (Citation(law="uu-7-2017", article="Pasal 280"),)
    made = RuleEntry(id="uji", kind="isian", level=Level.SUGGESTION, message="x", citations=cited)
    rule = build(made, "x")
    assert (rule.id, rule.level, rule.citations) == ("uji", Level.SUGGESTION, cited)


def test_a_finding_carries_what_its_rule_cites(complete, checked):
    made = RuleEntry(
        id="uji",
        kind="lembaga",
        level=Level.ATTENTION,
        message="{lembaga}",
        citations=(Citation(law="uu-7-2017", article="Pasal 280"),),
        conditions={"lembaga": ["lainnya"]},
    )
    [finding] = build(made, "x").check(complete, checked)
    assert finding.citations == made.citations


def test_a_value_with_braces_prints_as_that_in_a_message(complete, checked):
    named = with_party(complete, "partai-ummat", name="{nama}", ballot_number=99)
    made = entry("peserta", "{nama} {{}}", cari="bukan-peserta")
    [finding] = build(made, "x").check(named, checked)
    assert finding.message == "{nama} {}"
