"""Workers of a Dask cluster behind :class:`concurrent.futures.Executor`.

Who gives out offices sees one kind of executor, whatever works behind it. What goes to a cluster and comes
back is pickled: its machines, and whoever can reach them, are trusted as this one is.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, InvalidStateError
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from kampanye_tui.model.problem import refuse
from kampanye_tui.parcel import here

P = ParamSpec("P")
T = TypeVar("T")

SCHEME = "dask"
CONNECT_SECONDS = 10.0
"""Until a scheduler answers, and until it has a first worker."""
LOST_SECONDS = 60.0
"""Without any worker until the cluster is given up; one that was killed is back in three."""
_LOOK_SECONDS = 5.0
_AGAIN = "Periksa klasternya, lalu ulangi dengan --lanjut; kantor yang sudah selesai tidak dikerjakan lagi"


def scheduler_at(address: str) -> tuple[str, int]:
    """Return host and port of ``dask://host:port``; raises :class:`Refused` for anything else."""
    try:
        found = urlsplit(address)
        host, port = found.hostname, found.port
    except ValueError:
        host = port = None
    else:
        if found.scheme != SCHEME or found.path not in ("", "/") or found.query or found.username:
            host = None
    if not host or not port:
        raise refuse(
            f'pengolah "{address}" tidak dikenal',
            f"Pilih proses, atau {SCHEME}://ALAMAT:PORT milik penjadwal",
        )
    return host, port


def cluster(address: str) -> Executor:
    """Return an executor on the cluster whose scheduler is at ``dask://host:port``.

    It speaks TLS where Dask is configured with certificates. Raises :class:`Refused` where the extra is not
    installed, where nobody answers, and where a worker would make other bytes than this machine.
    """
    host, port = scheduler_at(address)
    try:
        import dask
        from distributed import Client
    except ModuleNotFoundError:
        raise refuse(
            "klaster belum dapat dipakai karena dask.distributed belum terpasang",
            'Pasang dengan: pip install "kampanye-tui[klaster]"',
        ) from None
    _hush()
    # Offices with own fonts are large, and told to be so in English each time.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"})
    place = f"{_protocol()}://{f'[{host}]' if ':' in host else host}:{port}"

    class Hurried(Client):  # type: ignore[misc]
        """Dask itself waits for ever for who accepts a connection and says nothing."""

        def start(self, **given: Any) -> None:
            super().start(callback_timeout=2 * CONNECT_SECONDS, **given)

    try:
        with warnings.catch_warnings():
            # Versions are compared below, and told in Indonesian.
            warnings.simplefilter("ignore")
            client = Hurried(place, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, MemoryError):
        # What another service says, such as one for the web, is taken for the size of what is to come.
        raise refuse(f"tidak ada penjadwal Dask yang menjawab di {host}:{port}", _AGAIN) from None
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        _refuse_others(client.run(here, on_error="return"))
    except TimeoutError:
        client.close()
        raise refuse(f"klaster di {host}:{port} tidak mempunyai pekerja", _AGAIN) from None
    except BaseException:
        client.close()
        raise
    return _Cluster(client)


def _protocol() -> str:
    """Return how a cluster is spoken to; raises :class:`Refused` for certificates that cannot be used."""
    import dask
    from distributed import Security

    if not dask.config.get("distributed.comm.tls.ca-file", None):
        return "tcp"
    try:
        ready = Security().get_connection_args("client")["ssl_context"]
    except OSError:
        ready = None
    if ready is None:
        raise refuse(
            "sertifikat pada konfigurasi Dask tidak lengkap atau tidak dapat dibaca",
            "Periksa ca-file serta cert dan key milik client pada distributed.comm.tls",
        )
    return "tls"


def _hush() -> None:
    """Keep what Dask logs of its connections out of what operators read; what matters is raised."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _refuse_others(told: Mapping[str, object]) -> None:
    """Raise :class:`Refused` for a worker that has not what this machine has."""
    own = here()
    for worker, found in told.items():
        if not isinstance(found, Mapping):
            what = f"pekerja {worker} tidak dapat menjalankan program ini: {type(found).__name__}: {found}"
        elif other := [
            f"{name} {found.get(name, '-')}, di sini {own[name]}"
            for name in own
            if found.get(name) != own[name]
        ]:
            what = f"pekerja {worker} memakai versi lain: {'; '.join(other)}"
        else:
            continue
        raise refuse(what, "Pasang program yang sama di semua komputer klaster, lalu ulangi")


class _Cluster(Executor):
    """The executor of a client of Dask, as those of the standard library behave.

    A task that ended all workers that took it, and all tasks of a cluster that is gone, end in
    :class:`BrokenExecutor`.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        # Not pure: the same office asked for twice is made twice, though nobody does.
        self._workers = client.get_executor(pure=False)
        self._given: set[Future[Any]] = set()
        self._broken = False
        self._closed = Event()
        Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a task to the cluster; raises :class:`BrokenExecutor` for one that is gone."""
        if self._broken:
            raise BrokenExecutor("the cluster is gone")
        future: Future[T] = Future()
        self._given.add(future)
        # In arguments Dask looks for results of its own, through every file of a parcel; not in a function.
        inner = self._workers.submit(partial(fn, *args, **kwargs))
        inner.add_done_callback(partial(self._hand_on, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; what it has not finished is waited for, or cancelled."""
        if self._closed.is_set():
            return
        self._closed.set()
        # A scheduler that is gone has nothing left to cancel.
        with suppress(Exception):
            self._workers.shutdown(wait=wait and not cancel_futures and not self._broken)
        with suppress(Exception):
            self._client.close(timeout=CONNECT_SECONDS)

    def _hand_on(self, future: Future[T], inner: Future[T]) -> None:
        from distributed import KilledWorker

        self._given.discard(future)
        if inner.cancelled():
            self._broken = True
            error: BaseException | None = BrokenExecutor("the scheduler is gone")
        else:
            error = inner.exception()
            if isinstance(error, KilledWorker):
                error = BrokenExecutor(str(error))
        with suppress(InvalidStateError):
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(inner.result())

    def _watch(self) -> None:
        """Give the cluster up once it has had no worker for long: Dask itself waits for ever."""
        alone = 0.0
        while not self._closed.wait(_LOOK_SECONDS):
            with suppress(Exception):
                alone = 0.0 if self._client.scheduler_info()["workers"] else alone + _LOOK_SECONDS
            if alone >= LOST_SECONDS:
                self._broken = True
                for future in list(self._given):
                    with suppress(InvalidStateError):
                        future.set_exception(BrokenExecutor("no worker is left"))
