"""The executor of a cluster, without one: Dask is played. The real one is in ``tests/terminal``."""

from __future__ import annotations

import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kampanye_tui import cluster as cluster_module
from kampanye_tui.cluster import cluster, scheduler_at
from kampanye_tui.model.problem import Refused
from kampanye_tui.parcel import here

ADDRESS = "dask://10.0.0.5:8786"


class KilledWorker(Exception):  # noqa: N818 - its name in Dask
    """A task ended every worker that took it."""


class Client:
    """Dask's client, as far as it is used; what happens is set by the tests."""

    made: list[Client]
    answers = True
    workers = 1
    told: dict[str, object]

    def __init__(self, address: str, **_options: object) -> None:
        if not self.answers:
            raise OSError("Timed out")
        self.address = address
        self.closed = False
        self.executor = ThreadPoolExecutor(1)
        self.made.append(self)

    def wait_for_workers(self, _count: int, timeout: float) -> None:
        if not self.workers:
            raise TimeoutError

    def run(self, function: Any, *, on_error: str) -> dict[str, object]:
        return self.told or {"tcp://10.0.0.6:1": function()}

    def get_executor(self, *, pure: bool) -> Executor:
        return self.executor

    def scheduler_info(self) -> dict[str, object]:
        return {"workers": {"tcp://10.0.0.6:1": {}} if self.workers else {}}

    def close(self, timeout: float = 0) -> None:
        self.closed = True


class Security:
    """Dask's certificates, which are there."""

    def get_connection_args(self, _role: str) -> dict[str, object]:
        return {"ssl_context": object()}


class Settings:
    """Dask's configuration."""

    def __init__(self, **given: str) -> None:
        self.given = given

    def set(self, _values: dict[str, object]) -> None: ...

    def get(self, name: str, default: str | None) -> str | None:
        return self.given.get(name.replace(".", "_").replace("-", "_"), default)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> type[Client]:
    """The client that ``cluster`` will make."""
    made = type("Client", (Client,), {"made": [], "told": {}})
    distributed, dask = ModuleType("distributed"), ModuleType("dask")
    vars(distributed).update(Client=made, KilledWorker=KilledWorker, Security=Security)
    vars(dask).update(config=Settings())
    monkeypatch.setitem(sys.modules, "distributed", distributed)
    monkeypatch.setitem(sys.modules, "dask", dask)
    return made


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("dask://10.0.0.5:8786", ("10.0.0.5", 8786)),
        ("dask://penjadwal.kpu:80/", ("penjadwal.kpu", 80)),
        ("dask://[2001:db8::5]:8786", ("2001:db8::5", 8786)),
    ],
)
def test_an_address_has_a_host_and_a_port(address: str, found: tuple[str, int]) -> None:
    assert scheduler_at(address) == found


@pytest.mark.parametrize(
    "address",
    [
        "dask",
        "dask://",
        "dask://h",
        "dask://h:",
        "dask://h:x",
        "dask://h:99999",
        "dask://:1",
        "tcp://h:1",
        "dask://u@h:1",
        "dask://h:1/x",
        "dask://h:1?x",
        "dask://[h:1",
    ],
)
def test_anything_else_is_refused_with_the_choices(address: str) -> None:
    with pytest.raises(Refused, match=r"Pilih proses, atau dask://ALAMAT:PORT"):
        scheduler_at(address)


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(Refused, match=r'pip install "kampanye-tui\[klaster\]"'):
        cluster(ADDRESS)


def test_a_scheduler_that_does_not_answer_is_told(client: type[Client]) -> None:
    client.answers = False
    with pytest.raises(Refused, match=r"Tidak ada penjadwal Dask yang menjawab di 10.0.0.5:8786\."):
        cluster(ADDRESS)


def test_a_cluster_without_workers_is_told_and_left(client: type[Client]) -> None:
    client.workers = 0
    with pytest.raises(Refused, match=r"Klaster di 10.0.0.5:8786 tidak mempunyai pekerja"):
        cluster(ADDRESS)
    assert client.made[0].closed


def test_a_worker_with_other_versions_is_refused(client: type[Client]) -> None:
    own = here()
    client.told = {"tcp://a:1": own, "tcp://b:2": own | {"fpdf2": "2.8.1"}}
    with pytest.raises(
        Refused, match=rf"Pekerja tcp://b:2 memakai versi lain: fpdf2 2.8.1, di sini {own['fpdf2']}\."
    ):
        cluster(ADDRESS)
    assert client.made[0].closed


def test_a_worker_without_the_program_is_refused(client: type[Client]) -> None:
    client.told = {"tcp://b:2": ModuleNotFoundError("No module named 'kampanye_tui'")}
    with pytest.raises(Refused, match="Pekerja tcp://b:2 tidak dapat menjalankan program ini"):
        cluster(ADDRESS)


@pytest.mark.parametrize(
    ("settings", "protocol"),
    [(Settings(), "tcp"), (Settings(distributed_comm_tls_ca_file="/etc/dask/ca.pem"), "tls")],
)
def test_it_speaks_tls_where_dask_is_told_to(
    settings: Settings, protocol: str, client: type[Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["dask"], "config", settings)
    cluster("dask://[2001:db8::5]:8786").shutdown()
    assert client.made[0].address == f"{protocol}://[2001:db8::5]:8786"


@pytest.mark.usefixtures("client")
def test_what_a_task_returns_or_raises_comes_back() -> None:
    with cluster(ADDRESS) as workers:
        assert workers.submit(divmod, 7, 2).result() == (3, 1)
        with pytest.raises(ZeroDivisionError):
            workers.submit(divmod, 7, 0).result()


def killed() -> None:
    raise KilledWorker("on 4 different workers")


@pytest.mark.usefixtures("client")
def test_a_task_that_ends_its_workers_is_lost_alone() -> None:
    with cluster(ADDRESS) as workers:
        with pytest.raises(BrokenExecutor):
            workers.submit(killed).result()
        assert workers.submit(len, "abc").result() == 3


@pytest.mark.usefixtures("client")
def test_a_cluster_whose_scheduler_is_gone_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    with cluster(ADDRESS) as workers:
        lost: Future[int] = Future()
        lost.cancel()
        lost.set_running_or_notify_cancel()
        monkeypatch.setattr(workers, "_workers", SimpleNamespace(submit=lambda *_given: lost))
        with pytest.raises(BrokenExecutor):
            workers.submit(len, "abc").result()
        with pytest.raises(BrokenExecutor):
            workers.submit(len, "abc")


def test_a_cluster_that_lost_its_workers_for_long_is_given_up(
    client: type[Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_LOOK_SECONDS", 0.02)
    monkeypatch.setattr(cluster_module, "LOST_SECONDS", 0.06)
    with cluster(ADDRESS) as workers:
        waiting = workers.submit(time.sleep, 0.5)
        client.workers = 0
        with pytest.raises(BrokenExecutor, match="no worker is left"):
            waiting.result(timeout=5)


def test_a_cluster_whose_workers_come_back_is_not_given_up(
    client: type[Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_LOOK_SECONDS", 0.01)
    monkeypatch.setattr(cluster_module, "LOST_SECONDS", 0.045)
    looks: list[int] = []

    def three_of_four_times_none(_self: Client) -> dict[str, object]:
        looks.append(1)
        return {"workers": {} if len(looks) % 4 else {"tcp://10.0.0.6:1": {}}}

    monkeypatch.setattr(client, "scheduler_info", three_of_four_times_none)
    with cluster(ADDRESS) as workers:
        late = time.monotonic() + 10
        while len(looks) < 20 and time.monotonic() < late:
            time.sleep(0.01)
        assert (len(looks) >= 20, workers.submit(len, "abc").result()) == (True, 3)


def test_who_breaks_off_leaves_the_cluster_once(client: type[Client]) -> None:
    workers = cluster(ADDRESS)
    workers.shutdown(cancel_futures=True)
    workers.shutdown()
    assert client.made[0].closed
