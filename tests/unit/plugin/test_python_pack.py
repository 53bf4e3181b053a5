"""Python packs: only accepted bytes run, only verified bytes are imported, and nothing stays of a bad one."""

from __future__ import annotations

import importlib.util
import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.guard import Fault
from kampanye_tui.plugin.python_pack import PREFIX, load
from tests.unit.plugin.packs import API, CITY, TERMS, accept, host, opened, python_pack, status, write_files

PLANTED = "raise RuntimeError('yang ditanam dijalankan')\n"


def why_not(pack: Path) -> str:
    """Return why an accepted pack is not used."""
    with pytest.raises(Fault) as fault:
        load(opened(pack))
    return str(fault.value)


def given(pack: Path, region: str = CITY) -> list[str]:
    """Return the words that a pack gives, accepted as it is."""
    given = host(pack.parent, pack, region=region).collect("kampanye_terms", region=None)
    return [term.text for one in given if one.pack.id == pack.name for term in one.items]


def test_a_pack_waits_until_it_is_accepted(tmp_path: Path) -> None:
    python_pack(tmp_path, "uji", TERMS)
    assert status(host(tmp_path), "uji").state is PackState.WAITING


def test_a_waiting_pack_says_what_to_write_to_accept_it(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    wanted = f'\n[[paket.setuju]]\nid = "uji"\nsha256 = "{opened(pack).fingerprint}"'
    assert wanted in status(host(tmp_path), "uji").reason


def test_a_waiting_pack_is_not_imported(tmp_path: Path) -> None:
    trace = tmp_path / "jejak"
    python_pack(tmp_path / "plugins", "uji", f"open({str(trace)!r}, 'w').close()\n{TERMS}")
    host(tmp_path / "plugins")
    assert not trace.exists()


def test_an_accepted_pack_is_used(tmp_path: Path) -> None:
    assert given(python_pack(tmp_path, "uji", TERMS)) == ["uji"]


def test_one_changed_byte_waits_again(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    before = accept(pack)
    write_files(pack, {"modul.py": (pack / "modul.py").read_bytes() + b"\n"})
    from kampanye_tui.plugin.host import Host

    assert "berubah sejak disetujui" in status(Host(CITY, [tmp_path], before), "uji").reason


def test_an_acceptance_of_another_pack_does_not_count(tmp_path: Path) -> None:
    python_pack(tmp_path, "uji", TERMS)
    other = python_pack(tmp_path, "lain", TERMS)
    assert status(host(tmp_path, other), "uji").state is PackState.WAITING


def test_a_pack_accepted_anew_in_one_process_runs_its_new_bytes(tmp_path: Path) -> None:
    given(python_pack(tmp_path, "uji", TERMS))
    assert given(python_pack(tmp_path, "uji", TERMS.replace('text="uji"', 'text="baru"'))) == ["baru"]


def test_a_pack_accepted_anew_leaves_the_modules_of_its_old_bytes_as_they_were(tmp_path: Path) -> None:
    code = "def kata():\n    from .bantu import KATA\n    return KATA\n" + TERMS
    old = load(opened(python_pack(tmp_path, "uji", code, files={"bantu.py": "KATA = 'lama'\n"}))).value
    load(opened(python_pack(tmp_path, "uji", code, files={"bantu.py": "KATA = 'baru'\n"})))
    assert old.kata() == "lama"


def test_a_new_version_that_fails_at_import_leaves_the_old_one_working(tmp_path: Path) -> None:
    code = "def kata():\n    from .bantu import KATA\n    return KATA\n" + TERMS
    old = load(opened(python_pack(tmp_path, "uji", code, files={"bantu.py": "KATA = 'lama'\n"}))).value
    why_not(python_pack(tmp_path, "uji", "1 / 0"))
    assert old.kata() == "lama"


def test_hosts_made_one_after_another_leave_no_growing_list_of_finders(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    given(pack)
    before = len(sys.meta_path)
    given(pack)
    assert len(sys.meta_path) == before


def test_a_planted_pyc_is_not_run(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    cached = Path(importlib.util.cache_from_source(str(pack / "modul.py")))
    cached.parent.mkdir()
    planted = tmp_path / "tanam.py"
    planted.write_text(PLANTED)
    py_compile.compile(
        str(planted), str(cached), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    assert given(pack) == ["uji"]


def test_loading_writes_nothing_into_the_pack(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    before = sorted(pack.rglob("*"))
    given(pack)
    assert sorted(pack.rglob("*")) == before


def test_a_file_named_like_a_standard_module_takes_nobodys_place(tmp_path: Path) -> None:
    code = f"import colorsys\nassert colorsys.rgb_to_hsv\n{TERMS}"
    assert given(python_pack(tmp_path, "uji", code, files={"colorsys.py": PLANTED})) == ["uji"]


def test_pythonpath_does_not_reach_the_modules_of_a_pack(tmp_path: Path) -> None:
    pack = python_pack(tmp_path / "plugins", "uji", f"from .bantu import KATA\n{TERMS}")
    name = f"{PREFIX}uji_{opened(pack).fingerprint[:16]}"
    package = tmp_path / "jalur" / name
    write_files(package, {"__init__.py": "", "bantu.py": "KATA = 'ditanam'\n"})
    program = (
        "import sys; from pathlib import Path; from kampanye_tui.plugin.folder import read_folder\n"
        "from kampanye_tui.plugin.python_pack import load; load(read_folder(Path(sys.argv[1]), 'uji'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(pack)],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"No module named '{name}.bantu'" in ran.stderr


def test_a_second_module_is_imported_from_the_bytes_that_were_verified(tmp_path: Path) -> None:
    code = "from .bantu import KATA\n" + TERMS.replace('"uji"', "KATA")
    pack = python_pack(tmp_path, "uji", code, files={"bantu.py": "KATA = 'dua'\n"})
    folder = opened(pack)
    write_files(pack, {"bantu.py": PLANTED})
    assert load(folder).value.KATA == "dua"


def test_a_module_imported_late_comes_from_the_bytes_that_were_verified(tmp_path: Path) -> None:
    code = "def kata():\n    from .bantu import KATA\n    return KATA\n" + TERMS
    pack = python_pack(tmp_path, "uji", code, files={"bantu.py": "KATA = 'dua'\n"})
    module = load(opened(pack)).value
    write_files(pack, {"bantu.py": PLANTED})
    assert module.kata() == "dua"


TABLE = """
KATA = __spec__.loader.get_data("kata.csv").decode()

@hookimpl
def kampanye_terms(region):
    return [Term(name="kata_uji", text=KATA)]
"""
"""A hook whose word stands in a table beside the module."""


def test_a_table_beside_the_module_is_read_from_the_bytes_that_were_verified(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TABLE, files={"kata.csv": "dari tabel"})
    verified = opened(pack)
    write_files(pack, {"kata.csv": "ditukar"})
    assert load(verified).value.KATA == "dari tabel"


@pytest.mark.parametrize("path", ["../lain/kata.csv", "/etc/hostname", "tidak-ada.csv"])
def test_a_module_is_given_no_file_that_is_not_of_its_pack(path: str, tmp_path: Path) -> None:
    code = TABLE.replace("kata.csv", path)
    pack = python_pack(tmp_path, "uji", code, files={"kata.csv": "dari tabel"})
    assert why_not(pack).startswith("gagal: FileNotFoundError")


def test_a_manifest_that_names_no_module_of_the_pack_is_refused(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    (pack / "modul.py").rename(pack / "moodul.py")
    assert why_not(pack) == 'modul "modul" tidak ada di dalam paket'


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import tidak_ada_di_mana_pun", "gagal: ModuleNotFoundError"),
        ("def (", "gagal: SyntaxError"),
        ("x = '\x00'", "gagal: "),
        ("1 / 0", "gagal: ZeroDivisionError"),
        ("def f(): return f()\nf()", "gagal: RecursionError"),
        ("import sys\nsys.exit()", "mencoba menghentikan program"),
        ("import asyncio\nraise asyncio.CancelledError", "gagal: CancelledError"),
    ],
    ids=["module", "syntax", "NUL", "error", "recursion", "exit", "cancelled"],
)
def test_what_goes_wrong_at_import_is_the_reason(code: str, told: str, tmp_path: Path) -> None:
    assert told in why_not(python_pack(tmp_path, "uji", code))


@pytest.mark.usefixtures("short_limit")
def test_an_endless_loop_at_import_is_cut(tmp_path: Path) -> None:
    assert why_not(python_pack(tmp_path, "uji", "while True: pass")) == "tidak selesai dalam 0.3 detik"


def test_what_is_printed_at_import_is_kept_for_the_log(tmp_path: Path) -> None:
    assert load(opened(python_pack(tmp_path, "uji", f"print('halo')\n{TERMS}"))).printed == "halo\n"


def test_what_is_printed_at_an_import_that_fails_is_kept_for_the_log(tmp_path: Path) -> None:
    with pytest.raises(Fault) as fault:
        load(opened(python_pack(tmp_path, "uji", "print('halo')\n1 / 0\n")))
    assert fault.value.printed == "halo\n"


def test_what_is_printed_at_import_does_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(opened(python_pack(tmp_path, "uji", f"print('halo')\n{TERMS}")))
    assert capsys.readouterr() == ("", "")


def test_a_pack_that_fails_at_import_leaves_no_module_and_no_finder(tmp_path: Path) -> None:
    before = list(sys.meta_path)
    why_not(python_pack(tmp_path, "uji", "from . import bantu\n1 / 0", files={"bantu.py": ""}))
    left = [name for name in sys.modules if name.startswith(PREFIX)]
    assert (left, sys.meta_path) == ([], before)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("def kampanye_terms(region): pass", "tidak ada fungsi bertanda @hookimpl"),
        (
            "@hookimpl\ndef kampanye_term(region): pass",
            'hook "kampanye_term" tidak ada. Mungkin maksudnya "kampanye_terms"',
        ),
        (
            "@hookimpl\ndef kampanye_rules(region): pass",
            'hook "kampanye_rules" tidak dinyatakan pada plugin.toml',
        ),
        (
            "@hookimpl\ndef kampanye_terms(regoin): pass",
            'tidak mempunyai argumen "regoin". Mungkin maksudnya "region"',
        ),
        ("@hookimpl(tryfirst=True)\ndef kampanye_terms(region): pass", "tryfirst"),
        ("@hookimpl(trylast=True)\ndef kampanye_terms(region): pass", "trylast"),
        ("@hookimpl(wrapper=True)\ndef kampanye_terms(region): return (yield)", "wrapper"),
        ("@hookimpl(hookwrapper=True)\ndef kampanye_terms(region): yield", "wrapper"),
    ],
    ids=["unmarked", "unknown", "undeclared", "argument", "tryfirst", "trylast", "wrapper", "old wrapper"],
)
def test_a_hook_outside_the_contract_is_refused(code: str, told: str, tmp_path: Path) -> None:
    assert told in why_not(python_pack(tmp_path, "uji", code))


def test_a_declared_hook_that_the_module_lacks_is_refused(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "uji", TERMS)
    text = (pack / "plugin.toml").read_text()
    (pack / "plugin.toml").write_text(text.replace('"kampanye_terms"', '"kampanye_terms", "kampanye_rules"'))
    assert 'hook "kampanye_rules" dinyatakan pada plugin.toml, tetapi tidak ada' in why_not(pack)


def test_a_hook_cannot_stand_in_for_an_undeclared_one_by_specname(tmp_path: Path) -> None:
    code = "@hookimpl(specname='kampanye_elections')\ndef kampanye_terms(): return []"
    assert "specname" in why_not(python_pack(tmp_path, "uji", code))


def test_a_hook_may_take_fewer_arguments(tmp_path: Path) -> None:
    assert given(python_pack(tmp_path, "uji", TERMS.replace("(region)", "()"))) == ["uji"]


def test_an_argument_of_a_later_contract_may_have_a_default(tmp_path: Path) -> None:
    assert given(python_pack(tmp_path, "uji", TERMS.replace("(region)", "(region, kelak=None)"))) == ["uji"]


def test_an_object_that_answers_questions_with_errors_takes_only_its_pack_down(tmp_path: Path) -> None:
    code = (
        f"class Galak:\n    def __getattr__(self, name): raise RuntimeError(name)\ngalak = Galak()\n{TERMS}"
    )
    pack = python_pack(tmp_path, "uji", code)
    assert host(tmp_path, pack).active("nasional")


def test_the_module_is_compiled_without_the_flags_of_the_program(tmp_path: Path) -> None:
    """``from __future__ import annotations`` of the loader must not leak into packs."""
    code = f"def f(x: int): pass\nassert f.__annotations__['x'] is int\n{TERMS}"
    assert given(python_pack(tmp_path, "uji", code)) == ["uji"]


def test_a_traceback_shows_the_lines_of_the_pack(tmp_path: Path) -> None:
    module = load(opened(python_pack(tmp_path, "uji", f"KATA = 1\n{TERMS}"))).value
    assert module.__spec__.loader.get_source(module.__name__).startswith(API)
