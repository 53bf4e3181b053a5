"""A real sshd on the loopback with an office behind it, and real clients: one key for each operator.

The server accepts every variable that a client sends, which no server should: what the program leaves behind
is then all that it gets. The home stands in front of the forced command, as a setting of the server's own.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.settings import user_name
from tests.terminal.desk import PROGRAM, Desk, made_desk
from tests.terminal.emulator import PATIENCE, Terminal

OPERATORS = {"Siti Aminah": "penyusun", "Made": "pengesah", "Budi": "petugas", "Tono": "pembaca"}
STRANGER = "Joko"
PRIVILEGED = Path("/run/sshd")
"""The folder that sshd asks for when root starts it; a service manager makes it."""
CONFIGURATION = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/tuan-rumah
AuthorizedKeysFile {folder}/kunci-masuk
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
ExposeAuthInfo yes
AcceptEnv *
Subsystem sftp internal-sftp
"""


class Server(NamedTuple):
    """A server that runs, its folder of keys, and the desk behind it."""

    desk: Desk
    folder: Path
    port: int

    @property
    def env(self) -> dict[str, str]:
        """The variables of a client's own."""
        return {"HOME": str(self.folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}

    def options(self, name: str) -> list[str]:
        """Return what tells a client where to go, and with whose key; further commands share the line."""
        known = f"UserKnownHostsFile={self.folder}/dikenal"
        # The path of a socket may have 107 bytes, and ssh puts 17 of its own behind it.
        shared = self.folder / f"{crc32(name.encode()):08x}"
        return [
            *("-F", "none", "-i", str(self.folder / _file(name)), "-o", "IdentitiesOnly=yes", "-o", known),
            *("-o", "StrictHostKeyChecking=accept-new", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR"),
            *("-o", "ControlMaster=auto", "-o", f"ControlPath={shared}"),
            *("-o", "ControlPersist=60"),
        ]

    @property
    def place(self) -> str:
        """Whom a client logs in as."""
        return f"{user_name()}@127.0.0.1"

    def client(self, name: str, *more: str) -> list[str]:
        """Return the words of a client that goes there; a command may follow."""
        return ["ssh", *self.options(name), "-p", str(self.port), *more, self.place]

    def send(
        self, name: str, line: str, *more: str, env: Mapping[str, str] | None = None, typed: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Send a line with somebody's key, none of it for the client itself; return what came of it."""
        *words, place = self.client(name, *more)
        return self.run([*words, "--", place, line], env, typed)

    def run(
        self, words: Sequence[str], env: Mapping[str, str] | None = None, typed: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a client."""
        return subprocess.run(
            words,
            input=typed,
            capture_output=True,
            check=False,
            timeout=PATIENCE * 2,
            env={**self.env, **(env or {})},
        )

    def screen(self, name: str, *more: str) -> Terminal:
        """Open the program on a terminal, as somebody who names no command does."""
        return Terminal(self.client(name, "-tt", *more), self.env)

    def key_of(self, name: str) -> str:
        """Return the fingerprint of somebody's key, as ssh tells it."""
        told = subprocess.run(
            ["ssh-keygen", "-lf", str(self.folder / f"{_file(name)}.pub")],
            capture_output=True,
            check=True,
            text=True,
        )
        return told.stdout.split()[1]


@contextmanager
def served(folder: Path, agreement: Agreement, more: str = "") -> Iterator[Server]:
    """Run a server in a folder until the end; ``more`` are lines of its configuration."""
    desk = made_desk(folder, agreement)
    with (desk.office / "kampanye.toml").open("a") as stream:
        for name, role in OPERATORS.items():
            stream.write(f'\n[[operator]]\nnama = "{name}"\nperan = "{role}"\n')
    server = Server(desk, folder / "ssh", _free_port())
    server.folder.mkdir()
    for name in ("tuan-rumah", *OPERATORS, STRANGER):
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(server.folder / _file(name))]
        subprocess.run(made, check=True)
    lines = [_authorized(server, name) for name in (*OPERATORS, STRANGER)]
    (server.folder / "kunci-masuk").write_text("".join(lines))
    configuration = server.folder / "sshd_config"
    configuration.write_text(CONFIGURATION.format(port=server.port, folder=server.folder) + more)
    if os.geteuid() == 0:
        PRIVILEGED.mkdir(mode=0o755, exist_ok=True)
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program is not None, "sshd is not installed: openssh-server"
    log = server.folder / "sshd.log"
    # Whoever runs the tests in the background may have them ignored, and a lost line ends programs by SIGHUP.
    heard = ("env", "--default-signal=HUP,INT,TERM")
    running = subprocess.Popen([*heard, program, "-D", "-f", str(configuration), "-E", str(log)])
    try:
        _wait_for(server.port, log)
        yield server
    finally:
        for name in (*OPERATORS, STRANGER):
            server.run([*server.client(name, "-O", "exit")])
        running.terminate()
        running.wait()


def _authorized(server: Server, name: str) -> str:
    """Return the line that lets somebody in, and nowhere else."""
    key = (server.folder / f"{_file(name)}.pub").read_text()
    config = server.desk.office / "kampanye.toml"
    forced = f"HOME={server.desk.home} {PROGRAM} ssh --operator '{name}' --config {config}"
    return f'restrict,pty,command="{forced}" {key}'


def _file(name: str) -> str:
    return name.replace(" ", "-").lower()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"sshd does not answer:\n{log.read_text()}")
