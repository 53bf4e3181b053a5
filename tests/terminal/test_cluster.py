"""``massal`` on a real cluster: a scheduler and two workers of Dask on the loopback."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from kampanye_tui import cluster as cluster_module
from kampanye_tui.model.problem import Refused
from tests.unit.plugin.packs import accept, python_pack
from tests.unit.test_batch import digests, offices

pytestmark = pytest.mark.penuh

REGIONS = (
    *(f"36.{number:02}" for number in (1, 2, 3, 4, 71, 72, 73, 74)),
    "31.71",
    "31.72",
    "31.73",
    "31.74",
)
ASKED = ("massal", "kantor", "--templat", "salinan-peserta", "--format", "pdf")
DEADLY = """
import os

@hookimpl
def kampanye_terms(region):
    os._exit(9)
"""


class Cluster(NamedTuple):
    """Where the scheduler is, and the processes of the workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, *worker: str, **more: str) -> Iterator[Cluster]:
    """Run a scheduler and two workers, whose home is another one than that of whoever asks."""
    folder.mkdir()
    found = folder / "penjadwal.json"
    surroundings = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), **more}
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        surroundings.pop(name, None)

    def begin(*arguments: str) -> subprocess.Popen[bytes]:
        with (folder / f"{arguments[0]}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
                cwd=folder,
                env=surroundings,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    with ExitStack() as running:

        def kept(process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
            running.callback(process.wait, timeout=30)
            running.callback(process.terminate)
            return process

        kept(begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(found)))
        until(found.exists)
        address = json.loads(found.read_text())["address"]
        workers = [kept(begin("worker", address, "--nthreads", "1", *worker)) for _number in range(2)]
        until(lambda: (folder / "worker.log").read_text().count("Registered to") >= 2)
        yield Cluster(address.replace("tcp://", "dask://"), workers)


def until(happened: Callable[[], bool]) -> None:
    """Wait for something; raises AssertionError once it takes too long."""
    late = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < late
        time.sleep(0.02)


def running(folder: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kampanye_tui", *ASKED, *more]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def papers(folder: Path) -> dict[str, str]:
    return {name: digest for name, digest in digests(folder).items() if "manifes" not in name}


def test_a_worker_that_is_killed_half_way_changes_nothing(tmp_path: Path) -> None:
    offices(tmp_path / "kantor", REGIONS)
    alone = running(tmp_path, "-o", "sendiri")
    _out, said = alone.communicate(timeout=120)
    assert alone.returncode == 0, said
    with cluster(tmp_path / "klaster", "--no-nanny") as found:
        asked = running(tmp_path, "-o", "bersama", "--pengolah", found.address)
        manifest = tmp_path / "bersama" / "manifes.jsonl"
        until(lambda: len(lines(manifest)) >= 2)
        found.workers[0].send_signal(signal.SIGKILL)
        before = len(lines(manifest))
        _out, said = asked.communicate(timeout=120)
    assert before < len(REGIONS)
    assert (asked.returncode, "12 dari 12 kantor" in said) == (0, True), said
    told = [
        [{**one, "folder": ""} for one in lines(tmp_path / name / "manifes.jsonl")]
        for name in ("sendiri", "bersama")
    ]
    assert told[0] == told[1]
    assert papers(tmp_path / "bersama") == papers(tmp_path / "sendiri")


def test_an_office_that_ends_its_workers_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    offices(tmp_path / "kantor", REGIONS[:4])
    deadly = tmp_path / "kantor" / REGIONS[1]
    (pin,) = accept(python_pack(deadly / "paket", "mematikan", DEADLY))
    configuration = deadly / "kampanye.toml"
    accepted = (
        f'[paket]\nfolder = ["paket"]\n[[paket.setuju]]\nid = "{pin.id}"\nsha256 = "{pin.fingerprint}"\n'
    )
    configuration.write_text(configuration.read_text() + accepted)
    # A task is lost with its first worker, so that the test need not wait for four of them.
    with cluster(tmp_path / "klaster", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as found:
        asked = running(tmp_path, "-o", "hasil", "--pengolah", found.address)
        _out, said = asked.communicate(timeout=120)
    failed = [one["konfigurasi"] for one in lines(tmp_path / "hasil" / "manifes.jsonl") if one.get("masalah")]
    assert (asked.returncode, failed) == (1, [f"kantor/{REGIONS[1]}/kampanye.toml"]), said
    assert f"kantor/{REGIONS[1]}/kampanye.toml: proses yang mengerjakannya terhenti" in said
    assert "3 dari 4 kantor" in said


@contextmanager
def stranger(says: bytes) -> Iterator[str]:
    """Listen as a service that is no scheduler, and says the same to whoever comes."""
    with socket.create_server(("127.0.0.1", 0)) as server, ExitStack() as kept:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    caller = kept.enter_context(server.accept()[0])
                    caller.sendall(says)

        Thread(target=serve, daemon=True).start()
        yield f"dask://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "says", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"], ids=["nothing", "another's words"]
)
def test_a_service_that_is_no_scheduler_is_told_in_time(says: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 0.5)
    late = threading.Timer(20, signal.raise_signal, [signal.SIGINT])
    late.start()
    try:
        with stranger(says) as address, pytest.raises(Refused, match="Tidak ada penjadwal Dask"):
            cluster_module.cluster(address)
    finally:
        late.cancel()


@pytest.mark.parametrize("named", [("ca-file",), ("ca-file", "client.cert", "client.key")])
def test_certificates_that_cannot_be_used_are_told(named: tuple[str, ...]) -> None:
    import dask
    import distributed

    # Read before: its own settings come with it, and would go again behind those below.
    assert distributed
    settings = {f"distributed.comm.tls.{name}": "tidak-ada.pem" for name in named}
    with dask.config.set(settings), pytest.raises(Refused, match=r"Sertifikat pada konfigurasi Dask tidak"):
        cluster_module.cluster("dask://127.0.0.1:1")
