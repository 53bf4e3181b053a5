"""``massal``: many offices in one go, on worker processes, and its manifest."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kampanye_tui import batch
from kampanye_tui.one_office import Task
from tests.unit.cli.office import Command
from tests.unit.plugin.packs import terms_pack
from tests.unit.test_batch import REGIONS, digests, offices

ASKED = ("massal", "kantor", "-o", "hasil", "--templat", "naskah", "--format", "teks")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five offices below ``kantor``; the work is done in this process, which is quicker."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch, "processes", ThreadPoolExecutor)
    offices(Path("kantor"))
    return tmp_path


def manifest(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "hasil" / "manifes.jsonl").read_text().splitlines()]


def worked_on(kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Go on with a run that was broken off, and return the offices whose papers were made, in their order."""
    worked: list[str] = []
    export = batch.export_office

    def counted(task: Task) -> object:
        worked.append(task.configuration)
        return export(task)

    with monkeypatch.context() as patched:
        patched.setattr(batch, "export_office", counted)
        ran = kampanye(*ASKED, "--lanjut", "--timpa")
    assert ran.code == 0, ran.err
    return sorted(worked)


def test_each_office_has_its_folder_and_its_line(desk: Path, kampanye: Command) -> None:
    ran = kampanye(*ASKED)
    found = [(one["wilayah"], (desk / one["folder"] / "naskah.txt").is_file()) for one in manifest(desk)]
    assert (ran.code, found) == (0, [(region, True) for region in REGIONS])


def test_an_office_that_fails_is_named_and_the_exit_is_1(desk: Path, kampanye: Command) -> None:
    (desk / "kantor" / "36.74" / "kampanye.toml").write_text("bukan toml")
    ran = kampanye(*ASKED)
    assert (ran.code, "kantor/36.74/kampanye.toml" in ran.err, "4 dari 5 kantor" in ran.err) == (
        1,
        True,
        True,
    )


def test_what_is_done_is_not_done_again(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye(*ASKED)
    before = manifest(desk)
    (desk / "hasil" / "51.71" / "naskah.txt").unlink()
    assert worked_on(kampanye, monkeypatch) == ["kantor/51.71/kampanye.toml"]
    assert manifest(desk) == before


def test_other_papers_are_not_done_because_some_were(desk: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    ran = kampanye("massal", "kantor", "-o", "hasil", "--templat", "undangan", "--format", "teks", "--lanjut")
    assert (ran.code, len(list((desk / "hasil" / "36.74").glob("undangan*"))) > 0) == (0, True)


def test_an_office_whose_configuration_was_mended_is_done_again(desk: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    configuration = desk / "kantor" / "36.74" / "kampanye.toml"
    configuration.write_text(configuration.read_text() + "[[penandatangan]]\n")
    ran = kampanye(*ASKED, "--lanjut")
    assert (ran.code, "4 dari 5 kantor" in ran.err) == (1, True)


def test_an_office_whose_pack_changed_is_done_again_and_no_other(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms_pack(desk / "paket", "uji", "kata_uji", "satu")
    for region in ("36.74", "51.71"):
        configuration = desk / "kantor" / region / "kampanye.toml"
        configuration.write_text(configuration.read_text() + '[paket]\nfolder = ["paket"]\n')
        shutil.copytree(desk / "paket", configuration.parent / "paket")
    kampanye(*ASKED)
    terms_pack(desk / "kantor" / "51.71" / "paket", "uji", "kata_uji", "dua")
    assert worked_on(kampanye, monkeypatch) == ["kantor/51.71/kampanye.toml"]


def test_a_manifest_of_before_inputs_had_a_say_is_done_again(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye(*ASKED)
    path = desk / "hasil" / "manifes.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    # What 2026-11 wrote: a hash of the configuration alone, or none.
    lines[1]["permintaan"] = "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855e"
    del lines[3]["permintaan"]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert worked_on(kampanye, monkeypatch) == [lines[1]["konfigurasi"], lines[3]["konfigurasi"]]


def test_an_office_that_is_named_otherwise_keeps_its_one_line(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "kantor" / "36.74" / "kampanye.toml").write_text("bukan toml")
    kampanye(*ASKED)
    monkeypatch.chdir(desk / "hasil")
    ran = kampanye("massal", "../kantor", "-o", ".", *ASKED[4:], "--lanjut")
    assert "(4 kantor sudah selesai sebelumnya)" in ran.err
    found = [(one["konfigurasi"], one["folder"]) for one in manifest(desk)]
    assert found == [(f"../kantor/{region}/kampanye.toml", region) for region in REGIONS]


def test_a_file_that_is_another_of_the_same_size_is_made_again(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye(*ASKED)
    before = digests(desk / "hasil")
    paper = desk / "hasil" / "51.71" / "naskah.txt"
    paper.write_bytes(paper.read_bytes().swapcase())
    assert worked_on(kampanye, monkeypatch) == ["kantor/51.71/kampanye.toml"]
    assert digests(desk / "hasil") == before


def test_offices_that_were_not_asked_for_this_time_keep_their_lines(desk: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    before = sorted(one["konfigurasi"] for one in manifest(desk))
    ran = kampanye("massal", "kantor/36.74", *ASKED[2:], "--lanjut")
    assert sorted(one["konfigurasi"] for one in manifest(desk)) == before
    assert "1 dari 1 kantor (1 kantor sudah selesai sebelumnya)" in ran.err


def test_a_second_run_leaves_files_as_they_are(desk: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    before = digests(desk / "hasil")
    assert (kampanye(*ASKED).code, digests(desk / "hasil")) == (0, before)


@pytest.mark.usefixtures("desk")
def test_a_folder_without_offices_is_told(kampanye: Command) -> None:
    Path("kosong").mkdir()
    ran = kampanye("massal", "kosong")
    assert (ran.code, "kosong" in ran.err) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_file_in_the_place_of_the_target_is_told(kampanye: Command) -> None:
    Path("hasil").touch()
    ran = kampanye(*ASKED)
    assert (ran.code, "hasil sudah ada sebagai berkas" in ran.err.casefold()) == (2, True), ran.err


def test_two_offices_of_one_name_are_told(desk: Path, kampanye: Command) -> None:
    offices(desk / "lain", ("36.74",))
    ran = kampanye("massal", "kantor", "lain", "-o", "hasil")
    assert (ran.code, 'dua kantor berfolder "36.74"' in ran.err.casefold()) == (2, True)


def test_an_office_whose_folder_has_a_name_that_is_no_text_is_told(desk: Path, kampanye: Command) -> None:
    (desk / "kantor" / "36.74").rename(desk / "kantor" / "kantor\udcff")
    ran = kampanye(*ASKED)
    said = "Nama folder kantor/kantor<U+DCFF> tidak dapat dipakai. Ganti namanya.\n"
    assert (ran.code, ran.err) == (2, said)


def test_a_target_with_a_name_that_is_no_text_is_told(desk: Path, kampanye: Command) -> None:
    ran = kampanye("massal", "kantor", "-o", "hasil\udcff")
    assert (ran.code, "hasil<U+DCFF>" in ran.err, list(desk.glob("hasil*"))) == (2, True, [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--pengolah", "utas"], 'Pengolah "utas" tidak dikenal. Pilih proses, atau dask://ALAMAT:PORT'),
        (["--pengolah", "dask://10.0.0.5:8786", "--pekerja", "3"], "Hapus --pekerja."),
        (["--pengolah", "dask://10.0.0.5:8786"], 'pip install "kampanye-tui[klaster]"'),
    ],
    ids=["unknown", "with a number of processes", "not installed"],
)
def test_a_cluster_that_cannot_be_had_is_told_and_the_manifest_stays(
    more: list[str], said: str, desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye(*ASKED)
    before = manifest(desk)
    monkeypatch.setitem(sys.modules, "dask", None)
    ran = kampanye(*ASKED, *more)
    assert (ran.code, said in ran.err, manifest(desk)) == (2, True, before), ran.err


@pytest.mark.usefixtures("desk")
def test_data_are_json_when_asked(kampanye: Command) -> None:
    ran = kampanye(*ASKED, "--json")
    assert [one["wilayah"] for one in json.loads(ran.out)] == list(REGIONS)


def workers_of(process: int) -> list[int]:
    """Return the processes that were started by a program's own helpers: its workers."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
    helpers = {one for one, parent in parents.items() if parent == process}
    return [one for one, parent in parents.items() if parent in helpers]


@pytest.mark.penuh
def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    regions = tuple(f"36.{number:02}" for number in (1, 2, 3, 4, 71, 72, 73, 74))
    found = []
    for name, kills in (("utuh", False), ("terputus", True)):
        folder = tmp_path / name
        offices(folder / "kantor", regions)
        command = [sys.executable, "-m", "kampanye_tui", *ASKED[:-1], "pdf", "--pekerja", "2"]
        running = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        listed = folder / "hasil" / "manifes.jsonl"
        until = time.monotonic() + 60
        while kills and time.monotonic() < until:
            if listed.exists() and listed.stat().st_size and (workers := workers_of(running.pid)):
                os.kill(workers[-1], signal.SIGKILL)
                break
            time.sleep(0.02)
        _out, said = running.communicate(timeout=120)
        assert (running.returncode, "8 dari 8 kantor" in said) == (0, True), said
        found.append(
            {one: digest for one, digest in digests(folder / "hasil").items() if "manifes" not in one}
        )
    assert found[0] == found[1]
    assert len(found[0]) == len(regions)


@pytest.mark.penuh
def test_workers_go_with_a_program_that_is_killed(tmp_path: Path) -> None:
    offices(tmp_path / "kantor", tuple(f"36.{number:02}" for number in (1, 2, 3, 4, 71, 72, 73, 74)))
    command = [sys.executable, "-m", "kampanye_tui", *ASKED[:-1], "pdf", "--pekerja", "2"]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (workers := workers_of(running.pid)) and time.monotonic() < until:
        time.sleep(0.02)
    running.kill()
    running.wait()
    assert workers
    while any(Path(f"/proc/{one}").exists() for one in workers) and time.monotonic() < until:
        time.sleep(0.02)
    assert [one for one in workers if Path(f"/proc/{one}").exists()] == []
