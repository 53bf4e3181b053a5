"""A line between a client and a server on the loopback that is slow, freezes, or is torn off."""

from __future__ import annotations

import queue
import socket
import struct
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

PIECE = 1024
AHEAD = 0.5
"""Seconds of sending that the line holds; whoever sends more waits."""
AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER: closing sends RST, and nothing that still waits."""


class Line:
    """Takes connections at :attr:`port` and leads them to the server, both ways alike."""

    def __init__(self, to: int, *, delay: float = 0.0, rate: float = float("inf")) -> None:
        """``delay`` are seconds one way, ``rate`` bytes in a second one way."""
        self._to, self._delay, self._rate = to, delay, rate
        self._flows = threading.Event()
        self._flows.set()
        self._ends: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._welcome, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._door.close()
        self._flows.set()
        self.reset()

    def freeze(self) -> None:
        """Let nothing through any more, and say so to nobody."""
        self._flows.clear()

    def reset(self) -> None:
        """Tear it off: both ends are sent RST."""
        for end in self._ends:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            # A thread that waits for it would keep it open.
            with suppress(OSError):
                end.shutdown(socket.SHUT_RD)
            end.close()
        self._ends.clear()

    def _welcome(self) -> None:
        while True:
            try:
                client, _address = self._door.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._to))
            self._ends += [client, server]
            for source, target in ((client, server), (server, client)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                pieces: queue.Queue[tuple[float, bytes]] = queue.Queue()
                threading.Thread(target=self._take, args=(source, pieces), daemon=True).start()
                threading.Thread(target=self._give, args=(target, pieces), daemon=True).start()

    def _take(self, source: socket.socket, pieces: queue.Queue[tuple[float, bytes]]) -> None:
        free = 0.0
        data = b"-"
        while data:
            self._flows.wait()
            try:
                data = source.recv(PIECE)
            except OSError:
                data = b""
            now = time.monotonic()
            free = max(now, free) + len(data) / self._rate
            pieces.put((free + self._delay, data))
            time.sleep(max(0.0, free - now - AHEAD))

    def _give(self, target: socket.socket, pieces: queue.Queue[tuple[float, bytes]]) -> None:
        while True:
            due, data = pieces.get()
            time.sleep(max(0.0, due - time.monotonic()))
            self._flows.wait()
            try:
                if not data:
                    target.shutdown(socket.SHUT_WR)
                    return
                target.sendall(data)
            except OSError:
                return
