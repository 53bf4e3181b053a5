"""What sshd tells of the client, and what of its environment may stay.

The environment comes in, a smaller one and an identity go out. A client can send variables where the server
accepts them, so whatever is not named here is left behind.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import stat
from collections.abc import Mapping
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from kampanye_tui.model.operator import OperatorRole

PATH = "/usr/local/bin:/usr/bin:/bin"
LARGEST = 16_384
"""Bytes of the file in which sshd says how somebody proved who they are; a key takes 100 to 800."""
_KEPT = ("HOME", "SSH_CONNECTION", "SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH")
"""Variables that sshd sets itself, over whatever a client sends. Who the user is, is asked of the system."""
_SAFE = {
    "TERM": re.compile(r"[A-Za-z0-9][A-Za-z0-9+._-]{0,39}", re.ASCII),
    "LANG": re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,39}", re.ASCII),
    "COLORTERM": re.compile(r"truecolor|24bit"),
    "NO_COLOR": re.compile(r"[0-9A-Za-z]{1,10}", re.ASCII),
}
"""Variables of the client's own that may stay, in these forms; those of ``LC_…`` have the form of LANG."""
_LOCALE = re.compile(r"LC_[A-Z]{1,20}", re.ASCII)


class Client(NamedTuple):
    """Who is at the other end: its address, the key that let it in, and the role that this key leaves."""

    host: str
    fingerprint: str
    role: OperatorRole | None


def cleaned(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what of an environment may stay; cleaning that again changes nothing."""
    kept = {"PATH": PATH}
    for name, value in environment.items():
        form = _SAFE["LANG"] if _LOCALE.fullmatch(name) else _SAFE.get(name)
        if name in _KEPT or (form is not None and form.fullmatch(value)):
            kept[name] = value
    return kept


def client_of(environment: Mapping[str, str], role: OperatorRole | None) -> Client:
    """Return who is at the other end, as far as sshd tells."""
    return Client(_host(environment.get("SSH_CONNECTION", "")), _key(environment), role)


def client() -> Client | None:
    """Return who is at the other end of this run; None for somebody with a shell of their own."""
    known: Client | None = click.get_current_context().find_root().meta.get("client")
    return known


def _host(connection: str) -> str:
    """Return the address of the client; empty where none is told."""
    address, _space, _rest = connection.partition(" ")
    try:
        return str(ip_address(address.partition("%")[0]))
    except ValueError:
        return ""


def _key(environment: Mapping[str, str]) -> str:
    """Return the fingerprint of the key from the file that ``ExposeAuthInfo`` makes; empty without one."""
    try:
        handle = os.open(environment.get("SSH_USER_AUTH", ""), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return ""
    try:
        found = os.fstat(handle)
        # The file is ours; a path that came from elsewhere leads to nothing that somebody else wrote.
        ours = stat.S_ISREG(found.st_mode) and found.st_uid == os.getuid()
        told = os.read(handle, LARGEST) if ours else b""
    finally:
        os.close(handle)
    return fingerprint(told.decode("ascii", errors="replace"))


def fingerprint(told: str) -> str:
    """Return the fingerprint of the first key in lines like ``publickey ssh-ed25519 AAAA…``, as ssh does."""
    for line in told.splitlines():
        match line.split():
            case ["publickey", _kind, key, *_rest]:
                try:
                    blob = base64.b64decode(key, validate=True)
                except (binascii.Error, ValueError):
                    continue
                return f"SHA256:{base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip('=')}"
    return ""
