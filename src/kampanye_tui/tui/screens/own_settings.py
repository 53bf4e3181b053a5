"""Pengaturan: what an operator has chosen for themselves, and which keys are theirs."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator, Mapping

import msgspec

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.store.at_work import at_work
from kampanye_tui.store.settings import (
    FILE,
    Settings,
    Theme,
    data_home,
    read_settings,
    set_aside,
    write_settings,
)
from kampanye_tui.tui.actions import action
from kampanye_tui.tui.checks import sentence_of
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import Rule
from kampanye_tui.tui.keymap import clashes, key_name, keys_of
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.question import Question, answers
from kampanye_tui.tui.screens.packs import short_path

_NO_YES = (("tidak", "tidak"), ("ya", "ya"))
THEMES = (
    (Theme.TERMINAL.value, "mengikuti terminal"),
    (Theme.LIGHT.value, "terang"),
    (Theme.DARK.value, "gelap"),
    (Theme.SIXTEEN.value, "16 warna saja"),
)


class OwnSettings(Form):
    """A form above the list of the user's own keys."""

    DEFAULT_CSS = """
    OwnSettings #fields { height: auto; }
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__(
            "Pengaturan", _fields(settings), self._keep, about="milik Anda sendiri, bukan milik kantor"
        )

    def on_mount(self) -> None:
        """Show the keys below the fields."""
        wrong = ((wrong_in(self.app.trouble), "bad"),) if self.app.trouble else ()
        told = Prose((*wrong, *_own_keys(self.settings.keys)))
        self.mount(Rule("Tombol pilihan Anda"), told, after=self.query_one("#fields"))

    def do_done(self) -> None:
        """Keep what was chosen; in place of a file that cannot be read only after a question."""
        try:
            read_settings(data_home())
        except Refused as refused:
            if any(map(self.fault, self.fields)):
                super().do_done()
                return
            told = (
                (wrong_in(refused), ""),
                ("", ""),
                (
                    "Berkas itu dapat diganti dengan isian ini. Isinya yang lama tetap ada di sampingnya "
                    "dengan nama lain; tombol pilihan di dalamnya tidak berlaku lagi.",
                    "",
                ),
                ("", ""),
                (answers("menggantinya", "membiarkan berkas itu", self.app.own_keys), "bold"),
            )
            self.app.push_screen(Question("Ganti berkas pengaturan?", told), self._replace)
            return
        super().do_done()

    def _replace(self, yes: bool | None) -> None:
        if not yes:
            return
        try:
            kept = set_aside(data_home())
        except OSError as error:
            self.app.tell(sentence(error))
            return
        self.app.trouble = None
        super().do_done()
        self.app.call_later(self.app.tell, f"Pengaturan tersimpan; berkas lama menjadi {kept.name}.")

    def _keep(self, values: Mapping[str, str]) -> None:
        """Write the settings and work with them; raises Refused, which the form shows."""
        home = data_home()
        # Read anew: keys may have been written into the file by hand since the program started.
        after = msgspec.structs.replace(
            read_settings(home),
            theme=Theme(values["theme"]),
            lean=values["lean"] == "ya",
            screen_reader=values["screen_reader"] == "ya",
            mouse=values["mouse"] == "ya",
            editor=line_of(values.get("editor", self.settings.editor)),
        )
        try:
            write_settings(home, after)
        except OSError as error:
            raise refuse(f"{home / FILE} {system_error(error)}") from None
        later = "; sebagian berlaku pada pembukaan berikutnya" if waits(self.settings, after) else ""
        self.app.take(after)
        self.app.call_later(self.app.tell, f"Pengaturan tersimpan{later}.")


def not_at_work(trouble: Refused) -> str:
    """Return what the first screen says where the file of settings cannot be read."""
    return f"Berlaku pengaturan bawaan; berkas pengaturan Anda tidak terbaca. {wrong_in(trouble, FILE)}"


def wrong_in(trouble: Refused, file: str = "") -> str:
    """Return what is wrong with the file in one line: where, what, and how much else."""
    problem, *more = trouble.problems
    file = file or short_path(problem.file)
    first = sentence(Refused((msgspec.structs.replace(problem, file=file),)))
    return f"{first} Ada {len(more)} kesalahan lain." if more else first


def waits(before: Settings, after: Settings) -> bool:
    """Tell whether a change works only when the program is opened again: the terminal is told but once."""
    told_once = (before.lean, before.mouse, before.theme is Theme.SIXTEEN)
    return told_once != (after.lean, after.mouse, after.theme is Theme.SIXTEEN)


def _fields(settings: Settings) -> tuple[Field, ...]:
    """Return the fields; who may run no program of their own here names none, for others would run it."""
    fields = _all_fields(settings)
    return tuple(one for one in fields if not (one.id == "editor" and at_work().confined))


def _all_fields(settings: Settings) -> tuple[Field, ...]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "belum ada"
    return (
        Field(
            "theme",
            "Warna",
            settings.theme.value,
            "Langsung berlaku; 16 warna untuk terminal lama.",
            choices=THEMES,
        ),
        _switch(
            "lean",
            "Mode hemat",
            settings.lean,
            "Untuk sambungan yang lambat; berlaku pada pembukaan berikutnya.",
        ),
        _switch(
            "screen_reader", "Pembaca layar", settings.screen_reader, "Kursor tampak, tanpa garis kotak."
        ),
        _switch(
            "mouse",
            "Tetikus",
            settings.mouse,
            "Tetikus dipakai di dalam program; berlaku pada pembukaan berikutnya.",
        ),
        Field(
            "editor",
            "Penyunting teks",
            settings.editor,
            f"Untuk bunyi klausul, misalnya nano; kosong: milik komputer ini ({named}).",
            _editor_fault,
        ),
    )


def _switch(name: str, label: str, value: bool, hint: str) -> Field:
    return Field(name, label, "ya" if value else "tidak", hint, choices=_NO_YES)


def _editor_fault(typed: str) -> str:
    """Return why a command cannot be the editor."""
    fault = sentence_of(line_of)(typed)
    if fault or not typed:
        return fault
    try:
        command = shlex.split(typed)
    except ValueError:
        return "tanda petik belum ditutup"
    return "" if shutil.which(command[0]) else f'program "{command[0]}" tidak ditemukan'


def _own_keys(own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what the user remapped, what clashes, and where it is written."""
    yield from ((sentence, "bad") for sentence in clashes(own))
    for name in own:
        try:
            one = action(name)
        except KeyError:
            continue
        keys, usual = (" / ".join(map(key_name, held)) for held in (keys_of(one, own), one.keys))
        yield f"{keys}: {one.help} Biasanya {usual}.", ""
    if not own:
        yield "Belum ada; semua tombol seperti pada bantuan.", ""
    file = short_path(str(data_home() / FILE))
    yield f"Ditulis pada [tombol] di {file}; berlaku pada pembukaan berikutnya.", "quiet"
