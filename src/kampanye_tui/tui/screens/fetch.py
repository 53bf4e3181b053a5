"""Ambil berkas: what was written, and how it gets to a printer or to the computer that one sits at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.delivery import Host, pscp_line, ssh_line, this_host, winscp_address
from kampanye_tui.export import earlier_words
from kampanye_tui.store.at_work import at_work
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import Performer, bound, there
from kampanye_tui.tui.printing import Printers, amount, printers
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.export import Delivered
    from kampanye_tui.work import Work

NOTE = "cara-ambil.txt"
"""The file that the ways are written into, beside the papers."""
PRINTED = ".pdf"
WAYS = (("folder", "Folder"), ("printer", "Printer"), ("pscp", "pscp"), ("winscp", "WinSCP"))
"""Ids and labels of the ways, in the order of the list."""
CONFINED = (*WAYS[:2], ("ssh", "ssh"))
"""Those of somebody whose key opens nothing but this program."""
POWERSHELL = "PowerShell: jangan menyimpan PDF dengan tanda >; isinya akan rusak."


class Fetch(Performer, Screen[None]):
    """The files and the ways to them."""

    groups = (Group.FETCH,)
    BINDINGS: ClassVar = bound(Group.FETCH)
    DEFAULT_CSS = """
    Fetch Prose { height: 5; }
    """

    def __init__(self, work: Work, folder: Path, delivered: Sequence[Delivered], *, told: str = "") -> None:
        super().__init__()
        self.work = work
        self.folder = folder.absolute()
        self.delivered = tuple(delivered)
        self.told = told
        self.host: Host | None = None
        self.printers: Printers | None = None

    def compose(self) -> ComposeResult:
        """Lay out the ways and the files above what is said about the one pointed at."""
        yield TitleLine(f"Ambil berkas · {self.work.agreement.topic}")
        yield OneLine(id="total")
        yield Rule()
        yield Rows(id="ways")
        yield Rule(id="title")
        yield Prose(id="about")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is known; names of this computer and its printers may take a moment."""
        self.query_one("#total", OneLine).say(self._total())
        self.query_one(Rows).focus()
        self._show()
        jobs, paths = [one.made.job for one in self.delivered], [one.path for one in self.delivered]
        older = earlier_words(self.work.agreement, self.work.state, jobs, paths)
        self.app.tell(" ".join(filter(None, (self.told, older))))
        in_background(self, _looked, lambda found: self._found(*found))

    def on_resize(self) -> None:
        """Fit the columns."""
        self._show()

    def _found(self, host: Host, found: Printers) -> None:
        self.host, self.printers = host, found
        self._show()
        self._tell()

    def _total(self) -> str:
        if not self.delivered:
            return "Belum ada yang ditulis sejak naskah dibuka; di bawah ini isi foldernya."
        became: dict[str, int] = {}
        for one in self.delivered:
            became[one.became.word] = became.get(one.became.word, 0) + 1
        told = ", ".join(f"{count} {word}" for word, count in became.items())
        pages = sum(one.made.pages or 0 for one in self.delivered)
        paged = f", {pages} halaman" if pages else ""
        return f"Selesai: {len(self.delivered)} berkas{paged} ({told})"

    def _show(self) -> None:
        if self.is_mounted:
            self.query_one(Rows).show([*self._ways(), *self._files()])

    def _ways(self) -> Iterator[Row]:
        widths = (9, self.app.size.width - 14)
        yield Row("h:cara", "CARA MENGAMBIL", heading=True)
        for name, label in CONFINED if at_work().confined else WAYS:
            yield Row(name, arrange((label, self._line(name) or "sedang dicari…"), widths))

    def _line(self, name: str) -> str:
        """Return what a way is in one line; empty while it is looked for."""
        if name == "folder":
            return str(self.folder)
        if name == "printer":
            if self.printers is None:
                return ""
            return self._why_no_print() or f"{amount(self._printable)} ke {there(self.printers).names[0]}"
        if self.host is None:
            return ""
        if name == "ssh":
            return ssh_line(self.host, self.work.agreement.id)
        return (pscp_line if name == "pscp" else winscp_address)(self.host, str(self.folder))

    def _files(self) -> Iterator[Row]:
        widths = share(self.app.size.width - 3, (0, 8, 7, 19))
        if self.delivered:
            yield Row("h:berkas", "BERKAS YANG DITULIS", heading=True)
            for one in self.delivered:
                pages = f"{one.made.pages:>4} hal" if one.made.pages is not None else "–"
                cells = (one.path.name, pages, one.became.word, _in_fours(one.made.sha256[:16]))
                yield Row(f"berkas:{one.path.name}", arrange(cells, widths))
            return
        entries = list(_entries(self.folder))
        yield Row("h:berkas", "ISI FOLDER" if entries else "ISI FOLDER: MASIH KOSONG", heading=True)
        for path, size, changed in entries:
            cells = (path.name, f"{size:>5} kB", "", f"{changed:%d-%m-%Y %H.%M}")
            yield Row(f"berkas:{path.name}", arrange(cells, widths))

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    @property
    def _printable(self) -> tuple[Delivered, ...]:
        return tuple(one for one in self.delivered if one.path.suffix == PRINTED)

    def _why_no_print(self) -> str:
        if not self.delivered:
            back, write = self._key("kembali"), self._key("cetak.tulis")
            return f"Tulis dokumen dahulu ({back}, lalu {write}) agar halaman terhitung."
        if not self._printable:
            return "Tidak ada PDF di antara berkas yang ditulis; yang dicetak hanya PDF."
        return self.printers.why if self.printers else "Printer masih dicari."

    def on_rows_pointed(self) -> None:
        """Say more about the row that is pointed at."""
        self._tell()

    def _tell(self) -> None:
        row = self.query_one(Rows).pointed
        title, paragraphs = self._about(row.id) if row else ("", ())
        self.query_one("#title", Rule).say(title)
        self.query_one("#about", Prose).say(paragraphs)
        self.app.refresh_keys()

    def _about(self, row_id: str) -> tuple[str, Sequence[tuple[str, str]]]:
        line = (_unbroken(self._text(row_id), self.app.size.width - 4), "bold")
        match row_id:
            case "folder":
                told = "Folder di komputer ini; bila dibagikan lewat jaringan, buka dari komputer Anda."
                return "folder", [line, (told, "")]
            case "printer":
                why = self._why_no_print()
                keys = f"{self._key('ambil.salin')} atau {self._key('ambil.cetak')}"
                told = why or f"{keys} mencetak; jumlah rangkap dan sisi kertas ditanyakan dahulu."
                return "printer komputer ini", [(told, "")]
            case "pscp":
                told = "Ketik di Command Prompt Windows, di folder tujuan (pscp.exe dari PuTTY)."
                return "pscp di Windows", [line, (told, ""), (POWERSHELL, "quiet")]
            case "ssh":
                told = "Ketik di Command Prompt Windows; --templat memilih dokumen lain, kunci Anda dipakai."
                return "ssh di Windows", [line, (told, ""), (POWERSHELL, "quiet")]
            case "winscp":
                told = "Tempel pada isian Host name WinSCP, lalu masuk; folder ini langsung terbuka."
                return "WinSCP di Windows", [line, (told, ""), (POWERSHELL, "quiet")]
        name = row_id.removeprefix("berkas:")
        sums = [(f"SHA-256: {one.made.sha256}", "quiet") for one in self.delivered if one.path.name == name]
        return name, [line, *sums]

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be printed or copied."""
        if action_id == "ambil.cetak":
            return self._why_no_print()
        row = self.query_one(Rows).pointed
        if action_id == "ambil.salin" and row is not None:
            if row.id == "printer":
                return self._why_no_print()
            return "" if self._text(row.id) else "Masih dicari; tunggu sebentar."
        if action_id == "ambil.simpan" and self.host is None:
            return "Masih dicari; tunggu sebentar."
        return ""

    def _text(self, row_id: str) -> str:
        if row_id.startswith("berkas:"):
            return str(self.folder / row_id.removeprefix("berkas:"))
        return self._line(row_id)

    def do_copy(self) -> None:
        """Send the row that is pointed at to the clipboard of the terminal; the printer's row prints."""
        row = there(self.query_one(Rows).pointed)
        if row.id == "printer":
            self.do_print()
            return
        self.app.copy_to_clipboard(self._text(row.id))
        told = f"belum tentu sampai. {self._key('ambil.simpan')} menulisnya ke berkas."
        self.app.tell(f"Dikirim ke papan klip terminal; {told}")

    def do_save(self) -> None:
        """Write the ways into a file beside the papers."""
        from kampanye_tui.store.outputs import Output, write_outputs

        prompt = "Di Command Prompt Windows, di folder tujuan:"
        ways = (
            ((prompt, self._line("ssh")),)
            if at_work().confined
            else ((prompt, self._line("pscp")), ("Di WinSCP, pada isian Host name:", self._line("winscp")))
        )
        told = (("Folder:", str(self.folder)), *ways, ("Perhatian:", POWERSHELL))
        text = "\n".join(f"{head}\n{line}\n" for head, line in told)
        try:
            write_outputs([Output(self.folder / NOTE, text.encode())], overwrite=True)
        except OSError as error:
            self.app.tell(sentence(error))
            return
        self.app.tell(f"Ditulis ke {NOTE} di folder itu.")

    def do_print(self) -> None:
        """Ask what is printed, where, and how often."""
        from kampanye_tui.tui.screens.print_job import PrintJob

        row = self.query_one(Rows).pointed
        paper = self.work.located.configuration.export.paper
        PrintJob(self, self._printable, there(self.printers).names, paper).ask(
            row.id.removeprefix("berkas:") if row else ""
        )


def _looked() -> tuple[Host, Printers]:
    """Ask this computer for its name and its printers, in a thread."""
    host = this_host()
    try:
        return host, printers()
    except Exception as error:  # noqa: BLE001 - whatever the printing system does is told
        return host, Printers((), sentence(error))


def _unbroken(text: str, width: int) -> str:
    """Return a text to be typed in full lines: it breaks where the screen ends, not at its words."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _in_fours(digits: str) -> str:
    """Return a hash as people compare it: ``9C01 77AB``."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4)).upper()


def _entries(folder: Path) -> Iterator[tuple[Path, int, datetime]]:
    """Yield the files of a folder with their size in kB and when they were written."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        for path in paths:
            found = path.stat()
            yield path, -(-found.st_size // 1024), datetime.fromtimestamp(found.st_mtime).astimezone()
    except OSError:
        return
