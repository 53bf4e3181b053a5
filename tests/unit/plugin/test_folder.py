"""Reading a pack's folder: what is refused without being opened, and what its fingerprint covers."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kampanye_tui.model.pack import API
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.source import LARGEST
from kampanye_tui.plugin.folder import MOST_BYTES, MOST_FILES
from kampanye_tui.plugin.guard import Fault, guarded
from tests.unit.plugin.packs import manifest, opened, terms_pack, write_files


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A data pack with one file of terms."""
    return terms_pack(tmp_path, "kota-uji", "kata_uji", "uji")


def refusal(pack: Path) -> str:
    """Return why a pack is refused."""
    with pytest.raises(Refused) as refused:
        opened(pack)
    return str(refused.value)


def test_a_folder_is_read_whole_by_relative_path(pack: Path) -> None:
    write_files(pack, {"dalam/lagi/a.txt": "a"})
    assert sorted(opened(pack).files) == ["dalam/lagi/a.txt", "istilah.toml", "plugin.toml"]


def test_a_linked_file_is_refused(pack: Path) -> None:
    (pack / "rahasia.toml").symlink_to("/etc/passwd")
    assert "rahasia.toml" in refusal(pack)


def test_a_linked_file_is_refused_even_when_it_stays_inside(pack: Path) -> None:
    (pack / "lagi.toml").symlink_to(pack / "istilah.toml")
    assert "lagi.toml" in refusal(pack)


def test_a_linked_folder_is_refused(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (pack / "data").symlink_to(tmp_path / "luar")
    assert "data adalah tautan" in refusal(pack)


def test_a_pipe_is_refused_without_waiting_for_a_writer(pack: Path) -> None:
    os.mkfifo(pack / "pipa.toml")
    with pytest.raises(Fault, match=r"pipa\.toml bukan berkas biasa"):
        guarded(lambda: opened(pack), 5.0)


def test_a_file_at_the_limit_is_read(pack: Path) -> None:
    write_files(pack, {"besar.bin": bytes(LARGEST)})
    assert len(opened(pack).files["besar.bin"]) == LARGEST


def test_a_file_beyond_the_limit_is_refused(pack: Path) -> None:
    write_files(pack, {"besar.bin": bytes(LARGEST + 1)})
    assert f"besar.bin lebih besar daripada {LARGEST} bita" in refusal(pack)


def test_as_many_files_as_allowed_are_read(pack: Path) -> None:
    write_files(pack, {f"{number}.txt": "" for number in range(MOST_FILES - 2)})
    assert len(opened(pack).files) == MOST_FILES


def test_one_file_too_many_is_refused(pack: Path) -> None:
    write_files(pack, {f"{number}.txt": "" for number in range(MOST_FILES - 1)})
    assert f"lebih dari {MOST_FILES} berkas" in refusal(pack)


def test_many_files_that_are_too_much_together_are_refused(pack: Path) -> None:
    write_files(pack, {f"{number}.bin": bytes(LARGEST) for number in range(MOST_BYTES // LARGEST)})
    assert f"{MOST_BYTES} bita" in refusal(pack)


def test_a_file_name_that_is_not_utf8_is_refused_not_an_error(pack: Path) -> None:
    Path(os.fsdecode(os.fsencode(pack) + b"/caf\xe9.txt")).touch()
    assert "kota-uji" in refusal(pack)


def test_an_id_other_than_the_folder_is_refused_with_both_names(pack: Path) -> None:
    moved = pack.rename(pack.with_name("kota-lain"))
    assert 'id "kota-uji" tidak sama dengan nama folder "kota-lain"' in refusal(moved)


def test_a_folder_called_national_has_to_match_its_id_too(tmp_path: Path) -> None:
    write_files(tmp_path / "national", {"plugin.toml": manifest("kota-lain")})
    assert "kota-lain" in refusal(tmp_path / "national")


def test_a_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path / "kosong", {"istilah.toml": "format = 1\n"})
    assert "tidak ada plugin.toml" in refusal(tmp_path / "kosong")


def test_an_unknown_key_is_refused_with_the_one_that_was_meant(pack: Path) -> None:
    write_files(pack, {"plugin.toml": manifest("kota-uji").replace("wilayah =", "wilyah =")})
    assert 'kota-uji/plugin.toml, tabel [plugin]: kunci "wilyah" tidak dikenal' in refusal(pack)
    assert 'Mungkin maksudnya "wilayah"' in refusal(pack)


def test_a_newer_contract_is_refused_with_what_to_update(pack: Path) -> None:
    write_files(pack, {"plugin.toml": manifest("kota-uji", api=API + 1)})
    assert (
        f"paket memerlukan API versi {API + 1}; program ini menyediakan API versi {API}. "
        "Perbarui program ini."
    ) in refusal(pack)


def test_a_malformed_region_is_refused(pack: Path) -> None:
    write_files(pack, {"plugin.toml": manifest("kota-uji", region="36.7")})
    assert 'kunci "wilayah": bukan kode wilayah' in refusal(pack)


def test_a_code_table_in_a_data_pack_is_refused(pack: Path) -> None:
    told = manifest("kota-uji", more='\n[python]\nmodul = "x"\nhook = []\n')
    write_files(pack, {"plugin.toml": told})
    assert "paket data tidak boleh memuat kode" in refusal(pack)


def test_a_python_pack_without_code_table_is_refused(pack: Path) -> None:
    write_files(pack, {"plugin.toml": manifest("kota-uji", kind="python")})
    assert "tabel [python] belum ada" in refusal(pack)


def test_a_fingerprint_is_a_sha256(pack: Path) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", opened(pack).fingerprint)


def test_a_copy_elsewhere_has_the_same_fingerprint(pack: Path, tmp_path: Path) -> None:
    copy = terms_pack(tmp_path / "lain", "kota-uji", "kata_uji", "uji")
    assert opened(copy).fingerprint == opened(pack).fingerprint


def test_one_changed_byte_changes_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    file = pack / "istilah.toml"
    file.write_bytes(file.read_bytes().replace(b'"uji"', b'"ujj"'))
    assert opened(pack).fingerprint != before


def test_a_line_end_changes_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    file = pack / "istilah.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert opened(pack).fingerprint != before


def test_a_renamed_file_changes_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    (pack / "istilah.toml").rename(pack / "istilan.toml")
    assert opened(pack).fingerprint != before


def test_two_files_that_trade_names_change_the_fingerprint(pack: Path) -> None:
    write_files(pack, {"a.txt": "a", "b.txt": "b"})
    before = opened(pack).fingerprint
    write_files(pack, {"a.txt": "b", "b.txt": "a"})
    assert opened(pack).fingerprint != before


def test_an_added_empty_file_changes_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    write_files(pack, {"kosong": ""})
    assert opened(pack).fingerprint != before


def test_a_hidden_file_changes_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    write_files(pack, {".tersembunyi/kode.py": "x"})
    assert opened(pack).fingerprint != before


def test_times_and_permissions_do_not_change_the_fingerprint(pack: Path) -> None:
    before = opened(pack).fingerprint
    os.utime(pack / "istilah.toml", (1, 1))
    (pack / "istilah.toml").chmod(0o755)
    assert opened(pack).fingerprint == before
