"""Files of clauses in a data pack: sets that take their clauses from other files of the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.clause import ClauseSet
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.data_pack import read_pack
from tests.unit.plugin.packs import data_pack, opened

CLAUSE = '[[klausul]]\nid = "{0}"\njudul = "{0}"\nteks = "Isi {0}."\n'
SHARED = "format = 1\n" + CLAUSE.format("satu") + CLAUSE.format("dua")
HEAD = 'format = 1\n[kumpulan]\nid = "pendek"\njudul = "Pendek"\n'


def sets(root: Path, *files: str) -> tuple[ClauseSet, ...]:
    """Return the sets of a pack with these files of clauses."""
    named = {f"k/{number}.toml": text for number, text in enumerate(files)}
    return read_pack(opened(data_pack(root, "uji", {"klausul": "k/*.toml"}, named))).clause_sets


def why_not(root: Path, *files: str) -> list[str]:
    """Return why a pack with these files of clauses is not taken."""
    with pytest.raises(Refused) as refused:
        sets(root, *files)
    return [str(problem) for problem in refused.value.problems]


def test_a_set_takes_clauses_of_another_file_in_its_own_order(tmp_path: Path) -> None:
    (made,) = sets(tmp_path, SHARED, HEAD + 'urutan = ["dua", "satu"]\n')
    assert [clause.id for clause in made.clauses] == ["dua", "satu"]


def test_a_set_leaves_out_what_it_does_not_name(tmp_path: Path) -> None:
    (made,) = sets(tmp_path, SHARED, HEAD + 'urutan = ["dua"]\n')
    assert [clause.id for clause in made.clauses] == ["dua"]


def test_two_sets_share_a_clause(tmp_path: Path) -> None:
    other = HEAD.replace("pendek", "panjang")
    made = sets(tmp_path, SHARED, HEAD + 'urutan = ["satu"]\n', other + 'urutan = ["satu", "dua"]\n')
    assert made[0].clauses[0] == made[1].clauses[0]


def test_a_set_without_an_order_is_the_clauses_of_its_file(tmp_path: Path) -> None:
    (made,) = sets(tmp_path, SHARED, HEAD + CLAUSE.format("tiga"))
    assert [clause.id for clause in made.clauses] == ["tiga"]


def test_a_file_of_clauses_alone_is_no_set(tmp_path: Path) -> None:
    assert sets(tmp_path, SHARED) == ()


def test_a_clause_that_no_file_has_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    assert why_not(tmp_path, SHARED, HEAD + 'urutan = ["satu", "duaa"]\n') == [
        'uji/k/1.toml, tabel [kumpulan], kunci "urutan": butir ke-2: klausul "duaa" tidak ada di dalam '
        'paket ini. Mungkin maksudnya "dua".'
    ]


def test_one_id_for_two_clauses_of_a_pack_is_refused(tmp_path: Path) -> None:
    assert why_not(tmp_path, SHARED, HEAD + CLAUSE.format("satu")) == [
        'uji: klausul "satu" ada lebih dari satu kali di dalam paket ini. Setiap id hanya boleh dipakai '
        "satu kali."
    ]
