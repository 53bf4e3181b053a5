"""``kampanye ssh`` behind a real sshd: the program, listed commands, roles, and no way to anything else."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kampanye_tui.cli.ssh_commands import COMMANDS
from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import LISTED, PROGRAM, READ
from tests.terminal.sshd import STRANGER, Server, served

pytestmark = pytest.mark.penuh

READER, CLERK, AUTHOR, APPROVER = "Tono", "Budi", "Siti Aminah", "Made"
ID = "naskah-001"
LISTED_LINES = {
    "daftar": "daftar --json",
    "lihat": f"lihat --templat naskah {ID}",
    "susun": "susun --baris",
    "klausul daftar": f"klausul daftar --naskah {ID} --json",
    "pihak daftar": "pihak daftar --json",
    "periksa": f"periksa {ID} --json",
    "tanggapan daftar": "tanggapan daftar --json",
    "bandingkan": f"bandingkan {ID} {ID}",
    "paket beda": f"paket beda --json {ID}",
    "riwayat": f"riwayat --json {ID}",
    "catatan": "catatan",
    "verifikasi": f"verifikasi {ID} --json",
    "salinan daftar": "salinan daftar --json",
    "nomor daftar": "nomor daftar --tahun 2023 --json",
    "laporan-teknis": "laporan-teknis",
    "rekap": "rekap --per 1-12-2023 --json naskah",
    "ekspor": f"ekspor --format teks --templat naskah -o - {ID}",
}
"""A line for each command of the list; they are sent by somebody who may only read."""
TYPED = {"susun --baris": b"0\n"}
"""What is typed where a command asks: the way out."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Iterator[Server]:
    """A server for all of them."""
    with served(tmp_path_factory.mktemp("server"), agreement) as one:
        yield one


def here(server: Server, line: str) -> subprocess.CompletedProcess[bytes]:
    """Run the same line at the server itself."""
    words = [str(PROGRAM), *shlex.split(line)]
    env = {**server.desk.env, "KAMPANYE_CONFIG": str(server.desk.office / "kampanye.toml")}
    return subprocess.run(
        words, input=TYPED.get(line, b""), capture_output=True, check=False, env=env, cwd=server.desk.office
    )


def test_there_is_a_line_for_each_command() -> None:
    assert list(LISTED_LINES) == [" ".join(words) for words in COMMANDS]


@pytest.mark.parametrize("command", LISTED_LINES)
def test_a_listed_command_gives_what_it_gives_at_the_server(server: Server, command: str) -> None:
    line = LISTED_LINES[command]
    came, there = server.send(READER, line, typed=TYPED.get(line, b"")), here(server, line)
    assert (came.returncode, came.stdout) == (there.returncode, there.stdout), came.stderr


def test_an_export_comes_byte_for_byte(server: Server) -> None:
    line = f"ekspor --format pdf --templat naskah -o - {ID}"
    came = server.send(READER, line)
    assert came.stdout[:5] == b"%PDF-", came.stderr
    assert came.stdout == here(server, line).stdout


def test_without_a_command_the_program_opens(server: Server) -> None:
    with server.screen(AUTHOR) as terminal:
        terminal.wait_for(LISTED)
        assert "petugas: Siti Aminah" in terminal.screen[0]
        terminal.press("f12")
        assert terminal.exit_code() == 0


def test_without_a_terminal_it_says_what_to_do(server: Server) -> None:
    came = server.run(server.client(READER))
    assert (came.returncode, came.stdout) == (2, b"")
    assert b"memerlukan terminal" in came.stderr


def test_a_stranger_is_not_let_in(server: Server) -> None:
    came = server.send(STRANGER, "daftar")
    assert (came.returncode, came.stdout) == (2, b"")
    assert '"Joko" belum mempunyai peran di kantor ini' in came.stderr.decode()


def test_what_a_role_does_not_allow_says_why_on_the_screen(server: Server) -> None:
    with server.screen(READER) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("n")
        terminal.wait_for("Peran Anda pembaca; mengubah naskah memerlukan peran")


def test_the_screen_says_that_a_reader_only_reads(server: Server) -> None:
    with server.screen(READER) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for(READ)
        assert "hanya baca: peran Anda pembaca" in terminal.text


def test_the_ledger_says_who_recorded_from_where_by_which_key(server: Server) -> None:
    book = server.desk.office / "naskah" / ID / "buku.jsonl"
    with server.screen(CLERK) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle()
        terminal.press("8")
        terminal.settle()
        terminal.press("enter")
        terminal.settle()
        terminal.press("s")
        terminal.settle()
    line = json.loads(book.read_bytes().splitlines()[-1])
    said = (line["jenis"], line["operator"], line["dari"], line["kunci"])
    assert said == ("tanggapan", CLERK, "127.0.0.1", server.key_of(CLERK))


def test_the_history_says_who_saved_from_where_by_which_key(server: Server) -> None:
    with server.screen(AUTHOR) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("d")
        terminal.wait_for("Salin naskah")
        terminal.press("f10")
        terminal.wait_for("2 naskah")
    (path,) = [
        one / ".riwayat" / "oleh.jsonl" for one in (server.desk.office / "naskah").iterdir() if one.name != ID
    ]
    line = json.loads(path.read_bytes())
    said = (line["operator"], line["dari"], line["kunci"])
    assert said == (AUTHOR, "127.0.0.1", server.key_of(AUTHOR))


def test_no_program_of_the_users_own_is_run(server: Server) -> None:
    ran = server.folder / "editor-berjalan"
    sent = f"SetEnv=EDITOR='touch {ran}' VISUAL='touch {ran}'"
    with server.screen(AUTHOR, "-S", "none", "-o", sent) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle()
        terminal.press("2")
        terminal.settle()
        terminal.press("enter")
        terminal.wait_for("F10 selesai")
        terminal.press("f4")
        terminal.wait_for("program penyunting lain tidak dipakai")
    assert not ran.exists()


def test_a_table_is_written_nowhere_outside(server: Server) -> None:
    outside = server.folder / "luar.csv"
    with server.screen(READER) as terminal:
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle()
        terminal.press("3")
        terminal.settle()
        terminal.press("e")
        terminal.wait_for("Ekspor pihak ke CSV")
        terminal.press("ctrl+u")
        terminal.type(str(outside))
        terminal.press("f10")
        terminal.wait_for("berkas ditulis hanya di dalam folder")
    assert not outside.exists()


CANARY = "{luar}/lolos"
"""Where an attempt that succeeded would leave something; ``{luar}`` is a folder outside of the workspace."""
ATTEMPTS = (
    # Another program, or a shell.
    f"touch {CANARY}",
    f"sh -c 'touch {CANARY}'",
    f"/bin/sh -c 'touch {CANARY}'",
    f"bash -lc 'touch {CANARY}'",
    f'python3 -c \'open("{CANARY}", "w")\'',
    f"env touch {CANARY}",
    f"exec touch {CANARY}",
    f"kampanye daftar; touch {CANARY}",
    "cat /etc/passwd",
    "id",
    # What a shell would do with a listed command.
    f"daftar; touch {CANARY}",
    f"daftar ; touch {CANARY}",
    f"daftar && touch {CANARY}",
    f"daftar || touch {CANARY}",
    f"daftar | tee {CANARY}",
    f"daftar & touch {CANARY}",
    f"daftar > {CANARY}",
    f"daftar >> {CANARY}",
    "daftar < /etc/passwd",
    f"daftar $(touch {CANARY})",
    f"daftar `touch {CANARY}`",
    f"periksa $(touch {CANARY})",
    "periksa ${HOME}",
    "periksa *",
    "periksa ~root",
    f"daftar\ntouch {CANARY}",
    f"daftar\rtouch {CANARY}",
    f"daftar\x1b[2Jtouch {CANARY}",
    f"'daftar' 'touch {CANARY}'",
    "daftar 'tidak ditutup",
    f"ekspor --format 'pdf;touch {CANARY}' -o -",
    # Options that name files, or say who somebody is.
    f"ekspor -o {CANARY}",
    f"ekspor -o{CANARY}",
    f"ekspor -o={CANARY}",
    f"ekspor --format pdf -o - -o {CANARY}",
    "ekspor -o ../../luar/lolos",
    f"ekspor {ID} --timpa",
    "daftar --config /etc/passwd",
    "daftar --config=/etc/passwd",
    "--config /etc/passwd daftar",
    "--operator Made daftar",
    "daftar --operator Made",
    "--tanpa-paket daftar",
    "daftar --tanpa-paket",
    "ssh --operator Made",
    "lihat ../../../etc/passwd",
    "lihat /etc/passwd",
    "verifikasi /etc/passwd",
    "verifikasi ../ssh",
    "bandingkan /etc/passwd /etc/passwd",
    "lihat --templat ../../../etc/passwd",
    # Commands of the program that are on no list.
    "mulai",
    f"kantor {CANARY}",
    f"baru {ID}-lain",
    f"buka {CANARY}",
    f"finalkan {ID}",
    "finalkan --tetap x",
    f"tutup {ID}",
    "koreksi 1 --alasan x",
    f"salinan cetak --naskah {ID}",
    f"pihak ekspor {CANARY}",
    "pihak impor /etc/passwd",
    f"tanggapan ekspor {CANARY}",
    "klausul sunting aman-tertib-damai --teks x",
    "pindaian catat /etc/passwd",
    f"bukti -o {CANARY}",
    "paket daftar",
    "paket setujui nasional",
    "paket pasang x.zip",
    f"paket baru {CANARY}",
    f"pinjam --ke {CANARY} {ID}",
    f"pinjam {ID} --batalkan",
    "kembalikan /",
    f"massal / -o {CANARY}",
    "rekap /",
    "rekap ..",
    f"rekap naskah -o {CANARY}",
    "rekap naskah -o -",
    "periksa --perbaiki",
    "acara --tempat x",
    "urungkan",
    "nomor ambil naskah",
    # What copying programs and git ask for.
    f"scp -t {CANARY}",
    "scp -f /etc/passwd",
    "internal-sftp",
    "/usr/lib/openssh/sftp-server",
    "rsync --server --sender -logDtpre.iLsfxC . /etc/passwd",
    f"rsync --server -logDtpre.iLsfxC . {CANARY}",
    "git-upload-pack '/etc'",
    "git-receive-pack '/srv'",
    "cvs server",
    "svnserve -t",
    "mosh-server new",
    "tmux",
    "daftar " + "a" * 2000,
)


def tree(server: Server) -> dict[str, str]:
    """Return every file outside of the operators' home and the keys, with the hash of its content."""
    found = {}
    for root, _folders, names in os.walk(server.desk.office):
        for name in names:
            path = Path(root, name)
            # Whoever lists the agreements may write what the list shows; a lease ends when its session does.
            if name not in (".indeks", ".sewa"):
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


@pytest.fixture
def outside(server: Server) -> Iterator[Path]:
    """A folder beside the office that nobody may write in; what is in the office stays as well."""
    folder = server.desk.office.parent / "luar"
    folder.mkdir(exist_ok=True)
    before = tree(server)
    yield folder
    assert list(folder.iterdir()) == []
    assert tree(server) == before


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=range(len(ATTEMPTS)))
def test_nothing_else_is_run(server: Server, outside: Path, attempt: str) -> None:
    # As somebody who may do everything that a role allows.
    came = server.send(APPROVER, attempt.replace("{luar}", str(outside)))
    assert (came.returncode, came.stdout) == (2, b"")
    told = came.stderr.decode()
    assert "Traceback" not in told
    assert any(word in told for word in ("sambungan ini", "karakter", "kutip", "tidak dikenal")), told


VARIABLES = {
    "KAMPANYE_CONFIG": "/etc/passwd",
    "KAMPANYE_JEJAK": "1",
    "SSH_ORIGINAL_COMMAND": "periksa",
    "HOME": "/nonexistent",
    "PYTHONINSPECT": "1",
    "PYTHONPATH": "{luar}",
    "PYTHONSTARTUP": "{luar}/x.py",
    "XDG_DATA_HOME": "{luar}",
    "XDG_CACHE_HOME": "{luar}",
    "XDG_CONFIG_HOME": "{luar}",
    "TMPDIR": "{luar}",
    "PATH": "{luar}",
    "LANGUAGE": "de",
    "LC_ALL": "../../luar",
    "TERM": "../../luar/x",
    "TERMINFO": "{luar}",
    "COLUMNS": "1",
    "TEXTUAL_DRIVER": "x:y",
}
"""What a client may try to send; the server accepts all of it."""


@pytest.mark.parametrize("name", VARIABLES)
def test_no_variable_of_a_client_changes_anything(server: Server, outside: Path, name: str) -> None:
    value = VARIABLES[name].replace("{luar}", str(outside))
    words = [*server.client(READER, "-S", "none", "-o", f"SetEnv={name}={value}"), "daftar --json"]
    came = server.run(words)
    assert (came.returncode, came.stdout) == (0, here(server, "daftar --json").stdout), came.stderr


def test_no_prompt_of_python_is_left_behind(server: Server) -> None:
    words = [*server.client(READER, "-S", "none", "-o", "SetEnv=PYTHONINSPECT=1"), "daftar --json"]
    assert b">>>" not in server.run(words, typed=b"print(6 * 7)\n").stderr


def test_sftp_is_refused(server: Server, outside: Path) -> None:
    del outside
    came = server.run(
        ["sftp", *server.options(READER), "-P", str(server.port), "-b", "-", server.place], typed=b"ls /\n"
    )
    assert (came.returncode != 0, b"etc" in came.stdout) == (True, False)


@pytest.mark.parametrize("old", [("-O",), ()], ids=["scp", "scp over sftp"])
def test_nothing_is_copied_out(server: Server, outside: Path, old: tuple[str, ...]) -> None:
    del outside
    target = server.folder / "disalin"
    words = ["scp", *old, *server.options(READER), "-P", str(server.port)]
    came = server.run([*words, f"{server.place}:/etc/hostname", str(target)])
    assert (came.returncode != 0, target.exists()) == (True, False)


@pytest.mark.parametrize("old", [("-O",), ()], ids=["scp", "scp over sftp"])
def test_nothing_is_copied_in(server: Server, outside: Path, old: tuple[str, ...]) -> None:
    words = ["scp", *old, *server.options(APPROVER), "-P", str(server.port)]
    came = server.run([*words, str(server.folder / "sshd_config"), f"{server.place}:{outside}/lolos"])
    assert came.returncode != 0


def test_git_is_refused(server: Server, outside: Path) -> None:
    del outside
    client = shlex.join(server.client(READER)[:-1])
    came = server.run(["git", "ls-remote", f"ssh://{server.place}/etc"], {"GIT_SSH_COMMAND": client})
    assert came.returncode != 0


def test_no_port_is_forwarded(server: Server) -> None:
    words = server.client(READER, "-S", "none", "-W", f"127.0.0.1:{server.port}")
    assert b"forwarding failed" in server.run(words).stderr


def test_a_command_with_a_terminal_is_refused_as_well(server: Server, outside: Path) -> None:
    came = server.send(APPROVER, f"touch {outside}/lolos", "-tt")
    assert came.returncode == 2
