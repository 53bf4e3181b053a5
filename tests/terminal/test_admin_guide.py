"""The guide for whoever runs a server: its own blocks are what sshd, systemd and the program are given here.

Paths and the account are replaced, for nothing outside of a test's folder is touched; sshd runs as whoever
runs the tests, with StrictModes off. As they stand, the blocks are performed in ``test_server_guide.py``.
Where systemd is not installed, only the keys of its units are compared.
"""

from __future__ import annotations

import configparser
import grp
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kampanye_tui.cli.main import kampanye as program
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store import own_packs
from kampanye_tui.store.cache import cache_home
from kampanye_tui.store.configuration import VARIABLE, candidates
from kampanye_tui.store.journal import FOLDER as JOURNAL
from kampanye_tui.store.log import PROGRAM as PROGRAM_LOG
from kampanye_tui.store.settings import FILE as SETTINGS
from kampanye_tui.store.settings import data_home, user_name
from tests.terminal.desk import LISTED, PROGRAM, ROOT
from tests.terminal.sshd import OPERATORS, PRIVILEGED, Server, served

pytestmark = pytest.mark.penuh

PAGE = (ROOT / "docs" / "panduan-admin.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
AUTHOR, CLERK, READER = "Siti Aminah", "Budi", "Tono"
TRIED = re.findall(r"^ {4}ssh kpu@server ?(.*)$", PAGE, re.MULTILINE)
INSTALLED = "/usr/local/bin/kampanye"
WORKSPACE = "/srv/kampanye/kampanye.toml"
KEYS = "/etc/ssh/kampanye-kunci/%u"


def blocks(kind: str) -> list[str]:
    """Return the blocks of the guide that say they are of a kind."""
    return [text for said, text in BLOCKS if said == kind]


FOR_KEYS, FOR_GROUP, FOR_FILES = blocks("sshd_config")


def here(text: str, folder: Path) -> str:
    """Return a piece of the guide with the paths of a server in a folder, and our own account."""
    ours = {
        KEYS: str(folder / "kunci-panduan"),
        INSTALLED: f"env HOME={folder / 'rumah'} {PROGRAM}",
        WORKSPACE: str(folder / "kantor" / "kampanye.toml"),
        "Match User kpu": f"Match User {user_name()}",
        "Match Group kampanye": f"Match Group {grp.getgrgid(os.getgid()).gr_name}",
    }
    for theirs, our in ours.items():
        text = text.replace(theirs, our)
    return text


def public_key(server: Server, name: str) -> str:
    """Return somebody's public key, without the comment."""
    return " ".join(server.folder.joinpath(f"{name.replace(' ', '-').lower()}.pub").read_text().split()[:2])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Iterator[Server]:
    """A server with the settings and the lines of keys of the guide."""
    folder = tmp_path_factory.mktemp("server")
    with served(folder, agreement, here(FOR_KEYS, folder)) as one:
        (lines,) = blocks("authorized_keys")
        for name, line in zip((AUTHOR, CLERK), lines.splitlines(), strict=True):
            lines = lines.replace(line, line.replace("ssh-ed25519 AAAA…", public_key(one, name)))
        (folder / "kunci-panduan").write_text(here(lines, folder))
        yield one


def test_the_first_line_that_is_tried_opens_the_program(server: Server) -> None:
    assert TRIED[0] == ""
    with server.screen(AUTHOR) as terminal:
        terminal.wait_for(LISTED)
        assert "petugas: Siti Aminah" in terminal.screen[0]
        terminal.press("q")
        assert terminal.exit_code() == 0


def test_the_second_lists_the_agreements(server: Server) -> None:
    came = server.send(CLERK, TRIED[1])
    assert (came.returncode, b"naskah-001" in came.stdout) == (0, True), came.stderr


def test_the_third_brings_a_pdf(server: Server) -> None:
    line, _to, _name = TRIED[2].partition(" > ")
    came = server.send(CLERK, line)
    assert (came.returncode, came.stdout[:5]) == (0, b"%PDF-"), came.stderr


def test_the_fourth_is_refused_with_the_commands_that_there_are(server: Server) -> None:
    came = server.send(CLERK, TRIED[3])
    assert (came.returncode, came.stdout) == (2, b"")
    assert 'Perintah "id" tidak tersedia lewat sambungan ini' in came.stderr.decode()


def test_a_key_that_has_no_line_in_the_guide_is_not_let_in(server: Server) -> None:
    assert server.send(READER, "daftar", "-S", "none").returncode == 255


def test_the_account_of_keys_serves_no_files(server: Server) -> None:
    words = ["sftp", *server.options(CLERK), "-P", str(server.port), "-b", "-", server.place]
    assert server.run(words, typed=b"ls /\n").returncode != 0


def test_the_command_that_the_server_forces_runs_and_goes_before_that_of_the_key(
    tmp_path: Path, agreement: Agreement
) -> None:
    with served(tmp_path, agreement, here(FOR_GROUP, tmp_path)) as one:
        with (tmp_path / "kantor" / "kampanye.toml").open("a") as stream:
            stream.write(f'\n[[operator]]\nnama = "{user_name()}"\nperan = "pembaca"\n')
        came = one.send(AUTHOR, "daftar --json")
        assert (came.returncode, came.stdout[:1]) == (0, b"["), came.stderr
        with one.screen(AUTHOR) as terminal:
            terminal.wait_for(LISTED)
            assert f"petugas: {user_name()}" in terminal.screen[0]


def settings(tmp_path: Path, of_guide: str, *more: str) -> dict[str, str]:
    """Have sshd read settings of the guide as they stand there; return those that it would then use."""
    key, file = tmp_path / "tuan-rumah", tmp_path / "sshd_config"
    if not key.exists():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    file.write_text(f"HostKey {key}\nSubsystem sftp internal-sftp\n{of_guide}")
    if os.geteuid() == 0:
        PRIVILEGED.mkdir(mode=0o755, exist_ok=True)
    sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert sshd is not None
    done = subprocess.run([sshd, "-f", str(file), *more], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)


def test_sshd_takes_the_settings(tmp_path: Path) -> None:
    assert settings(tmp_path, FOR_KEYS + FOR_GROUP + FOR_FILES, "-t") == {}


@pytest.mark.parametrize(
    ("block", "account"), [(FOR_KEYS, "kpu"), (FOR_FILES, "kpu-berkas")], ids=["keys", "files"]
)
def test_each_setting_of_an_account_is_in_force(tmp_path: Path, block: str, account: str) -> None:
    # Without the block for a group: sshd would ask for groups of an account that is not there.
    client = f"user={account},host=komputer,addr=192.0.2.1"
    used = settings(tmp_path, FOR_KEYS + FOR_FILES, "-T", "-C", client)
    wanted = dict(line.split(maxsplit=1) for line in block.splitlines()[1:])
    assert {name: used.get(name.lower()) for name in wanted} == wanted


def test_a_client_reads_its_settings(tmp_path: Path) -> None:
    (block,) = blocks("ssh_config")
    (tmp_path / "config").write_text(block)
    words = ["ssh", "-F", str(tmp_path / "config"), "-G", "server"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    wanted = {" ".join(line.split()).lower() for line in block.splitlines()[1:]}
    assert wanted - {line.lower() for line in told} == set()


def test_the_operators_are_those_whom_the_server_of_the_tests_knows() -> None:
    rows = tomllib.loads(blocks("toml")[0])["operator"]
    assert {row["nama"]: row["peran"] for row in rows} == OPERATORS


def test_results_go_to_a_folder_in_the_chroot() -> None:
    folder = Path(tomllib.loads(blocks("toml")[1])["ekspor"]["folder"])
    assert f"ChrootDirectory {folder.parent}\n" in FOR_FILES


def units(folder: Path) -> list[Path]:
    """Write the units of the guide into a folder under their names, with the program that is tested."""
    names = re.findall(r"^`/etc/systemd/system/(\S+)`:$", PAGE, re.MULTILINE)
    made = []
    for name, text in zip(names, blocks("ini"), strict=True):
        (folder / name).write_text(text.replace(INSTALLED, str(PROGRAM)))
        made.append(folder / name)
    return made


def test_the_units_have_the_keys_that_systemd_needs(tmp_path: Path) -> None:
    has = {}
    for path in units(tmp_path):
        read = configparser.ConfigParser(interpolation=None)
        read.optionxform = str  # type: ignore[assignment,method-assign]
        read.read(path)
        has[path.name] = {section: list(read[section]) for section in read.sections()}
    assert has == {
        "kampanye-cadangan.service": {
            "Unit": ["Description"],
            "Service": ["Type", "User", "UMask", "WorkingDirectory", "ExecStart"],
        },
        "kampanye-cadangan.timer": {
            "Unit": ["Description"],
            "Timer": ["OnCalendar", "Persistent"],
            "Install": ["WantedBy"],
        },
    }


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    verifier = shutil.which("systemd-analyze")
    made = [str(path) for path in units(tmp_path)]
    if verifier is not None:
        done = subprocess.run([verifier, "verify", *made], capture_output=True, text=True, check=False)
        assert [line for line in done.stderr.splitlines() if "kampanye-cadangan" in line] == []


def test_the_places_are_those_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    own = (
        SETTINGS,
        own_packs.FILE,
        own_packs.INSTALLED,
        own_packs.KEPT,
        JOURNAL,
        own_packs.LOGS,
        PROGRAM_LOG,
    )
    places = [*(data_home() / one for one in own), cache_home()]
    told = re.findall(r"^\| `~/([^`]+)` \|", PAGE, re.MULTILINE)
    assert told == [str(one.relative_to(tmp_path)) for one in places]
    searched = re.search(
        r"^Konfigurasi dicari di `(.+)` pada folder kerja, `~/(.+)`, lalu `(.+)`;", PAGE, re.MULTILINE
    )
    here, users, everybodys = candidates(None)
    assert searched is not None
    assert searched.groups() == (str(here), str(users.relative_to(tmp_path)), str(everybodys))


@pytest.mark.parametrize("block", blocks("sh"), ids=range(len(blocks("sh"))))
def test_a_shell_can_read_the_block(block: str) -> None:
    done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


COMMAND = re.compile(r"(?:^|[ \"]|bin/)kampanye (?:kampanye )?((?:--|[a-z])[^\"|>]*)")
"""A command of the program in a line; tmux may call its session so as well."""


def command_lines() -> Iterator[str]:
    """Yield what follows the program's name wherever the guide gives a command."""
    told = re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    for text in (*(text for _kind, text in BLOCKS), *re.findall(r"`([^`\n]+)`", told)):
        for line in text.splitlines():
            found = COMMAND.search(line)
            if found is not None and not line.startswith("Description="):
                yield found[1]


@pytest.mark.parametrize("line", sorted(set(command_lines())))
def test_the_program_has_the_command_and_its_options(line: str) -> None:
    command: click.Command = program
    context = click.Context(command, info_name="kampanye")
    words = command.make_parser(context).parse_args(shlex.split(line))[1]
    while words and isinstance(command, click.Group):
        name, *words = words
        inner = command.get_command(context, name)
        assert inner is not None, name
        command = inner
    # Unknown options, missing values and words too many raise.
    if not isinstance(command, click.Group):
        command.make_context(command.name, words, parent=context)
