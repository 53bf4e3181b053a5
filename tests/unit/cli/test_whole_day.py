"""A whole day by commands, from the answers of the parties to the minutes."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.cli.main import run
from kampanye_tui.store.configuration import VARIABLE
from tests.unit.cli.office import SAMPLE, Ran, no_screen
from tests.whole_day import (
    DAY,
    GOLDEN,
    INSTITUTIONS,
    MENDED,
    MINUTES,
    OBJECTIONS,
    PAPER,
    PARTIES,
    WITHOUT_COPY,
    configured,
    on_paper,
)


class Day(NamedTuple):
    """What the day left: what commands told, the kode naskah, the minutes, the ledger."""

    refused: Ran
    code: str
    entered: Ran
    closed: Ran
    minutes: str
    ledger: list[dict]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The whole day, command by command, in an office of its own."""
    office = tmp_path_factory.mktemp("kantor")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.chdir(office)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            surroundings.setenv(name, str(office / "xdg"))
        surroundings.setenv("LANGUAGE", "en")
        surroundings.delenv(VARIABLE, raising=False)
        yield lived(office)


def kampanye(*words: str) -> Ran:
    """Run a command as a person does."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(no_screen, list(words))
    return Ran(code, out.getvalue(), err.getvalue())


def done(*words: str, at: str = "") -> Ran:
    """Run a command that has to succeed, for something that happened at an hour of the day."""
    ran = kampanye(*words, *(("--waktu", f"{DAY} {at}") if at else ()))
    assert ran.code == 0, (words, ran.err)
    return ran


def lived(office: Path) -> Day:
    """Live through the day."""
    (office / "kampanye.toml").write_text(configured(SAMPLE))
    done("baru")
    refused = agreed()
    code = done("finalkan", "--waktu", "27-11-2023 16.00").out.strip()
    done("tandatangan", "lembar", "--kosong", "-o", "lembar.csv")
    at_the_desk(office)
    done("jeda", "listrik padam", "--lanjut", f"{DAY} 10.16", at="10.10")
    sheet = Path("lembar.csv")
    sheet.write_text(on_paper(sheet.read_text("utf-8-sig")), newline="")
    entered = done("tandatangan", "lembar", "lembar.csv")
    closed = done("tutup", at="10.45")
    done("salinan", "cetak", at="10.50")
    for number in range(1, 25):
        if number not in WITHOUT_COPY:
            who = ("--kepada", f"Wakil {number}", "--sebagai", "staf")
            done("salinan", "serah", str(number), *who, at="11.15")
    done("ekspor", "--templat", MINUTES, "--format", "markdown", "-o", "minutes.md")
    minutes = Path("minutes.md").read_text().replace("\u00a0", " ")
    return Day(refused, code, entered, closed, minutes, ledger_of(office))


def agreed() -> Ran:
    """Collect the answers, mend what two object to, and return how the text was kept from being final."""
    for name in (*PARTIES, *INSTITUTIONS):
        done("tanggapan", "catat", name, "--setuju", "--waktu", "24-11-2023 16.00")
    for name, (clause, remark) in OBJECTIONS.items():
        done("tanggapan", "catat", name, clause, "--keberatan", remark, "--waktu", "25-11-2023 16.00")
    refused = kampanye("finalkan", "--waktu", "25-11-2023 17.00")
    for clause, text in MENDED.items():
        done("klausul", "sunting", clause, "--teks", text)
    for name, (clause, _remark) in OBJECTIONS.items():
        done("tanggapan", "catat", name, clause, "--setuju", "--waktu", "26-11-2023 16.00")
    return refused


def at_the_desk(office: Path) -> None:
    """Let the first ten sign; a key is hit wrongly at the tenth and corrected."""
    for minute, name in enumerate(PARTIES[:9], 50):
        done("tandatangan", "catat", name, "menandatangani", at=f"09.{minute}")
    done("tandatangan", "catat", "10", "tidak-hadir", at="10.05")
    slip = ledger_of(office)[-1]["no"]
    done("koreksi", str(slip), "--alasan", "salah tekan", at="10.06")
    done("tandatangan", "catat", "10", "menandatangani", at="10.07")


def ledger_of(office: Path) -> list[dict]:
    (path,) = office.glob("naskah/*/buku.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_the_minutes_tell_the_day(day: Day) -> None:
    body = day.minutes[day.minutes.index("Pada hari ini") : day.minutes.index("\n### ")]
    assert body == GOLDEN.replace("KODE", day.code)


def test_objections_keep_the_text_from_being_final(day: Day) -> None:
    told = [line for line in day.refused.err.splitlines() if line.startswith("Menghalangi: ")]
    assert (day.refused.code, len(told)) == (1, 2)


def test_the_sheet_is_entered_whole(day: Day) -> None:
    assert day.entered.err == "Tercatat: 14 hasil.\n"


def test_the_closing_counts_who_signed(day: Day) -> None:
    assert day.closed.out == "Ditandatangani 21 dari 25 penanda tangan; rincian dalam berita acara.\n"


def test_each_outcome_keeps_the_hour_at_which_it_came_about(day: Day) -> None:
    hours = [row["terjadi"][11:16] for row in day.ledger if row["jenis"] == "tandatangan"]
    desk = ["09.50", "09.51", "09.52", "09.53", "09.54", "09.55", "09.56", "09.57", "09.58", "10.05", "10.07"]
    assert [hour.replace(":", ".") for hour in hours] == desk + [row["pukul"] for row in PAPER.values()]


def test_the_ledger_holds_every_copy(day: Day) -> None:
    deeds = Counter(row["tindakan"] for row in day.ledger if row["jenis"] == "salinan")
    assert deeds == {"cetak": 24, "serah": 22}


def test_the_slip_and_its_correction_stay_in_the_ledger(day: Day) -> None:
    (correction,) = [row for row in day.ledger if row["jenis"] == "koreksi"]
    slip = day.ledger[correction["atas"] - 1]
    assert (slip["pihak"], slip["hasil"]) == ("partai-hati-nurani-rakyat", "tidak-hadir")
