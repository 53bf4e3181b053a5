"""Finding packs: whose id counts, which folders are packs, and for which region they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.host import Host
from tests.unit.plugin.packs import (
    CITY,
    TERMS,
    data_pack,
    host,
    manifest,
    python_pack,
    status,
    terms_pack,
    words,
    write_files,
)


def test_a_second_pack_of_one_id_is_refused_with_the_folder_of_the_first(tmp_path: Path) -> None:
    first = terms_pack(tmp_path / "a", "uji", "kata_uji", "satu")
    second = terms_pack(tmp_path / "b", "uji", "kata_uji", "dua")
    made = Host(CITY, [tmp_path / "a", tmp_path / "b"], ())
    assert made.statuses[f"uji ({second})"].reason == f"id ini sudah dipakai oleh {first}"


def test_of_two_packs_of_one_id_the_first_is_used(tmp_path: Path) -> None:
    terms_pack(tmp_path / "a", "uji", "kata_uji", "satu")
    terms_pack(tmp_path / "b", "uji", "kata_uji", "dua")
    assert words(Host(CITY, [tmp_path / "a", tmp_path / "b"], ()), "uji") == ["satu"]


def test_no_pack_can_take_the_id_of_the_national_one(tmp_path: Path) -> None:
    terms_pack(tmp_path, "nasional", "kata_uji", "palsu")
    assert "palsu" not in words(host(tmp_path), "nasional")


def test_a_broken_folder_does_not_put_the_pack_of_its_name_out_of_use(tmp_path: Path) -> None:
    write_files(tmp_path / "nasional", {"catatan.txt": "bukan paket"})
    assert host(tmp_path).active("nasional")


def test_a_missing_folder_does_not_put_the_pack_of_its_name_out_of_use(tmp_path: Path) -> None:
    assert host(tmp_path / "nasional").active("nasional")


def test_a_broken_folder_is_listed_beside_the_pack_of_its_name(tmp_path: Path) -> None:
    write_files(tmp_path / "nasional", {"catatan.txt": "bukan paket"})
    assert list(host(tmp_path).statuses) == ["nasional", f"nasional ({tmp_path / 'nasional'})"]


def test_a_missing_folder_is_listed_beside_the_pack_of_its_name(tmp_path: Path) -> None:
    missing = tmp_path / "nasional"
    assert list(host(missing).statuses) == ["nasional", f"nasional ({missing})"]


def test_a_missing_folder_takes_no_id_of_a_pack_found_after_it(tmp_path: Path) -> None:
    terms_pack(tmp_path / "plugins", "uji", "kata_uji", "uji")
    assert words(Host(CITY, [tmp_path / "uji", tmp_path / "plugins"], ()), "uji") == ["uji"]


@pytest.mark.parametrize("name", ["pdf", "teks", "inti-pdf"])
def test_the_built_in_formats_take_no_id_of_a_pack(name: str, tmp_path: Path) -> None:
    terms_pack(tmp_path, name, "kata_uji", "uji")
    assert words(host(tmp_path), name) == ["uji"]


def test_a_missing_folder_of_packs_is_named_with_its_key(tmp_path: Path) -> None:
    missing = tmp_path / "plugin"
    assert status(host(missing), "plugin").reason == (
        f'folder paket "{missing}" tidak ada; periksa kunci "folder" pada tabel [paket]'
    )


def test_files_and_folders_set_aside_beside_packs_are_no_packs(tmp_path: Path) -> None:
    write_files(tmp_path, {"BACA-SAYA.md": "", ".git/config": "", "__pycache__/a.pyc": ""})
    terms_pack(tmp_path, "_arsip", "kata_uji", "uji")
    assert list(host(tmp_path).statuses) == ["nasional"]


def test_a_broken_pack_is_named_by_its_folder_with_all_reasons(tmp_path: Path) -> None:
    told = manifest("uji").replace('nama = "Paket uji"\n', "").replace('versi = "1"\n', "")
    write_files(tmp_path / "uji", {"plugin.toml": told})
    assert len(status(host(tmp_path), "uji").reason.split("\n")) == 2


@pytest.mark.parametrize("region", ["35", "36.71", "12.71"])
def test_a_pack_for_another_region_is_elsewhere(region: str, tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji", region=region)
    assert status(host(tmp_path), "uji").state is PackState.ELSEWHERE


def test_a_python_pack_for_another_region_is_not_imported(tmp_path: Path) -> None:
    trace = tmp_path / "jejak"
    code = f"open({str(trace)!r}, 'w').close()\n{TERMS}"
    host(tmp_path / "plugins", python_pack(tmp_path / "plugins", "uji", code, region="11"))
    assert not trace.exists()


def test_a_pack_for_another_region_is_no_problem(tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji", region="35")
    assert host(tmp_path).problems() == ()


@pytest.mark.parametrize("region", ["", "36", "36.74"], ids=["nation", "province", "city"])
def test_a_pack_of_each_level_above_a_city_is_used(region: str, tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji", region=region)
    assert words(host(tmp_path), "uji") == ["uji"]


def test_a_pack_of_a_city_is_not_used_in_its_province(tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji", region="36.74")
    assert status(host(tmp_path, region="36"), "uji").state is PackState.ELSEWHERE


def test_the_packs_in_use_stand_by_level_then_id(tmp_path: Path) -> None:
    for pack_id, region in (("a-kota", CITY), ("z-provinsi", "36"), ("m-nasional", ""), ("b-kota", CITY)):
        terms_pack(tmp_path, pack_id, "kata_uji", "uji", region=region)
    assert [use.id for use in host(tmp_path).packs()] == [
        "m-nasional",
        "nasional",
        "z-provinsi",
        "a-kota",
        "b-kota",
    ]


def test_a_pack_in_use_carries_the_fingerprint_of_its_bytes(tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji")
    made = host(tmp_path)
    assert made.uses["uji"].fingerprint == status(made, "uji").fingerprint != ""


def several(root: Path, codes: str) -> Path:
    """Write a pack of terms that applies to several regions."""
    folder = data_pack(root, "uji", {}, {})
    text = (folder / "plugin.toml").read_text().replace('wilayah = ""', f"wilayah = {codes}")
    (folder / "plugin.toml").write_text(text)
    return folder


@pytest.mark.parametrize("region", ["91", "92.71"])
def test_a_pack_of_several_provinces_is_used_in_each_at_its_level(region: str, tmp_path: Path) -> None:
    several(tmp_path, '["91", "92"]')
    used = {use.id: use.region for use in Host(region, [tmp_path], ()).packs()}
    assert used["uji"] == region[:2]


def test_a_pack_of_several_provinces_is_elsewhere_in_others(tmp_path: Path) -> None:
    several(tmp_path, '["91", "92"]')
    assert Host("36", [tmp_path], ()).statuses["uji"].state is PackState.ELSEWHERE


@pytest.mark.parametrize("codes", ['["91", "92.71"]', '["", "91"]', "[]"])
def test_a_pack_is_for_regions_of_one_level(codes: str, tmp_path: Path) -> None:
    several(tmp_path, codes)
    assert "[plugin]" in Host("91", [tmp_path], ()).statuses["uji"].reason


def test_a_pack_for_a_later_program_says_so_and_nothing_of_what_is_new_in_it(tmp_path: Path) -> None:
    folder = several(tmp_path, '""')
    text = (folder / "plugin.toml").read_text()
    later = text.replace("[plugin]\n", '[plugin]\nminimal = "99.0"\nkunci_baru = 1\n', 1)
    (folder / "plugin.toml").write_text(later)
    reason = Host("36", [tmp_path], ()).statuses["uji"].reason
    assert "versi 99.0" in reason
    assert "kunci_baru" not in reason


def test_the_same_bytes_are_read_once_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji")
    host(tmp_path)
    monkeypatch.setattr("kampanye_tui.plugin.data_files.read", lambda *_said: pytest.fail("read again"))
    assert status(host(tmp_path), "uji").state is PackState.ACTIVE


def test_other_bytes_at_the_same_place_are_read_anew(tmp_path: Path) -> None:
    terms_pack(tmp_path, "uji", "kata_uji", "uji")
    before = host(tmp_path).collect("kampanye_terms", region=CITY)
    terms_pack(tmp_path, "uji", "kata_uji", "lain")
    assert host(tmp_path).collect("kampanye_terms", region=CITY) != before
