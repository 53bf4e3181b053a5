"""``ssh``: what sshd runs for a key, whatever the client asks for; the program, or a command from a list."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kampanye_tui.cli.options import config, configured
from kampanye_tui.cli.typed import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kampanye_tui.model.operator import AtWork

BEGUN = "kampanye-ssh"
"""The option by which the interpreter knows the run that began anew."""
ROLES = ("penyusun", "pengesah", "petugas", "pembaca")


@click.command("ssh", options_metavar="[OPSI]")
@click.option(
    "--operator", "name", type=Line(), metavar="NAMA", help="Pemegang kunci; tanpa ini, nama pengguna."
)
@click.option(
    "--peran",
    "role",
    type=click.Choice(ROLES),
    metavar="PERAN",
    help=f"Batasi kunci ini pada satu peran: {', '.join(ROLES)}.",
)
@config
@click.pass_context
def forced(context: click.Context, name: str | None, role: str | None) -> int:
    """Layani satu sambungan SSH. Isinya program layar, atau perintah yang diizinkan.

    Dipasang oleh pengelola server, bukan diketik. Perintah yang dikirim dari
    komputer petugas dibaca tanpa shell; yang tidak terdaftar tidak dijalankan.

    \b
    Satu baris di ~/.ssh/authorized_keys untuk setiap kunci:
    restrict,pty,command="kampanye ssh --operator 'Siti Aminah'" ssh-ed25519 AAAA…

    \b
    Atau untuk satu kelompok pengguna, di /etc/ssh/sshd_config:
    Match Group kampanye
        ForceCommand kampanye ssh --config /srv/kpu/kampanye.toml
        ExposeAuthInfo yes
        DisableForwarding yes

    Tanpa --config dipakai /etc/kampanye/kampanye.toml. Dengan ExposeAuthInfo yes,
    sidik kunci ikut tercatat. AcceptEnv cukup LANG dan LC_*.

    \b
    Contoh dari komputer petugas:
      ssh kpu@server
      ssh kpu@server periksa
      ssh kpu@server ekspor --format pdf -o - > naskah.pdf
    """
    from kampanye_tui.cli.ssh_client import cleaned, client_of
    from kampanye_tui.model.operator import OperatorRole

    begin_anew(cleaned(os.environ))
    root = context.find_root()
    if name:
        root.params["operator"] = name
    root.meta["client"] = client_of(os.environ, OperatorRole(role) if role else None)
    _settle(root)
    asked = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    if not asked:
        from kampanye_tui.cli.composing import open_program

        return open_program(context)
    from kampanye_tui.cli.ssh_commands import words_of

    return _run(root, words_of(asked))


def begin_anew(environment: dict[str, str]) -> None:
    """Run this again in another environment, unless this is that run: Python reads some of it when it begins.

    No client can say that it is, for what says so is an option of the interpreter.
    """
    if BEGUN not in sys._xoptions:
        program = [sys.executable, "-E", "-P", "-X", BEGUN, "-m", "kampanye_tui", *sys.argv[1:]]
        os.execve(program[0], program, environment)  # noqa: S606 - our own interpreter, and no shell


def _settle(root: click.Context) -> None:
    """Work in the folder of the configuration, as somebody whom the office knows; raises Refused."""
    from kampanye_tui.cli.session import locate
    from kampanye_tui.store.at_work import at_work

    given = configured()
    if given is not None:
        root.meta["config"] = str(Path(given).absolute())
    located = locate()
    root.meta["config"] = str(located.path)
    os.chdir(located.folder)
    _refuse_stranger(at_work())


def _refuse_stranger(who: AtWork) -> None:
    """Refuse a name without a role where the office gives roles, and a role that the name has not."""
    from kampanye_tui.model.problem import refuse

    if not who.bound or who.roles:
        return
    held = who._replace(role=None).roles
    if held and who.role is not None:
        raise refuse(
            f"kunci ini untuk peran {who.role}, sedangkan {who.name} berperan {' dan '.join(held)}",
            "Minta pengelola server menyamakan --peran dengan [[operator]] di kampanye.toml",
        )
    raise refuse(
        f'"{who.name}" belum mempunyai peran di kantor ini',
        "Minta pengelola menambahkannya sebagai [[operator]] di kampanye.toml",
    )


def _run(root: click.Context, words: Sequence[str]) -> int:
    """Run a command of the list, as if it had been typed."""
    name, *rest = words
    command = cast("click.Command", cast("click.Group", root.command).get_command(root, name))
    with command.make_context(name, rest, parent=root) as context:
        ran = command.invoke(context)
    return ran if isinstance(ran, int) else 0
