"""``kampanye_tui.testing`` as an author of packs uses it: in a project of their own, by its public name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.plugin.packs import terms_pack, write_files

CONFTEST = 'pytest_plugins = ["kampanye_tui.testing"]\n'
TESTS = """
from pathlib import Path

import pytest

from kampanye_tui.api import Level


def test_the_host_knows_the_national_pack_alone(kampanye_host):
    assert [use.id for use in kampanye_host.office().library.host.packs()] == ["nasional"]


def test_a_function_is_a_pack(kampanye_host):
    def plugin():
        from kampanye_tui.api import Term, hookimpl

        @hookimpl
        def kampanye_terms(region):
            return [Term(name="singkatan_penyelenggara", text="KIP")]

    kampanye_host.add(plugin, region="11")
    office = kampanye_host.office("11.71")
    office.assert_active("uji")
    assert "KIP Kota Banda Aceh" in office.text("naskah")


def test_a_folder_is_a_pack(kampanye_host):
    pack_id = kampanye_host.add(Path(__file__).parent / "paket-saya")
    office = kampanye_host.office()
    office.assert_active(pack_id)
    assert "tambahan" in office.clauses()


def test_what_a_rule_finds(kampanye_host):
    def plugin():
        from kampanye_tui.api import Finding, Level, Place, Rule, Section, hookimpl

        def check(agreement, reference):
            place = Place(section=Section.PACKS)
            yield Finding(rule="uji", level=Level.ATTENTION, message="Periksa.", place=place)

        @hookimpl
        def kampanye_rules(region):
            return [Rule(id="uji", level=Level.ATTENTION, check=check)]

    kampanye_host.add(plugin)
    assert ("uji", Level.ATTENTION) in [(one.rule, one.level) for one in kampanye_host.office().findings()]


def test_what_a_format_writes(kampanye_host):
    def plugin():
        from kampanye_tui.api import ExportFormat, hookimpl

        @hookimpl
        def kampanye_export_formats():
            return [ExportFormat(id="judul", label="Judul", suffix=".judul", write=write)]

        def write(document, stream, options):
            stream.write(document.title.encode())

    kampanye_host.add(plugin)
    assert b"KAMPANYE DAMAI" in kampanye_host.office().exported("judul").upper()


def test_a_pack_that_is_not_used_fails_with_the_reason(kampanye_host):
    def plugin():
        from kampanye_tui.api import hookimpl

        @hookimpl
        def kampanye_terms(region):
            raise ValueError("rusak")

    kampanye_host.add(plugin)
    with pytest.raises(AssertionError, match="gagal: ValueError: rusak"):
        kampanye_host.office().assert_active("uji")
"""
ADDED = """\
format = 1
atas = "nasional/ringkas"

[[tambah]]
id = "tambahan"
judul = "Tambahan"
teks = "Teks."
"""


@pytest.mark.penuh
def test_an_author_tests_packs_in_a_project_of_their_own(tmp_path: Path) -> None:
    pack = terms_pack(tmp_path, "paket-saya", "kata", "x")
    manifest = (pack / "plugin.toml").read_text() + 'penyesuaian = ["ubah.toml"]\n'
    write_files(pack, {"plugin.toml": manifest, "ubah.toml": ADDED})
    write_files(tmp_path, {"conftest.py": CONFTEST, "test_paket.py": TESTS})
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "6 passed" in ran.stdout, ran.stdout


def test_the_program_itself_does_not_import_it() -> None:
    code = "import sys, kampanye_tui.cli.main, kampanye_tui.work, kampanye_tui.export\n"
    code += "assert 'pytest' not in sys.modules and 'kampanye_tui.testing' not in sys.modules\n"
    subprocess.run([sys.executable, "-c", code], check=True)
