"""How files get from this computer to the one that somebody sits at: lines to be typed there.

Only :func:`this_host` asks the system; everything else is pure.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import quote

from kampanye_tui.store.settings import user_name

USUAL_PORT = "22"
_PLAIN = re.compile(r"[\w@:/.,+\-\[\]]+", re.ASCII)
"""What the Windows command line leaves as it is."""
_PATTERN = re.compile(r"([\\*?\[\]])")
"""What pscp reads as a pattern in the path of a remote file."""


class Host(NamedTuple):
    """This computer as others reach it."""

    user: str
    address: str
    port: str = USUAL_PORT


def this_host() -> Host:
    """Return this computer; the network may take a moment to tell its name."""
    name = socket.getfqdn()
    return host_of(os.environ, user_name(), socket.gethostname() if name.startswith("localhost") else name)


def host_of(environment: Mapping[str, str], user: str, name: str) -> Host:
    """Return this computer as the SSH session that runs in it was reached, else under its own name.

    An address of the computer to itself is that of a tunnel; nobody else can use it.
    """
    parts = environment.get("SSH_CONNECTION", "").split()
    if len(parts) != 4:
        return Host(user, name)
    _client, _its_port, address, port = parts
    try:
        reached = ip_address(address.partition("%")[0])
    except ValueError:
        return Host(user, name)
    return Host(user, name, port) if reached.is_loopback else Host(user, address, port)


def pscp_line(host: Host, folder: str) -> str:
    """Return the command for the Windows command line that fetches a folder with PuTTY's pscp."""
    port = f"-P {host.port} " if host.port != USUAL_PORT else ""
    path = _PATTERN.sub(r"\\\1", folder)
    return f"pscp {port}-r {_quoted(f'{host.user}@{_in_brackets(host)}:{path}')} ."


def winscp_address(host: Host, folder: str) -> str:
    """Return the address that is pasted into WinSCP, which then opens the folder."""
    port = f":{host.port}" if host.port != USUAL_PORT else ""
    return f"sftp://{quote(host.user, safe='')}@{_in_brackets(host)}{port}{quote(folder.rstrip('/'))}/"


def ssh_line(host: Host, agreement_id: str) -> str:
    """Return the command for the Windows command line that fetches a text where nothing but it is let in."""
    port = f"-p {host.port} " if host.port != USUAL_PORT else ""
    wanted = f"ekspor {agreement_id} --templat naskah --format pdf -o -"
    return f"ssh {port}{_quoted(f'{host.user}@{host.address}')} {wanted} > {agreement_id}.pdf"


def _in_brackets(host: Host) -> str:
    try:
        return f"[{host.address}]" if isinstance(ip_address(host.address), IPv6Address) else host.address
    except ValueError:
        return host.address


def _quoted(argument: str) -> str:
    """Return an argument as Windows programs read it: between quotes where it needs them."""
    if _PLAIN.fullmatch(argument):
        return argument
    return '"' + re.sub(r'(\\*)"', r'\1\1\\"', argument) + '"'
