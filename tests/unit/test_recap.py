"""A recap of many offices: every figure of those that hold, and a reason for each that does not."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from kampanye_tui import recap as recap_module
from kampanye_tui.agreement.summary import Recap
from kampanye_tui.agreement.verification import Reading, read_text
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.recap import Stage
from kampanye_tui.recap import Known, found_again, recap
from tests.country import COPIES, EVENTS, OFFICES, Made, country
from tests.damaged import WAYS

FEW = 24
FIRST = '[[acuan.peserta]]\nid = "partai-kebangkitan-bangsa"\npemilu = "pemilu-2024"\nnomor_urut = '


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Made, ...]]:
    """What offices sent, twenty of them broken, each in another way."""
    folder = tmp_path_factory.mktemp("kiriman")
    made = country(folder, FEW)
    damage(made)
    return folder, made


@pytest.fixture(scope="module")
def found(sent: tuple[Path, tuple[Made, ...]], tmp_path_factory: pytest.TempPathFactory) -> Recap:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("simpanan")))
        return recap([sent[0]])


def damage(made: tuple[Made, ...]) -> dict[str, Path]:
    """Break the first offices that have closed, each in another way; return where."""
    closed = [one for one in made if one.stage == "ditutup"]
    broken = {}
    for (way, (change, _words)), one in zip(WAYS.items(), closed, strict=False):
        broken[way] = one.folder
        change(one.folder / "naskah" / "2023-kampanye-damai")
    assert len(broken) == len(WAYS)
    return broken


@pytest.mark.parametrize("way", WAYS)
def test_what_is_broken_is_named_with_its_reason(
    way: str, sent: tuple[Path, tuple[Made, ...]], found: Recap
) -> None:
    closed = [one for one in sent[1] if one.stage == "ditutup"]
    own = f"{closed[list(WAYS).index(way)].folder}/"
    (reason,) = [one.reason for one in found.troubles if one.place.startswith(own)]
    assert WAYS[way][1] in reason


def test_the_others_are_counted(sent: tuple[Path, tuple[Made, ...]], found: Recap) -> None:
    assert len(found.offices) == FEW - len(WAYS)
    assert right(sent[1], found)


def right(made: tuple[Made, ...], found: Recap) -> bool:
    """Tell whether all that were counted are as they were written."""
    written = {one.code: one for one in made}
    return all(
        (one.stage.words, one.events, one.tally.printed)
        == (
            written[one.region].stage,
            written[one.region].events,
            max(0, written[one.region].copies - 3),
        )
        for one in found.offices
    )


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three offices, and no cache that another test could have left."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    country(tmp_path / "kiriman", 3)
    return tmp_path / "kiriman"


def test_what_was_told_is_not_verified_again(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = recap([three])
    monkeypatch.setattr(recap_module, "verified", None)
    assert recap([three]) == before


def test_what_changed_is_told_anew(three: Path) -> None:
    recap([three])
    WAYS["ledger with another word"][0](three / "11.01" / "naskah" / "2023-kampanye-damai")
    assert ([one.region for one in recap([three]).offices]) == ["11", "11.02"]


def test_a_change_that_keeps_size_and_time_is_seen(three: Path) -> None:
    recap([three])
    path = three / "11.01" / "naskah" / "2023-kampanye-damai" / "buku.jsonl"
    seen = path.stat()
    path.write_bytes(path.read_bytes().replace(b"ani", b"ina", 1))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert len(recap([three]).troubles) == 1


def test_a_deleted_cache_changes_nothing(three: Path, tmp_path: Path) -> None:
    before = recap([three])
    shutil.rmtree(tmp_path / "simpanan")
    assert recap([three]) == before


def test_a_cache_of_rubbish_changes_nothing(three: Path, tmp_path: Path) -> None:
    before = recap([three])
    for path in (tmp_path / "simpanan").rglob("rekap/*"):
        path.write_bytes(b"rusak")
    assert recap([three]) == before


def test_an_office_that_is_gone_is_told_no_more(three: Path) -> None:
    recap([three])
    shutil.rmtree(three / "11.01")
    assert [one.region for one in recap([three]).offices] == ["11", "11.02"]


def test_an_error_of_the_program_is_told_of_its_office(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("salah hitung")

    monkeypatch.setattr(recap_module, "told", broken)
    assert {one.reason for one in recap([three]).troubles} == {
        "kesalahan program: ZeroDivisionError: salah hitung"
    }


def test_what_an_error_of_the_program_says_steers_no_terminal(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ValueError("di\x1b]0;judul\x07\nsini")

    monkeypatch.setattr(recap_module, "told", broken)
    assert {one.reason for one in recap([three]).troubles} == {
        "kesalahan program: ValueError: di<U+001B>]0;judul<U+0007> sini"
    }


def test_the_same_office_sent_twice_counts_once(three: Path, tmp_path: Path) -> None:
    shutil.copytree(three / "11.01", tmp_path / "lagi" / "11.01")
    found = recap([three, tmp_path / "lagi"])
    assert (len(found.offices), len(found.older), len(found.troubles)) == (3, 1, 0)


def test_what_a_killed_worker_leaves_is_done_by_another(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    work = recap_module._Worker.known

    def deadly(worker: recap_module._Worker, arrival: object, before: Known | None) -> Known:
        if os.getpid() != parent:
            os._exit(9)
        return work(worker, arrival, before)

    monkeypatch.setattr(recap_module, "ALONE", 2)
    monkeypatch.setattr(recap_module._Worker, "known", deadly)
    assert len(recap([three]).offices) == 3


def test_workers_tell_what_one_process_tells(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = recap([three])
    monkeypatch.setattr(recap_module, "ALONE", 2)
    monkeypatch.setenv("XDG_CACHE_HOME", str(three.parent / "lain"))
    assert recap([three]) == alone


def test_a_process_with_threads_is_not_forked(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recap_module, "ALONE", 2)
    monkeypatch.setattr(recap_module, "ProcessPoolExecutor", None)
    assert len(recap([three], forks=False).offices) == 3


def test_one_agreement_is_found_again_as_the_recap_told_it(three: Path) -> None:
    one = recap([three]).offices[1]
    found = found_again([three], one.place)
    assert (found.told, len(found.verified.events)) == (one, one.events)


def test_one_agreement_that_broke_since_is_a_trouble(three: Path) -> None:
    one = recap([three]).offices[1]
    WAYS["ledger with another word"][0](three / "11.01" / "naskah" / "2023-kampanye-damai")
    assert "berubah sejak dicatat" in found_again([three], one.place).told.reason


def test_one_agreement_that_is_gone_is_refused(three: Path) -> None:
    one = recap([three]).offices[1]
    shutil.rmtree(three / "11.01")
    with pytest.raises(Refused, match="sudah tidak ada"):
        found_again([three], one.place)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("[[acuan.istilah]]\n", "[[acuan.istilah]]\nrahasia = 1\n"),
        (f"{FIRST}1\n", f"{FIRST}true\n"),
        ('id = "2023-kampanye-damai"', "id = 7"),
    ],
    ids=["whole", "a key of nobody", "a truth value for a number", "a number for a text"],
)
def test_a_text_reads_as_alone_whatever_was_read_before(before: str, after: str, three: Path) -> None:
    reader = recap_module._Reader()
    texts = [path.read_text() for path in sorted(three.rglob("naskah.toml"))]
    assert before in texts[1]
    texts[1] = texts[1].replace(before, after, 1)
    assert [outcome(reader, text) for text in texts] == [outcome(read_text, text) for text in texts]


def outcome(reading: Reading, text: str) -> object:
    """Return the agreement of a text, or why it is refused."""
    try:
        return reading(text.encode(), "naskah.toml")
    except Refused as refused:
        return str(refused)


@pytest.mark.penuh
def test_532_of_552_offices_are_right_and_20_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    made = country(tmp_path / "kiriman")
    assert (
        len(made),
        sum(one.copies for one in made) >= COPIES,
        sum(one.events for one in made) >= EVENTS,
    ) == (
        OFFICES,
        True,
        True,
    )
    broken = damage(made)
    found = recap([tmp_path / "kiriman"])
    assert (len(found.offices), len(found.troubles)) == (OFFICES - len(WAYS), len(WAYS))
    assert right(made, found)
    for way, folder in broken.items():
        (reason,) = [one.reason for one in found.troubles if one.place.startswith(f"{folder}/")]
        assert WAYS[way][1] in reason, way
    assert sum(one.stage is Stage.DRAFT for one in found.offices) == OFFICES // 20
    assert max(one.news for one in found.offices if one.news) == date(2023, 12, 3)
