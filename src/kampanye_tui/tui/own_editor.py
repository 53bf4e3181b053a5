"""The user's own editor: a text goes out in a file; what comes back is kept, whatever is wrong with it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from kampanye_tui.agreement.entries import LOST, clause_text_of
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.at_work import at_work
from kampanye_tui.tui.faults import sentence

if TYPE_CHECKING:
    from kampanye_tui.tui.app import Kampanye


def edited_elsewhere(app: Kampanye, text: str) -> tuple[str, str]:
    """Let the user's program edit a text; return what it left of it, and what has to be told.

    Text that nothing came back for is returned as it was. Who came over SSH to this program alone runs none.
    """
    if at_work().confined:
        return text, "Lewat sambungan ini program penyunting lain tidak dipakai."
    command = app.settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not command:
        return text, "Belum ada program penyunting; isi namanya pada Pengaturan, misalnya nano."
    arguments = _arguments_of(command)
    if not arguments or shutil.which(arguments[0]) is None:
        return text, f"Program penyunting {command} tidak ditemukan; isi yang lain pada Pengaturan."
    try:
        with tempfile.TemporaryDirectory(prefix="kampanye-") as folder:
            path = Path(folder) / "klausul.txt"
            path.write_text(f"{text}\n", encoding="utf-8", errors="replace")
            with app.suspend():
                ended = run_unblocked([*arguments, str(path)])
            came = _showable(path.read_bytes().decode("utf-8", errors="replace"))
    except OSError as error:
        return text, f"Teks dari program penyunting tidak dapat diambil: {sentence(error)}"
    return came, _about(came, ended)


def _arguments_of(command: str) -> list[str]:
    """Return the words of a command; none where its quotes do not close."""
    try:
        return shlex.split(command)
    except ValueError:
        return []


def _showable(text: str) -> str:
    """Return text for the editor: in place of what would steer the terminal stands a visible sign."""
    lines = text.replace("\r\n", "\n").replace("\t", " ").strip("\n").split("\n")
    return "\n".join(
        "".join(LOST if category(one) in ("Cc", "Cs") else one for one in line) for line in lines
    )


def _about(text: str, ended: int) -> str:
    """Return what has to be told about text that came from a program; empty when all is well."""
    if LOST in text:
        return f"Ada huruf yang tidak terbaca, ditandai {LOST}; perbaiki sebelum menyimpan."
    try:
        clause_text_of(text)
    except Refused as refused:
        return sentence(refused)
    return f"Program penyunting berakhir dengan kode {ended}; periksa teksnya." if ended else ""


def run_unblocked(arguments: list[str]) -> int:
    """Run a program that may be hung up: this program blocks those signals, a child would inherit that."""
    launcher = (
        "import os, signal, sys; "
        "signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP, signal.SIGTERM}); "
        "os.execvp(sys.argv[1], sys.argv[1:])"
    )
    # Output and errors lead to a log while the screen is up; this stream leads to the terminal.
    terminal = sys.__stderr__
    words = [sys.executable, "-c", launcher, *arguments]
    return subprocess.run(words, check=False, stdout=terminal, stderr=terminal).returncode  # noqa: S603
