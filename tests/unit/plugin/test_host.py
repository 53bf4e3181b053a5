"""The host at work: a pack that misbehaves is named and put out of use, and every other one goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui import hookspecs
from kampanye_tui.model.term import Term
from kampanye_tui.plugin.host import ADDS
from tests.unit.plugin.packs import TERMS, host, python_pack, status, terms_pack, words

HOSTILE = {
    "raises": ("raise ValueError('rusak')", "gagal: ValueError: rusak"),
    "exits": ("import sys; sys.exit(0)", "mencoba menghentikan program"),
    "swallows the alarm": (
        "try:\n        while True: pass\n    except BaseException: return []",
        "tidak selesai dalam 0.3 detik",
    ),
    "loops": ("while True: pass", "tidak selesai dalam 0.3 detik"),
    "gives a number": ("return 3", "mengembalikan int, seharusnya daftar Term"),
    "gives a table": ("return {'nama': 'x'}", "mengembalikan dict, seharusnya daftar Term"),
    "gives text": ("return 'kata'", "mengembalikan str, seharusnya daftar Term"),
    "gives another value": ("return [Citation(law='a', article='b')]", "seharusnya Term"),
    "gives a wrong field": ("return [Term(name='kata', text=3)]", "harus berupa teks, tertulis bilangan 3"),
    "gives a hidden character": ("return [Term(name='kata', text='a\\u200bb')]", "U+200B"),
    "gives an escape": ("return [Term(name='kata', text='a\\x1bb')]", "U+001B"),
    "gives an unknown value": ("return [Term(name='kata', text=object())]", "nilai yang tidak dikenal"),
    "raises late": ("yield Term(name='kata', text='x'); raise ValueError", "gagal: ValueError"),
    "never stops yielding": ("while True: yield Term(name='kata', text='x')", "lebih dari 1000 butir"),
    "is cancelled": ("import asyncio; raise asyncio.CancelledError", "gagal: CancelledError"),
}
"""What a hook does → the reason that is told."""


def hostile(root: Path, body: str) -> Path:
    """Write a Python pack whose hook does what ``body`` says."""
    return python_pack(root, "penutup", f"@hookimpl\ndef kampanye_terms(region):\n    {body}\n")


@pytest.mark.usefixtures("short_limit")
@pytest.mark.parametrize("deed", HOSTILE)
def test_a_pack_whose_hook_misbehaves_is_named_with_a_reason(deed: str, tmp_path: Path) -> None:
    body, told = HOSTILE[deed]
    made = host(tmp_path, hostile(tmp_path, body))
    made.collect("kampanye_terms", region=None)
    assert told in status(made, "penutup").reason


@pytest.mark.usefixtures("short_limit")
@pytest.mark.parametrize("deed", HOSTILE)
def test_beside_a_pack_that_misbehaves_the_others_work(deed: str, tmp_path: Path) -> None:
    terms_pack(tmp_path, "aman", "kata_uji", "aman")
    terms_pack(tmp_path, "zaman", "kata_uji", "zaman")
    made = host(tmp_path, hostile(tmp_path, HOSTILE[deed][0]))
    given = {one.pack.id for one in made.collect("kampanye_terms", region=None)}
    assert given == {"nasional", "aman", "zaman"}


def test_a_reason_names_the_hook_that_failed(tmp_path: Path) -> None:
    made = host(tmp_path, hostile(tmp_path, "raise ValueError"))
    made.collect("kampanye_terms", region=None)
    assert status(made, "penutup").reason.startswith("hook kampanye_terms ")


def test_a_pack_that_failed_is_among_the_problems(tmp_path: Path) -> None:
    made = host(tmp_path, hostile(tmp_path, "raise ValueError"))
    made.collect("kampanye_terms", region=None)
    assert [problem.id for problem in made.problems()] == ["penutup"]


def test_a_pack_that_failed_is_not_called_again(tmp_path: Path) -> None:
    trace = tmp_path / "jejak"
    body = f"with open({str(trace)!r}, 'a') as file: file.write('x')\n    raise ValueError"
    made = host(tmp_path / "plugins", hostile(tmp_path / "plugins", body))
    made.collect("kampanye_terms", region=None)
    made.collect("kampanye_terms", region=None)
    assert trace.read_text() == "x"


def test_a_pack_that_failed_is_not_among_the_packs_in_use(tmp_path: Path) -> None:
    made = host(tmp_path, hostile(tmp_path, "raise ValueError"))
    made.collect("kampanye_terms", region=None)
    assert [use.id for use in made.packs()] == ["nasional"]


def test_a_pack_cannot_change_what_it_gave_afterwards(tmp_path: Path) -> None:
    code = "KATA = [Term(name='kata_uji', text='uji', elections=[])]\n"
    code += "@hookimpl\ndef kampanye_terms(region):\n    return KATA\n"
    pack = python_pack(tmp_path, "uji", code)
    given = host(tmp_path, pack).collect("kampanye_terms", region=None)
    assert [one.items[0].elections for one in given if one.pack.id == "uji"] == [()]


def test_an_accepted_pack_gives_what_it_says(tmp_path: Path) -> None:
    assert words(host(tmp_path, python_pack(tmp_path, "uji", TERMS)), "uji") == ["uji"]


def test_what_hooks_print_goes_to_the_log_of_their_pack(tmp_path: Path) -> None:
    code = "@hookimpl\ndef kampanye_terms(region):\n    print('halo')\n"
    made = host(tmp_path, python_pack(tmp_path, "uji", code))
    made.collect("kampanye_terms", region=None)
    assert made.printed["uji"] == "halo\n"


def test_what_a_failing_hook_prints_goes_to_the_log_of_its_pack(tmp_path: Path) -> None:
    made = host(tmp_path, hostile(tmp_path, "print('halo'); raise ValueError"))
    made.collect("kampanye_terms", region=None)
    assert made.printed["penutup"] == "halo\n"


@pytest.mark.parametrize("after", ["", "1 / 0\n"], ids=["accepted", "failing"])
def test_what_is_printed_at_import_goes_to_the_log_of_its_pack(after: str, tmp_path: Path) -> None:
    made = host(tmp_path, python_pack(tmp_path, "uji", f"print('halo')\n{after}{TERMS}"))
    assert made.printed["uji"] == "halo\n"


def test_what_is_printed_on_being_told_goes_to_the_log_of_its_pack(tmp_path: Path) -> None:
    code = "@hookimpl\ndef kampanye_exported(receipt):\n    print(receipt)\n"
    made = host(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_exported"]))
    made.tell("kampanye_exported", receipt="kuitansi")
    assert made.printed["uji"] == "kuitansi\n"


def test_a_pack_that_fails_on_being_told_is_named(tmp_path: Path) -> None:
    code = "@hookimpl\ndef kampanye_exported(receipt):\n    raise ValueError('penuh')\n"
    made = host(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_exported"]))
    made.tell("kampanye_exported", receipt=None)
    assert status(made, "uji").reason == "hook kampanye_exported gagal: ValueError: penuh"


def test_beside_a_pack_that_fails_on_being_told_the_others_are_told(tmp_path: Path) -> None:
    code = "@hookimpl\ndef kampanye_exported(receipt):\n    {0}\n"
    bad = python_pack(tmp_path, "a-rusak", code.format("raise ValueError"), ["kampanye_exported"])
    trace = tmp_path / "jejak"
    told = f"with open({str(trace)!r}, 'a') as file: file.write(receipt)"
    good = [python_pack(tmp_path, name, code.format(told), ["kampanye_exported"]) for name in ("a", "z")]
    host(tmp_path, bad, *good).tell("kampanye_exported", receipt="x")
    assert trace.read_text() == "xx"


def test_hosts_share_nothing(tmp_path: Path) -> None:
    pack = hostile(tmp_path, "raise ValueError")
    first, second = host(tmp_path, pack), host(tmp_path, pack)
    first.collect("kampanye_terms", region=None)
    assert second.active("penutup")


def test_a_python_pack_is_read_into_values_of_the_core(tmp_path: Path) -> None:
    given = host(tmp_path, python_pack(tmp_path, "uji", TERMS)).collect("kampanye_terms", region=None)
    assert [one.items for one in given if one.pack.id == "uji"] == [(Term(name="kata_uji", text="uji"),)]


def test_every_hook_has_words_for_what_it_adds() -> None:
    assert set(ADDS) == {name for name in vars(hookspecs) if name.startswith("kampanye_")}


def test_what_a_python_pack_adds_is_said_in_words(tmp_path: Path) -> None:
    assert status(host(tmp_path, python_pack(tmp_path, "uji", TERMS)), "uji").adds == ("istilah",)
