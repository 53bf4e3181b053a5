"""The words of a clause, typed line by line or one line anew; each is journalled as soon as it is typed.

Only words that are accepted become an edit. Those that were given up come back when the clause is taken up
again.
"""

from __future__ import annotations

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.entries import clause_text_of, id_from
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.cli.line_mode.conversation import BACK, EMPTY, Back, choose, say, typed
from kampanye_tui.cli.line_mode.edits import edited
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.problem import refuse
from kampanye_tui.work import Work

GIVE_UP = ".batal"
BACK_AGAIN = "Ketikan Anda yang belum selesai dikembalikan."
NEW = "klausul:"
"""The place in the journal of a clause that has no id yet."""
PARAMETER = "isian."
"""Begins the names of fields that are what a pack leaves open."""


class Words:
    """The words of one clause while they are typed; one that is not in the agreement yet has no id."""

    def __init__(self, work: Work, clause_id: str, title: str, text: str) -> None:
        self.work = work
        self.clause_id = clause_id
        self.title = title
        self.lines = text.split("\n") if text else []
        self.others: dict[str, str] = {}
        """Fields that were typed on the screen beside the words."""

    @property
    def place(self) -> str:
        """How the journal names what is edited here."""
        return f"{NEW}{self.clause_id}"

    @property
    def fields(self) -> dict[str, str]:
        """What the journal keeps."""
        return {"judul": self.title, "teks": "\n".join(self.lines), **self.others}

    def type_more(self) -> None:
        """Take lines behind those there are, until a full stop by itself; raises :class:`Back`.

        Raises :class:`Refused` where they could not be saved.
        """
        if self.work.draft.read_only:
            raise refuse(f"naskah ini hanya dapat dibaca: {self.work.draft.read_only}")
        say("Ketik baris demi baris. Baris kosong memisahkan ayat; baris yang diawali - menjadi huruf.")
        say(f"Baris yang hanya berisi titik mengakhiri; {GIVE_UP} membatalkan.")
        while (line := typed(f"{len(self.lines) + 1}")).strip() != BACK:
            if line.strip() == GIVE_UP:
                raise Back
            self.lines.append(line)
            self.keep()

    def replace_line(self, at: int) -> None:
        """Ask for one line anew; it goes when it is emptied."""
        say(f"Baris {at + 1} sekarang: {self.lines[at] or 'kosong'}")
        line = typed(f"Baris {at + 1} (Enter: tetap; {EMPTY}: hapus baris; {BACK}: kembali)")
        if line.strip() == BACK:
            raise Back
        if line.strip() == EMPTY:
            del self.lines[at]
        elif line.strip():
            self.lines[at] = line
        self.keep()

    def keep(self) -> None:
        """Journal what is typed."""
        self.work.draft.typing(self.place, self.fields)

    def save(self) -> bool:
        """Make the words an edit; tell whether they were accepted."""
        return edited(self.work, self._after)

    def give_up(self) -> None:
        """Leave the text as it is; what was typed comes back when the clause is taken up again."""
        draft = self.work.draft
        if self._changed:
            draft.postpone(self.place)
        else:
            draft.stop_typing(self.place)
        if draft.left(self.place):
            when = "klausulnya dibuka" if self.clause_id else "Anda membuat klausul sendiri"
            say(f"Naskah tidak berubah. Ketikan itu muncul lagi bila {when}.")

    def throw_away(self) -> None:
        """Leave the text as it is, and forget what was typed."""
        self.work.draft.stop_typing(self.place)
        say("Ketikan dibuang; naskah tidak berubah.")

    @property
    def _changed(self) -> bool:
        clause = _clause(self.work.agreement, self.clause_id)
        if clause is None:
            return any(self.lines)
        saved = {"judul": clause.title, "teks": clause.text}
        saved |= {f"{PARAMETER}{one.name}": one.value for one in clause.parameters}
        return any(saved.get(name) != text for name, text in self.fields.items())

    def _after(self) -> Agreement:
        agreement, text = self.work.agreement, clause_text_of("\n".join(self.lines))
        clause = _clause(agreement, self.clause_id)
        if clause is None:
            taken = (one.id for one in agreement.clauses)
            name = self.clause_id or id_from(self.title, taken, "klausul")
            return own_clause(agreement, name, self.title, text)
        parameters = {
            name.removeprefix(PARAMETER): value.strip()
            for name, value in self.others.items()
            if name.startswith(PARAMETER)
        }
        if clause.locked:
            return reword(agreement, self.clause_id, parameters=parameters)
        return reword(agreement, self.clause_id, title=self.title, text=text, parameters=parameters)


def edit_words(work: Work, clause: AgreedClause) -> None:
    """Let the operator change the words of a clause of the agreement."""
    if work.draft.left(f"{NEW}{clause.id}"):
        say(BACK_AGAIN)
        resume_words(work, f"{NEW}{clause.id}")
    else:
        _until_saved(Words(work, clause.id, clause.title, clause.text))


def resume_new(work: Work) -> bool:
    """Go on with a clause of the office's own that was left unfinished; False when there is none."""
    left = bool(work.draft.left(NEW))
    if left:
        say(BACK_AGAIN)
        resume_words(work, NEW)
    return left


def write_clause(work: Work, title: str) -> None:
    """Let the operator type the words of a clause of the office's own."""
    words = Words(work, "", title, "")
    try:
        words.type_more()
    except Back:
        words.give_up()
        return
    if not words.save():
        _until_saved(words)


def resume_words(work: Work, place: str) -> None:
    """Go on with what was typed at the place of a clause and never saved."""
    fields = work.draft.left(place)
    words = Words(work, place.removeprefix(NEW), fields.get("judul", ""), fields.get("teks", ""))
    words.others = {name: text for name, text in fields.items() if name not in ("judul", "teks")}
    words.keep()
    _until_saved(words)


def _until_saved(words: Words) -> None:
    """Change the words line by line until they are accepted, or given up."""
    letters = {"t": "tambah baris di akhir", "u": "tulis ulang semua", "s": "simpan", "b": "buang ketikan"}
    heading = f"Bunyi klausul {words.title}, baris demi baris:"
    try:
        while True:
            chosen = choose(
                heading, [line or "(baris kosong)" for line in words.lines], letters, back="batal"
            )
            if chosen == "b":
                words.throw_away()
                return
            if chosen == "u":
                words.lines.clear()
            if chosen in ("t", "u"):
                words.type_more()
            elif chosen != "s":
                words.replace_line(int(chosen) - 1)
            if words.save():
                return
    except Back:
        words.give_up()


def _clause(agreement: Agreement, clause_id: str) -> AgreedClause | None:
    return next((one for one in agreement.clauses if one.id == clause_id), None)
