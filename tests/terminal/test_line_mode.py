"""The five minutes by numbers, on a terminal that understands nothing but lines, from an empty home."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.model.state import Phase
from kampanye_tui.store.ledger import state_of
from kampanye_tui.store.workspace import load, save
from tests.terminal.emulator import PATIENCE, Terminal

pytestmark = pytest.mark.penuh

PROGRAM = Path(__file__).parent.parent.parent / ".venv" / "bin" / "kampanye"
ID = "2023-kampanye-damai"
OFFICE = ["36.74", "Jalan Raya Serpong", "Ani Lestari", "0", "1", "28 November 2023", "", "", "", ""]
COMPOSED = ["y", ""]
FIVE_MINUTES = [
    *COMPOSED,
    *("1", "4", "Aula KPU", "."),
    *("2", "1", "1", "1", "Kalimat baru.", "."),
    *("4", "1", "u", "Kalimat lain:", "- huruf pertama", ".", ".", "."),
    *("3", "2", "6", "Sekretaris", "Budi Santoso", ".", "."),
    *("4", "1", "b", "Siti Aminah", ".", "."),
    *("5", "1", "", ".", "."),
    *("f", "y"),
    *("6", "", "", "", "", ""),
    "0",
]
"""Every answer from the first question to the last."""
GUIDE = Path(__file__).parent.parent.parent / "docs" / "panduan-operator.md"
HALFWAY = [*COMPOSED, "2", "1", "1", "u", "Separuh jalan"]
"""Until the middle of the words of a clause."""


class Office(NamedTuple):
    """An empty home, and a folder with a configuration."""

    home: Path
    folder: Path

    def terminal(self, *arguments: str) -> Terminal:
        """Return a terminal on which the program runs."""
        env = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return Terminal([PROGRAM, *arguments], env, term="dumb", cwd=self.folder)

    def leave(self, *answers: str) -> str:
        """Work by numbers with these answers and return all that was sent, when the program has left."""
        with self.terminal("susun", "--baris") as terminal:
            answer(terminal, answers)
            assert terminal.exit_code() == 0
            return terminal.output.decode()


def answer(terminal: Terminal, answers: list[str] | tuple[str, ...]) -> None:
    """Type each answer when its question is asked."""
    heard = 0
    for one in answers:
        wait_for_question(terminal, heard)
        heard = len(terminal.output)
        terminal.type(f"{one}\n")


def wait_for_question(terminal: Terminal, heard: int) -> None:
    """Wait until what comes behind the first ``heard`` bytes ends in a question."""
    end = time.monotonic() + PATIENCE
    while len(terminal.output) == heard or not terminal.output.endswith(b": "):
        assert time.monotonic() < end, terminal.text
        terminal.during(0.02)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that was begun, with its answers typed as well."""
    made = Office(tmp_path_factory.mktemp("rumah"), tmp_path_factory.mktemp("kantor"))
    with made.terminal("mulai") as terminal:
        answer(terminal, OFFICE)
        assert terminal.exit_code() == 0, terminal.text
    return made


@pytest.fixture
def empty(office: Office, tmp_path: Path) -> Office:
    """The same office in a folder of its own, without any agreement, and with an empty home."""
    folder, home = tmp_path / "kantor", tmp_path / "rumah"
    folder.mkdir()
    home.mkdir()
    (folder / "kampanye.toml").write_bytes((office.folder / "kampanye.toml").read_bytes())
    return Office(home, folder)


@pytest.fixture(scope="module")
def transcript(office: Office) -> str:
    """All that the terminal got in the five minutes, the echo of what was typed included."""
    return office.leave(*FIVE_MINUTES)


def test_the_transcript_has_no_control_sequence(transcript: str) -> None:
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", transcript.replace("\r\n", "\n")) == []


def test_no_line_is_wider_than_78_columns(transcript: str, office: Office) -> None:
    # The path of a folder is one piece, whatever its length.
    lines = [line for line in transcript.split("\r\n") if str(office.folder) not in line]
    typed = tuple(f": {one}" for one in FIVE_MINUTES if one)
    assert [line for line in lines if len(line) > 78 and not line.endswith(typed)] == []


def test_both_clauses_are_edited(transcript: str, office: Office) -> None:
    clauses = load(office.folder, ID).agreement.clauses
    assert clauses[0].text.startswith("Kalimat baru.\n")
    assert clauses[3].text == "Kalimat lain:\n- huruf pertama"


def test_the_signatory_is_added(transcript: str, office: Office) -> None:
    assert load(office.folder, ID).agreement.parties[1].signatories[-1].name == "Budi Santoso"


def test_what_the_check_found_is_filled_in(transcript: str, office: Office) -> None:
    assert "Siti Aminah" in {
        one.name for party in load(office.folder, ID).agreement.parties for one in party.signatories
    }


def test_the_text_is_final(transcript: str, office: Office) -> None:
    assert state_of(office.folder, load(office.folder, ID).agreement).phase is Phase.FINAL


def test_every_paper_is_written(transcript: str, office: Office) -> None:
    files = list((office.folder / "naskah" / ID / "keluaran").iterdir())
    assert f"Selesai: {len(files)} berkas" in transcript


def answers_of_the_guide() -> list[str]:
    """Return what the guide says to answer: what stands before two blanks, nothing for Enter."""
    (block,) = re.findall(r"```jawaban\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    answers = [line.partition("  ")[0] for line in block.splitlines()]
    return ["" if one == "Enter" else one for one in answers]


def test_the_answers_of_the_guide_end_with_a_final_text_and_its_file(empty: Office) -> None:
    empty.leave(*answers_of_the_guide())
    made = load(empty.folder, ID).agreement
    assert (made.occasion.place, state_of(empty.folder, made).phase) == ("Aula KPU", Phase.FINAL)
    assert made.clauses[0].text.endswith("Bersama-sama kita menjaganya.")
    assert (empty.folder / "naskah" / ID / "keluaran" / "naskah.pdf").is_file()


@pytest.fixture
def halfway(empty: Office) -> Iterator[Terminal]:
    """A terminal on which the words of a clause are half typed."""
    with empty.terminal("susun", "--baris") as terminal:
        answer(terminal, HALFWAY)
        terminal.wait_for("\n2:")
        yield terminal


@pytest.mark.parametrize("ending", ["hang-up", "term", "end of file", "interrupt"])
def test_typed_lines_are_offered_whatever_ended_the_program(
    ending: str, empty: Office, halfway: Terminal
) -> None:
    if ending == "hang-up":
        halfway.hang_up()
    elif ending == "term":
        halfway.signal(signal.SIGTERM)
    else:
        halfway.press("ctrl+d" if ending == "end of file" else "ctrl+c")
    halfway.exit_code()
    assert "Bunyi: Separuh jalan" in empty.leave("2", "0")


def test_the_file_is_whole_after_a_hang_up(empty: Office, halfway: Terminal) -> None:
    before = load(empty.folder, ID)
    halfway.hang_up()
    halfway.exit_code()
    assert load(empty.folder, ID) == before


def test_nobody_is_locked_out_after_a_hang_up(empty: Office, halfway: Terminal) -> None:
    halfway.hang_up()
    halfway.exit_code()
    assert "hanya dapat dibaca" not in empty.leave("2", "0")


def test_words_over_which_somebody_else_saved_are_merged_by_numbers(empty: Office, halfway: Terminal) -> None:
    kept = load(empty.folder, ID)
    clause = kept.agreement.clauses[0].id
    save(kept, reword(kept.agreement, clause, text="Bunyi dari baris perintah."))
    halfway.type(".\n")
    halfway.wait_for("  2 Di berkas: Bunyi dari baris perintah.")
    answer(halfway, ["1", "s", "0"])
    assert halfway.exit_code() == 0
    assert load(empty.folder, ID).agreement.clauses[0].text == "Separuh jalan"


def test_what_a_killed_session_typed_is_compared_and_taken_up(empty: Office, halfway: Terminal) -> None:
    halfway.signal(signal.SIGTERM)
    halfway.exit_code()
    assert "{+Separuh jalan+}" in empty.leave("4", "1", "s", "0")
    assert load(empty.folder, ID).agreement.clauses[0].text == "Separuh jalan"
