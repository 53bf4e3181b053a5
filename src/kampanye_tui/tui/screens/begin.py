"""Mulai: a new office finds its region, fills in a form, sees the file, and has it written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.region_choice import label
from kampanye_tui.model.problem import refuse
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.faults import sentence, sentences
from kampanye_tui.tui.form import Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.office_form import PACKS, answers_of, fields_of
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.screens.region_search import RegionSearch

if TYPE_CHECKING:
    from kampanye_tui.model.election import Election
    from kampanye_tui.model.region import Region
    from kampanye_tui.store.installed_fonts import Installed
    from kampanye_tui.tui.screens.new_configuration import NewConfiguration

WELCOME = (
    ("Selamat datang. Kantor ini belum mempunyai konfigurasi.", "bold"),
    (
        "Cari dahulu wilayahnya, lalu isi beberapa hal tentang kantor. Yang belum diketahui boleh kosong "
        "dan dapat menyusul. Berkasnya ditunjukkan dahulu sebelum ditulis.",
        "",
    ),
)


class Begin(Performer, Screen[None]):
    """The first screen of a new office."""

    groups = (Group.BEGIN,)
    BINDINGS: ClassVar = bound(Group.BEGIN)
    DEFAULT_CSS = """
    Begin Prose { height: 4; margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.path = place()
        self.elections: tuple[Election, ...] = ()
        self.installed: tuple[Installed, ...] = ()
        self.typed: dict[str, str] = {}
        self.checked: NewConfiguration | None = None

    def compose(self) -> ComposeResult:
        """Lay out the search below what is asked."""
        yield TitleLine("Kampanye Damai · kantor baru", f"petugas: {self.app.operator}")
        yield Prose(WELCOME)
        yield Rule("Wilayah kantor Anda")
        yield RegionSearch()
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read regions and elections, and look for fonts, behind the first frame."""
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def _read(self) -> None:
        from kampanye_tui.plugin.new_office import known_elections, known_regions
        from kampanye_tui.store.installed_fonts import font_folders, metric_equals

        folder = self.path.parent / PACKS
        try:
            regions = known_regions()
            self.elections = known_elections([folder] if folder.is_dir() else [], self.app.without)
        except Exception as error:  # noqa: BLE001 - a thread's error reaches nobody unless it is told here
            self.app.call_from_thread(self.app.tell, sentence(error))
            return
        self.installed = metric_equals(font_folders())
        self.app.call_from_thread(self.query_one(RegionSearch).take, regions)

    def on_region_search_picked(self, event: RegionSearch.Picked) -> None:
        """Ask for everything else."""
        self._ask(event.region)

    def _ask(self, region: Region) -> None:
        """Open the form, with what was typed in it before."""
        self.checked = None
        folder = self.path.parent
        form = OfficeForm(
            f"Kantor baru · {label(region)}",
            fields_of(region, self.elections, folder, self.typed, self.installed),
            lambda values: self._check(region, values),
            typing=self.typed.update,
            about="yang belum diketahui boleh kosong",
        )
        self.app.push_screen(form, lambda _done: self._show(region))

    def _check(self, region: Region, values: dict[str, str]) -> None:
        """Make the configuration and try whether an agreement comes of it; the form shows why not."""
        from kampanye_tui.plugin.new_office import library_of, with_invited
        from kampanye_tui.store.new_configuration import refuse_existing
        from kampanye_tui.store.office_questions import configuration_of
        from kampanye_tui.tui.screens.new_configuration import NewConfiguration

        self.typed.update(values)
        refuse_existing(self.path)
        answers = answers_of(values, region, self.elections, self.path.parent, self.installed)
        configuration = configuration_of(answers)
        try:
            library = library_of(configuration, self.path, self.app.without)
        except OSError as error:
            raise refuse(*sentences(error)) from None
        remarks = [f"paket {one.id} {one.state.value}: {one.reason}" for one in library.host.problems()]
        complete = with_invited(configuration, library, self.path)
        self.checked = NewConfiguration(self.path, complete, library.reference, remarks)

    def _show(self, region: Region) -> None:
        """Show the file, unless the form was left without one."""
        if self.checked is not None:
            self.app.push_screen(self.checked, lambda written: self._shown(region, written))

    def do_leave(self) -> None:
        """Leave the program."""
        self.app.do_leave()

    def _shown(self, region: Region, written: bool | None) -> None:
        if not written:
            self._ask(region)
            return
        # The program itself replaces this screen: a screen cannot wait for its own end.
        self.app.call_later(self._open)

    async def _open(self) -> None:
        """Work with the configuration that was written."""
        from kampanye_tui.store.configuration import open_configuration
        from kampanye_tui.tui.screens.home import Home

        self.app.located = open_configuration(str(self.path), self.app.without)
        await self.app.switch_screen(Home())
        key = key_of("beranda.baru", self.app.own_keys)
        self.app.tell(f"Konfigurasi kantor tersimpan. Tekan {key} untuk menyusun naskah pertama.")


class OfficeForm(Form):
    """The form of a new office; the screen below it remembers what was typed."""

    @property
    def kept_when_closed(self) -> bool:
        """It stands there again for the region that is chosen next."""
        return True


def place() -> Path:
    """Return where the configuration will be: where the program will look for it, else in this folder."""
    from kampanye_tui.store.configuration import NAME, VARIABLE

    return Path(os.environ.get(VARIABLE) or NAME)
