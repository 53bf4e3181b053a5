"""The guide for whoever runs a server, performed: its blocks as they stand, by root, in a machine of its own.

Accounts, keys of root's, sshd with StrictModes and PAM, the chroot, cups, the command of the units as their
account, tmux, repair and removal; OpenSSH and PuTTY from accounts that stand for two operators' computers.
Two commands are played: ``apt-get`` (packages are those of the host, there is no network) and ``systemctl``
(no systemd runs: ``reload ssh`` reaches sshd, what it is to start is started here). WinSCP is for Windows
only; psftp and pscp stand for it. The printer takes jobs and prints nothing.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest

from tests.terminal.desk import EDITING, LISTED, READ, ROOT
from tests.terminal.machine import Machine, running
from tests.terminal.test_first_day import ANSWERS
from tests.terminal.test_offline_install import made

pytestmark = pytest.mark.penuh

PAGE = (ROOT / "docs" / "panduan-admin.md").read_text(encoding="utf-8")
PLAYED = """\
#!/bin/sh
echo "$*" >> /run/diminta
[ "$*" != "reload ssh" ] || kill -HUP "$(cat /run/sshd.pid)"
"""
OFFICE = "/srv/kampanye/kampanye.toml"
KEYS = "/etc/ssh/kampanye-kunci"
SETTINGS = "/etc/ssh/sshd_config.d/kampanye.conf"
AUTHOR, CLERK = "siti", "budi"
"""Accounts that stand for two computers, called as the guide calls their keys."""
SESSION = {
    "Session › Host Name": ("HostName",),
    "Window › Columns, Rows": ("TermWidth", "TermHeight"),
    "Window › Translation › Remote character set": ("LineCodePage",),
    "Connection › Seconds between keepalives": ("PingIntervalSecs",),
    "Connection › Data › Terminal-type string": ("TerminalType",),
    "Connection › SSH › Enable compression": ("Compression",),
    "Connection › SSH › Auth › Credentials › Private key file": ("PublicKeyFile",),
}
"""What PuTTY's file of a session calls the settings of the guide's table."""
PRINTER = ROOT / "tests" / "terminal" / "printer.ppd"


def section(number: int) -> str:
    """Return the text of a section."""
    (text,) = re.findall(rf"^## {number}\. (.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return text


def blocks(number: int, kind: str) -> list[str]:
    """Return the blocks of a kind in a section."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", section(number), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine on which the guide was followed, with two operators' computers on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        archive = made(tmp_path_factory.mktemp("arsip"))
    brought = {archive.name: archive.read_bytes(), PRINTER.name: PRINTER.read_bytes()}
    with running(tmp_path_factory.mktemp("server"), brought) as one:
        prepared(one)
        installed(one)
        let_in(one)
        serves_files(one)
        backed_up(one)
        yield one


def prepared(server: Machine) -> None:
    """What Debian has done when the guide begins, and what two operators did at their computers."""
    for name in ("apt-get", "systemctl"):
        server.write(f"/usr/local/sbin/{name}", PLAYED)
        server.shell(f"chmod 755 /usr/local/sbin/{name}")
    server.write("/etc/hosts", "127.0.0.1 localhost server\n")
    server.shell("rm -f /etc/ssh/ssh_host_*; ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key")
    server.shell("install -d /run/sshd; /usr/sbin/sshd")
    key = server.shell("cut -d' ' -f1,2 /etc/ssh/ssh_host_ed25519_key.pub")
    server.write("/etc/ssh/ssh_known_hosts", f"server {key}")
    (own,) = blocks(6, "ssh_config")
    for name in (AUTHOR, CLERK):
        server.shell(
            f"adduser --disabled-password --gecos '' {name}\n"
            f"cd /home/{name}\n"
            f"install -d -o {name} -g {name} -m 700 .ssh .putty .putty/sessions\n"
            f"sudo -u {name} puttygen -t ed25519 -q --new-passphrase /dev/null -o kunci.ppk\n"
            f"sudo -u {name} puttygen kunci.ppk -O private-openssh -o .ssh/id_ed25519\n"
            f"sudo -u {name} puttygen kunci.ppk -O public-openssh -o .ssh/id_ed25519.pub\n"
        )
        server.write(f"/home/{name}/.ssh/config", own)
        server.write(f"/home/{name}/.putty/sessions/kampanye", putty_session(server, name))


def putty_session(server: Machine, name: str) -> str:
    """Return PuTTY's file for a session with the settings of the guide, and what its user once confirmed."""
    rows = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", section(6), re.MULTILINE))
    assert list(rows)[1:] == list(SESSION)
    lines = [f"SSHManualHostKeys={fingerprint(server)}", "PingInterval=0", "Protocol=ssh"]
    for place, names in SESSION.items():
        told = (
            rows[place].replace("dicentang", "1").replace("kunci `.ppk` petugas", f"`/home/{name}/kunci.ppk`")
        )
        values = re.findall(r"`(.+)`", told) or re.findall(r"UTF-8|\d+", told)
        lines += [f"{one}={value}" for one, value in zip(names, values, strict=True)]
    return "\n".join([*lines, ""])


def fingerprint(server: Machine) -> str:
    """Return the fingerprint of the server's key."""
    return server.shell("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub").split()[1]


def public_key(server: Machine, name: str) -> str:
    """Return the public part of somebody's key."""
    return " ".join(server.shell(f"cat /home/{name}/.ssh/id_ed25519.pub").split()[:2])


def installed(server: Machine) -> None:
    """Sections 1 and 2; the other package of section 1 has tests of its own."""
    for block in blocks(1, "sh"):
        if "dpkg" not in block:
            server.shell(block)
    server.shell(blocks(2, "sh")[0], ANSWERS)
    server.write(OFFICE, "\n" + blocks(2, "toml")[0], more=True)


def let_in(server: Machine) -> None:
    """Sections 3 and 4: one account for all."""
    (lines,) = blocks(3, "authorized_keys")
    for name in (AUTHOR, CLERK):
        lines = lines.replace(f"ssh-ed25519 AAAA… {name}", f"{public_key(server, name)} {name}")
    assert "…" not in lines
    server.write(f"{KEYS}/kpu", lines)
    server.shell(blocks(3, "sh")[0])
    server.write(SETTINGS, blocks(4, "sshd_config")[0])
    server.shell(blocks(4, "sh")[0])
    server.shell(f"sudo -u kpu -H kampanye --operator Made baru --config {OFFICE}")


def serves_files(server: Machine) -> None:
    """Section 7: an account that reads results."""
    making, reloading = blocks(7, "sh")
    server.shell(making)
    table = blocks(7, "toml")[0]
    written = server.shell(f"cat {OFFICE}")
    assert written.count("\n[ekspor]\n") == 1
    server.write(OFFICE, written.replace("[ekspor]\n", table))
    server.write(f"{KEYS}/kpu-berkas", f"{public_key(server, AUTHOR)}\n")
    server.write(SETTINGS, blocks(7, "sshd_config")[0], more=True)
    server.shell(reloading)
    server.shell(
        f"sudo -u kpu -H kampanye --operator Made ekspor --format pdf --templat naskah --config {OFFICE}"
    )


def backed_up(server: Machine) -> None:
    """Section 9, and what systemd would do with it in the night."""
    names = re.findall(r"^`(/etc/systemd/system/\S+)`:$", section(9), re.MULTILINE)
    for name, text in zip(names, blocks(9, "ini"), strict=True):
        server.write(name, text)
    server.shell(blocks(9, "sh")[0])
    unit = dict(re.findall(r"^(\w+)=(.*)$", blocks(9, "ini")[0], re.MULTILINE))
    account = (f"--reuid={unit['User']}", f"--regid={unit['User']}", "--clear-groups")
    ran = f"umask {unit['UMask']}; cd {unit['WorkingDirectory']}; exec {unit['ExecStart']}"
    done = server.run("setpriv", *account, "env", "-i", "sh", "-c", ran)
    assert done.returncode == 0, done.stderr


def test_what_is_tried_from_a_computer_does_what_the_guide_says(server: Machine) -> None:
    opens, listing, export, refused = re.findall(r"^ {4}(ssh .*)$", section(5), re.MULTILINE)
    with server.terminal(*opens.split(), account=AUTHOR) as terminal:
        terminal.wait_for(LISTED)
        assert "petugas: Siti Aminah" in terminal.screen[0]
        terminal.press("q")
        assert terminal.exit_code() == 0
    came = server.run("bash", "-c", listing, account=CLERK)
    assert (came.returncode, b"kampanye-damai" in came.stdout) == (0, True), came.stderr
    came = server.run("bash", "-c", export, account=CLERK)
    assert came.returncode == 0, came.stderr
    assert server.run("head", "-c", "5", "naskah.pdf", account=CLERK).stdout == b"%PDF-"
    came = server.run("bash", "-c", refused, account=CLERK)
    assert (came.returncode, came.stdout) == (2, b"")


def by(server: Machine, line: str, *, name: str = AUTHOR) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell at an operator's computer."""
    return server.run("bash", "-c", line, account=name)


def test_putty_opens_the_program_with_the_settings_of_the_guide(server: Machine) -> None:
    with server.terminal("plink", "-no-antispoof", "-load", "kampanye", account=AUTHOR) as terminal:
        terminal.wait_for(LISTED)
        assert "petugas: Siti Aminah" in terminal.screen[0]
        assert "▸" in terminal.text
        (session,) = server.shell("pgrep -u kpu -f kampanye-ssh").split()
        variables = server.shell(f"tr '\\0' '\\n' < /proc/{session}/environ").splitlines()
        terminal.press("q")
        assert terminal.exit_code() == 0
    assert "TERM=xterm-256color" in variables


def test_putty_compresses(server: Machine) -> None:
    came = by(server, "plink -v -batch -load kampanye daftar")
    assert (came.returncode, b"kampanye-damai" in came.stdout) == (0, True)
    assert b"zlib (RFC1950) compression\n" in came.stderr, came.stderr


def test_putty_brings_an_export_byte_for_byte(server: Machine) -> None:
    line = "ekspor --templat naskah --format pdf -o -"
    came = by(server, f"plink -batch -load kampanye {line}")
    assert came.stdout[:5] == b"%PDF-", came.stderr
    assert came.stdout == by(server, f"ssh kpu@server {line}").stdout


CANARY = "/srv/kampanye/lolos"
FROM_PUTTY = {
    "another program": f"plink -batch -load kampanye touch {CANARY}",
    "a shell": f"plink -batch -load kampanye 'sh -c \"touch {CANARY}\"'",
    "a shell on a terminal": f"plink -batch -t -load kampanye 'bash -i; touch {CANARY}'",
    "behind a listed command": f"plink -batch -load kampanye 'daftar; touch {CANARY}'",
    "in a listed command": f"plink -batch -load kampanye 'periksa $(touch {CANARY})'",
    "a file elsewhere": f"plink -batch -load kampanye 'ekspor -o {CANARY}'",
    "a file of the account": "plink -batch -load kampanye 'lihat /etc/passwd'",
    "lines for a shell": f"echo 'touch {CANARY}' | plink -batch -T -load kampanye",
    "a subsystem": "plink -batch -load kampanye -s sftp < /dev/null",
    "a way on": "plink -batch -load kampanye -nc server:22 < /dev/null",
    "psftp": "echo 'get /etc/passwd diambil' | psftp -batch -load kampanye",
    "pscp from it": "pscp -batch -load kampanye kpu@server:/etc/passwd diambil",
    "pscp to it": f"pscp -batch -load kampanye .bashrc kpu@server:{CANARY}",
    "scp from it": "pscp -scp -batch -load kampanye kpu@server:/etc/passwd diambil",
    "scp to it": f"pscp -scp -batch -load kampanye .bashrc kpu@server:{CANARY}",
}
"""Each with the key of somebody who may write; psftp and pscp bring the session's settings along."""


@pytest.mark.parametrize("attempt", FROM_PUTTY.values(), ids=FROM_PUTTY)
def test_putty_comes_to_nothing_else(server: Machine, attempt: str) -> None:
    came = by(server, attempt)
    assert (came.returncode != 0, b"root:" in came.stdout) == (True, False)
    assert "Traceback" not in came.stderr.decode()
    assert server.run("test", "-e", CANARY).returncode != 0
    assert server.run("test", "-e", f"/home/{AUTHOR}/diambil").returncode != 0


def psftp(server: Machine, *lines: str, name: str = AUTHOR) -> str:
    """Let psftp do lines at the account for results, whatever is refused; return what it prints."""
    server.write(f"/home/{name}/perintah", "\n".join([*lines, ""]))
    words = f"-batch -be -b perintah -i kunci.ppk -hostkey {fingerprint(server)}"
    came = by(server, f"psftp {words} kpu-berkas@server", name=name)
    return came.stdout.decode() + came.stderr.decode()


def test_results_are_fetched_as_winscp_does(server: Machine) -> None:
    psftp(server, "cd keluaran", "get naskah.pdf lewat-psftp.pdf")
    made = server.run("cat", "/srv/kampanye-hasil/keluaran/naskah.pdf").stdout
    assert server.run("cat", f"/home/{AUTHOR}/lewat-psftp.pdf").stdout == made
    words = f"-batch -i kunci.ppk -hostkey {fingerprint(server)}"
    assert by(server, f"pscp {words} kpu-berkas@server:keluaran/naskah.pdf lewat-pscp.pdf").returncode == 0
    assert server.run("cat", f"/home/{AUTHOR}/lewat-pscp.pdf").stdout == made


def test_a_result_of_a_session_can_be_fetched(server: Machine) -> None:
    line = "plink -batch -load kampanye ekspor --templat berita-acara-kesepakatan --format pdf"
    assert by(server, line).returncode == 0
    assert "remote:/keluaran/berita-acara-kesepakatan.pdf" in psftp(
        server, "get keluaran/berita-acara-kesepakatan.pdf"
    )


@pytest.mark.parametrize(
    "line",
    [
        "put .bashrc keluaran/lolos",
        "put .bashrc lolos",
        "mkdir keluaran/lolos",
        "rm keluaran/naskah.pdf",
        "mv keluaran/naskah.pdf keluaran/lolos",
        "chmod 777 keluaran/naskah.pdf",
    ],
)
def test_nothing_is_changed_where_results_lie(server: Machine, line: str) -> None:
    before = server.shell("ls -lR /srv/kampanye-hasil")
    assert "permission denied" in psftp(server, line)
    assert server.shell("ls -lR /srv/kampanye-hasil") == before


@pytest.mark.parametrize(
    "place",
    ["/etc/passwd", "../../../etc/passwd", "keluaran/tautan", "/srv/kampanye/kampanye.toml", "/proc/version"],
)
def test_nothing_is_seen_outside_of_the_folder_of_results(server: Machine, place: str) -> None:
    server.shell("ln -sfn /etc/passwd /srv/kampanye-hasil/keluaran/tautan")
    told = psftp(server, f"get {place} diambil")
    server.shell("rm /srv/kampanye-hasil/keluaran/tautan")
    assert "no such file or directory" in told
    assert server.run("test", "-e", f"/home/{AUTHOR}/diambil").returncode != 0


@pytest.mark.parametrize("more", ["id", "-t", "-nc server:22", "-R 2222:server:22 id", ""])
def test_the_account_for_results_runs_nothing(server: Machine, more: str) -> None:
    words = f"-batch -i kunci.ppk -hostkey {fingerprint(server)}"
    options, command = more.removesuffix("id"), "id" if more.endswith("id") else ""
    came = by(server, f"plink {words} {options} kpu-berkas@server {command} < /dev/null")
    assert (came.returncode != 0, b"uid=" in came.stdout) == (True, False)


def test_a_key_that_is_not_listed_there_fetches_nothing(server: Machine) -> None:
    assert "FATAL ERROR: " in psftp(server, "ls", name=CLERK)


def test_jobs_reach_the_printer_with_the_sizes_and_sides_of_the_guide(server: Machine) -> None:
    server.shell(
        "echo 'FileDevice Yes' >> /etc/cups/cups-files.conf\n"
        "echo 'DirtyCleanInterval 0' >> /etc/cups/cupsd.conf\n"
        "install -d /run/cups\n"
        "/usr/sbin/cupsd\n"
        "until lpstat -r >/dev/null; do sleep 0.1; done\n"
        f"lpadmin -p printer-kantor -E -v file:/dev/null -P {PRINTER.name}\n"
        "cp /srv/kampanye-hasil/keluaran/naskah.pdf .\n"
        "cp naskah.pdf buku-saku-lipat.pdf\n"
    )
    told = [server.shell(block) for block in blocks(8, "sh")]
    assert "printer-kantor" in told[0].splitlines()
    assert re.search(r"^Duplex/.*DuplexNoTumble", told[0], re.MULTILINE)
    sent = [
        (given["sides"], given["media"])
        for line in blocks(8, "sh")[1].splitlines()
        for given in [dict(re.findall(r"-o (\w+)=(\S+)", line))]
    ]
    # A job that names neither gets what is usual for the printer.
    server.shell("lp -d printer-kantor naskah.pdf")
    (size,) = re.findall(r"custom_(\d+x\d+mm)_", blocks(8, "sh")[2])
    sent.append(("two-sided-long-edge", f"custom_{size}_{size}"))
    assert [(job["sides"], job["media"]) for job in jobs(server, len(sent))] == sent


def jobs(server: Machine, number: int) -> list[dict[str, str]]:
    """Return what so many jobs ask for, the oldest first; cups keeps names and values with their lengths."""
    kept_jobs = "/var/spool/cups/c?????"
    server.shell(f"until [ $(ls {kept_jobs} | wc -l) = {number} ]; do sleep 0.1; done")
    found = []
    for path in sorted(server.shell(f"ls {kept_jobs}").split()):
        kept = server.run("cat", path).stdout
        job = {}
        for name in ("sides", "media"):
            at = kept.index(b"\x00" + bytes([len(name)]) + name.encode()) + 2 + len(name)
            size = int.from_bytes(kept[at : at + 2], "big")
            job[name] = kept[at + 2 : at + 2 + size].decode()
        found.append(job)
    return found


def test_the_nightly_backup_is_its_accounts_alone_and_can_be_restored(server: Machine) -> None:
    (archive,) = server.shell("ls /var/backups/kampanye").split()
    assert server.shell(f"stat -c '%U %a' /var/backups/kampanye/{archive}") == "kpu 600\n"
    (tested,) = re.findall(r"^kampanye cadangkan --uji .*/(\S+)$", blocks(9, "sh")[1], re.MULTILINE)
    server.shell(f"kampanye cadangkan --uji /var/backups/kampanye/{archive}")
    restoring = blocks(14, "sh")[1]
    assert tested in restoring
    server.shell(restoring.replace(tested, archive))


def test_the_timer_comes_every_night(server: Machine) -> None:
    (hour,) = re.findall(r"^OnCalendar=(.+)$", section(9), re.MULTILINE)
    told = server.shell(f"systemd-analyze calendar --iterations=2 '{hour}'")
    nights = re.findall(r"(?:Next elapse|Iter\. #2): \w+ (\S+) (\S+)", told)
    assert [at for _day, at in nights] == ["01:30:00", "01:30:00"]
    assert len({day for day, _at in nights}) == 2


def test_tmux_keeps_the_session_of_whoever_has_a_shell(server: Machine) -> None:
    words = blocks(10, "sh")[0].split()
    with server.terminal(*words) as terminal:
        terminal.wait_for(LISTED)
        assert "─" in terminal.text
        terminal.press("enter")
        terminal.wait_for(READ)
    with server.terminal(*words) as terminal:
        terminal.wait_for(READ)
        terminal.press("f12")
        terminal.during(0.5)


def test_after_trouble_and_after_an_upgrade_the_storage_is_whole(server: Machine) -> None:
    for block in (blocks(11, "sh")[0], blocks(14, "sh")[0]):
        assert "Traceback" not in server.shell(block)
    assert "Banyuwangi" not in server.shell(blocks(14, "sh")[2])


def test_what_the_program_left_in_its_home_is_listed(server: Machine) -> None:
    left = set(server.shell("find /home/kpu -type f | sed 's,^/home/kpu,~,'").split())
    left -= set(server.shell("find /etc/skel -type f | sed 's,^/etc/skel,~,'").split())
    places = tuple(re.findall(r"^\| `(~[^`]+)` \|", section(13), re.MULTILINE))
    assert left
    assert [one for one in left if not one.startswith(places)] == []


def test_each_operator_with_an_account_works_on_the_same_agreement(server: Machine) -> None:
    server.shell(blocks(4, "sh")[1])
    server.write(SETTINGS, blocks(4, "sshd_config")[1], more=True)
    for name, role in ((AUTHOR, "penyusun"), (CLERK, "penyusun")):
        server.write(OFFICE, f'\n[[operator]]\nnama = "{name}"\nperan = "{role}"\n', more=True)
        server.shell(
            f"usermod -aG kampanye {name}\n"
            f"cp /home/{name}/.ssh/id_ed25519.pub /home/{name}/.ssh/authorized_keys\n"
            "sshd -t; systemctl reload ssh\n"
        )
    for name in (AUTHOR, CLERK):
        assert b"kampanye-damai" in by(server, f"ssh {name}@server daftar", name=name).stdout
        with server.terminal("ssh", f"{name}@server", account=name) as terminal:
            terminal.wait_for(LISTED)
            assert f"petugas: {name}" in terminal.screen[0]
            terminal.press("enter")
            terminal.wait_for(READ)
            terminal.settle()
            terminal.press("down", "enter")
            terminal.wait_for(EDITING)
            terminal.type(f" {name.upper()}")
            terminal.wait_for(name.upper())
            terminal.press("f10")
            terminal.wait_for("Klausul diubah")
            terminal.press("f12")
            assert terminal.exit_code() == 0
        assert by(server, f"ssh {name}@server id", name=name).returncode == 2
    kept = server.shell("cat /srv/kampanye/naskah/*/naskah.toml")
    assert "SITI BUDI" in kept


def test_what_stays_after_removal_is_what_the_guide_says(server: Machine) -> None:
    """The last one: it leaves a machine without the program."""
    server.shell(blocks(12, "sh")[0])
    for gone in ("/opt/kampanye-tui", "/usr/local/bin/kampanye", SETTINGS):
        assert server.run("test", "-e", gone).returncode != 0
    told = section(12).partition("Yang tetap ada")[2]
    stays = re.findall(r"`(/[^`]+)`", told)
    assert stays == ["/srv/kampanye", "/srv/kampanye-hasil", "/var/backups/kampanye", KEYS, KEYS]
    for place in stays:
        assert server.shell(f"ls {place}") != ""
    assert by(server, "ssh -o BatchMode=yes kpu@server daftar").returncode == 255
