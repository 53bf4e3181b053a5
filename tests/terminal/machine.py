"""A machine of its own, for what only root may do: accounts, chroot, /etc, a network with nobody else in it.

It sees the files of this one and changes none: ``machine.sh`` lays a file system in memory over them. Whoever
runs the tests is root, or may use sudo without being asked.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.terminal.desk import ROOT
from tests.terminal.emulator import Terminal

AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")
PYTHON = Path(sys.base_prefix).resolve()
"""What ``python3.11`` comes from; Debian's own need not be installed."""
ENVIRONMENT = {
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "PATH": f"/usr/local/sbin:/usr/local/bin:{PYTHON / 'bin'}:/usr/sbin:/usr/bin:/sbin:/bin",
}
SPACES = ("--mount", "--pid", "--net", "--uts", "--ipc")
PATIENCE = 60.0


class Machine(NamedTuple):
    """A machine that runs; ``first`` is the process that all others in it depend on."""

    first: int

    def words(self, *words: str | Path, account: str = "root") -> list[str]:
        """Return what runs something in there, as root or with an account's own home."""
        inside = [*AS_ROOT, "nsenter", "--target", str(self.first), *SPACES, "--root", "--wd"]
        other = () if account == "root" else ("sudo", "-u", account, "-H", "env", "-C", f"/home/{account}")
        given = [f"{name}={value}" for name, value in ENVIRONMENT.items()]
        return [*inside, "env", "-i", "-C", "/root", *given, *other, *map(str, words)]

    def run(
        self, *words: str | Path, typed: bytes = b"", account: str = "root"
    ) -> subprocess.CompletedProcess[bytes]:
        """Run something in there."""
        return subprocess.run(
            self.words(*words, account=account),
            input=typed,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )

    def shell(self, lines: str, typed: str = "") -> str:
        """Let root type lines; return what they print. The first that fails fails the test."""
        done = self.run("bash", "-euc", lines, typed=typed.encode())
        assert done.returncode == 0, f"{lines}\n{done.stdout.decode()}\n{done.stderr.decode()}"
        return done.stdout.decode()

    def write(self, path: str, text: str, *, more: bool = False) -> None:
        """Write a file as root, or add to it."""
        words = ("tee", "-a", path) if more else ("tee", path)
        assert self.run(*words, typed=text.encode()).returncode == 0

    def terminal(self, *words: str | Path, account: str = "root", term: str = "xterm-256color") -> Terminal:
        """Start something in there on a terminal."""
        return Terminal(self.words("env", f"TERM={term}", *words, account=account), dict(os.environ))


@contextmanager
def running(folder: Path, brought: Mapping[str, bytes]) -> Iterator[Machine]:
    """Run a machine until the end; ``folder`` is where it is mounted, ``brought`` are files for its root."""
    start = Path(__file__).with_suffix(".sh")
    words = [*AS_ROOT, "unshare", *SPACES, "--fork", "bash", str(start), str(folder), str(ROOT), str(PYTHON)]
    # Its input ends with this process, however that ends.
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as outside:
        assert outside.stdout is not None
        assert outside.stdout.readline() == b"ready\n", "the machine does not start"
        machine = Machine(_first(outside.pid))
        for name, content in brought.items():
            assert machine.run("tee", name, typed=content).returncode == 0
        yield machine


def _first(pid: int) -> int:
    """Return the last process of the chain that one began: sudo, unshare, and what runs inside."""
    while children := Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        pid = int(children[0])
    return pid
