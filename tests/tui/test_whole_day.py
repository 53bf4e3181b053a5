"""A whole day by keys, from the answers of the parties to the minutes."""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.cli.main import run
from kampanye_tui.model.event import AnyEvent, CopyHandled, Correction, Signed
from kampanye_tui.store.configuration import VARIABLE, open_configuration
from kampanye_tui.store.ledger import open_ledger, state_of
from kampanye_tui.store.settings import Settings
from kampanye_tui.store.workspace import load
from kampanye_tui.tui import clock
from kampanye_tui.tui.app import Kampanye
from kampanye_tui.tui.rows import Rows
from tests.tui.desk import OPERATOR, ROOT, text, until, words
from tests.whole_day import (
    DAY,
    GOLDEN,
    MENDED,
    MINUTES,
    OBJECTIONS,
    PAPER,
    WITHOUT_COPY,
    configured,
    on_paper,
)

pytestmark = pytest.mark.penuh

NAME = "2023-kampanye-damai"
ANSWERING = 24


class Day(NamedTuple):
    """What the day left: the gate as it stood in the way, what the desk told, kode, minutes, ledger."""

    gate: str
    entered: str
    closing: str
    code: str
    minutes: str
    events: tuple[AnyEvent, ...]


class Office:
    """The office with its program; an hour has to be set before something is recorded."""

    def __init__(self, folder: Path, patched: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.patched = patched
        (folder / "kampanye.toml").write_text(configured((ROOT / "sample_config.toml").read_text()))

    def it_is(self, day: int, hour: str) -> None:
        """Set the clock."""
        hours, minutes = map(int, hour.split("."))
        moment = datetime(2023, 11, day, hours, minutes, tzinfo=timezone(timedelta(hours=7)))
        self.patched.setattr(clock, "now", lambda: moment)

    def play(self, scene: Callable[[Pilot[int]], Awaitable[None]]) -> None:
        """Start the program on a small screen and play a scene."""

        async def running() -> None:
            located = open_configuration(str(self.folder / "kampanye.toml"))
            async with Kampanye(located, Settings(), operator=OPERATOR).run_test(size=(80, 24)) as pilot:
                await scene(pilot)

        asyncio.run(running())

    @property
    def events(self) -> tuple[AnyEvent, ...]:
        """What the ledger says."""
        return open_ledger(self.folder / "naskah" / NAME, NAME).book.events


async def see(at: Pilot, told: str) -> None:
    """Wait until the screen shows a text, wherever it is broken."""
    await until(at, lambda: told in words(at.app), 60)


async def to_row(at: Pilot, row_id: str) -> None:
    """Go to a row of the list with the arrow keys."""
    await at.press("home")
    rows = at.app.screen.query_one(".open Rows, Screen > Rows", Rows)
    while rows.pointed.id != row_id:
        before = rows.pointed
        await at.press("down")
        assert rows.pointed != before, f"no row {row_id}"


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The whole day, key by key, in an office of its own."""
    folder = tmp_path_factory.mktemp("kantor")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patched.setenv(name, str(folder / "xdg"))
        patched.setenv("NO_COLOR", "1")
        patched.delenv(VARIABLE, raising=False)
        yield lived(Office(folder, patched))


def lived(office: Office) -> Day:
    """Live through the day; the program ends and begins again where the power fails."""
    told: dict[str, str] = {}

    async def before(at: Pilot) -> None:
        await at.press("n", "f10")
        await see(at, "Langkah ")
        await answered(office, at)
        office.it_is(25, "17.00")
        await at.press("7")
        await see(at, "Keberatan PPP")
        told["gate"] = text(at.app)
        await at.press("escape")
        await mended(office, at)
        office.it_is(27, "16.00")
        await at.press("7")
        await see(at, "Tidak ada yang menghalangi")
        await at.press("f10")
        await see(at, "Naskah final, revisi 1")
        await at.press("7")
        await see(at, "MEJA PENANDATANGANAN")
        await at.press("e", "f10")
        await see(at, "Tertulis: naskah/2023-kampanye-damai/keluaran/lembar-kendali.csv")
        await first_ten(office, at)

    async def after(at: Pilot) -> None:
        office.it_is(28, "10.44")
        await until(at, lambda: "▸" in text(at.app))
        await at.press("7")
        await see(at, "G A R U D A")
        await at.press("p", *"listrik padam", "enter", *"10.10", "enter", *"10.16", "f10")
        await see(at, "Jeda tercatat")
        await at.press("i", "f10")
        await see(at, "14 hasil, menurut pukulnya")
        await at.press("y")
        await see(at, "tercatat. c koreksi")
        told["entered"] = text(at.app).splitlines()[-2].strip()
        office.it_is(28, "10.45")
        await at.press("T")
        told["closing"] = text(at.app)
        await at.press("y")
        await see(at, "Penandatanganan ditutup")
        await at.press("escape")
        await copies(office, at)

    office.play(before)
    sheet = office.folder / "naskah" / NAME / "keluaran" / "lembar-kendali.csv"
    sheet.write_text(on_paper(sheet.read_text("utf-8-sig")), newline="")
    office.play(after)
    code = state_of(office.folder, load(office.folder, NAME).agreement).code
    return Day(told["gate"], told["entered"], told["closing"], code, minutes(office), office.events)


async def answered(office: Office, at: Pilot) -> None:
    """Let everybody agree to everything, then two object."""
    office.it_is(24, "16.00")
    await at.press("8", "p", "1", "enter", "A")
    for _pihak in range(ANSWERING - 1):
        await at.press("p", "down", "enter", "A")
    office.it_is(25, "16.00")
    for number, (clause, remark) in OBJECTIONS.items():
        await at.press("p", *number, "enter")
        await to_row(at, clause)
        await at.press("b", *remark, "f10")
        await see(at, "keberatan.")
    await at.press("escape", "escape")


async def mended(office: Office, at: Pilot) -> None:
    """Reword what two objected to, and let them agree."""
    await at.press("2")
    for clause, wording in MENDED.items():
        await to_row(at, clause)
        await at.press("enter", "f7", *wording, "f10")
        await see(at, "mengurungkan")
    office.it_is(26, "16.00")
    await at.press("8")
    for number, (clause, _remark) in OBJECTIONS.items():
        await at.press("p", *number, "enter")
        await to_row(at, clause)
        await at.press("s")
        await see(at, ": setuju")
        await at.press("escape")
    await at.press("escape")


async def first_ten(office: Office, at: Pilot) -> None:
    """Let the first ten sign; a key is hit wrongly at the tenth and corrected."""
    for minute in range(50, 59):
        office.it_is(28, f"09.{minute}")
        await at.press("t")
    office.it_is(28, "10.05")
    await at.press("x")
    office.it_is(28, "10.06")
    await at.press("c", *"salah tekan", "f10")
    await see(at, "Tidak berlaku lagi")
    office.it_is(28, "10.07")
    await at.press("t")
    await see(at, "10 / 25")


async def copies(office: Office, at: Pilot) -> None:
    """Print the copies and hand over all but two."""
    office.it_is(28, "10.50")
    await at.press("9", "c")
    await see(at, "24 salinan: nomor")
    await at.press("y")
    await see(at, "24 salinan dicatat dicetak")
    await at.press("escape")
    office.it_is(28, "11.20")
    for number in range(1, ANSWERING + 1):
        if number not in WITHOUT_COPY:
            await at.press(*str(number), "s", *f"Wakil {number}", "enter", *"staf", "enter")
            await at.press(*f"{DAY} 11.15", "enter")
            await see(at, f"Salinan nomor {number} diserahkan")


def minutes(office: Office) -> str:
    """Return the minutes as they are exported."""
    said = ("ekspor", NAME, "--templat", MINUTES, "--format", "markdown", "-o", "minutes.md")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert run(lambda *_arguments: 0, said) == 0
    return (office.folder / "minutes.md").read_text().replace("\u00a0", " ")


def test_the_minutes_tell_the_day(day: Day) -> None:
    body = day.minutes[day.minutes.index("Pada hari ini") : day.minutes.index("\n### ")]
    assert body == GOLDEN.replace("KODE", day.code)


def test_objections_stand_in_the_way_until_they_are_resolved(day: Day) -> None:
    rows = day.gate.splitlines()[2:4]
    assert [row[2:25] for row in rows] == ["Keberatan PPP atas klau", "Keberatan Demokrat atas"]


def test_the_sheet_is_entered_whole(day: Day) -> None:
    assert day.entered == "14 hasil dari lembar-kendali.csv tercatat."


def test_the_closing_counts_who_signed(day: Day) -> None:
    assert "Ditandatangani 21 dari 25 pihak." in day.closing


def test_each_outcome_keeps_the_hour_at_which_it_came_about(day: Day) -> None:
    hours = [f"{event.occurred:%H.%M}" for event in day.events if isinstance(event, Signed)]
    desk = [*(f"09.{minute}" for minute in range(50, 59)), "10.05", "10.07"]
    assert hours == desk + [row["pukul"] for row in PAPER.values()]


def test_the_ledger_holds_every_copy(day: Day) -> None:
    deeds = Counter(event.deed.value for event in of_kind(day.events, CopyHandled))
    assert deeds == {"cetak": 24, "serah": 22}


def test_the_slip_and_its_correction_stay_in_the_ledger(day: Day) -> None:
    (correction,) = [event for event in day.events if isinstance(event, Correction)]
    slip = day.events[correction.of - 1]
    assert (slip.party, slip.outcome.words) == ("partai-hati-nurani-rakyat", "tidak hadir")
