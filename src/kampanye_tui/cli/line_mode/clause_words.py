"""The words of a clause, typed line by line or one line anew; each is journalled as soon as it is typed.

Only words that are accepted become an edit. Those that were given up come back when the clause is taken up
again.
"""

from __future__ import annotations

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.entries import clause_text_of, clause_title_of, id_from
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.agreement.typed_fields import CLAUSE, parameters_of, saved_fields, with_fields
from kampanye_tui.cli.line_mode.conversation import BACK, EMPTY, Back, agreed, ask, choose, say, typed
from kampanye_tui.cli.line_mode.edits import edited, refuse_reader
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.store.apart import Diverged
from kampanye_tui.work import Work

GIVE_UP = ".batal"
BACK_AGAIN = "Ketikan Anda yang belum selesai dikembalikan."
CONTESTED = "Klausul ini juga diubah orang lain sejak Anda mengetik; saat disimpan digabungkan."
LETTERS = {
    "t": "tambah baris di akhir",
    "u": "tulis ulang semua",
    "j": "ubah judul",
    "s": "simpan",
    "b": "buang ketikan",
}


class Words:
    """The words of one clause while they are typed; one that is not in the agreement yet has no id."""

    def __init__(self, work: Work, clause_id: str, title: str, text: str) -> None:
        self.work = work
        self.clause_id = clause_id
        self.title = title
        self.lines = text.split("\n") if text else []
        self.others: dict[str, str] = {}
        """Fields that were typed on the screen beside the words."""
        saved = saved_fields(work.agreement, self.place)
        contested = work.draft.contested(self.place, saved)
        self.began = saved | contested
        """What the fields said when typing began: as saved now, but for what others changed since."""
        self.opened = with_fields(work.agreement, clause_id, self.began) if contested else work.agreement
        """The text that an edit is made from."""

    @property
    def place(self) -> str:
        """How the journal names what is edited here."""
        return f"{CLAUSE}{self.clause_id}"

    @property
    def fields(self) -> dict[str, str]:
        """What the journal keeps."""
        return {"judul": self.title, "teks": "\n".join(self.lines), **self.others}

    def type_more(self) -> None:
        """Take lines behind those there are, until a full stop by itself; raises :class:`Back`.

        Raises :class:`Refused` where they could not be saved.
        """
        refuse_reader(self.work)
        say("Ketik baris demi baris. Baris kosong memisahkan ayat; baris yang diawali - menjadi huruf.")
        say(f"Baris yang hanya berisi titik mengakhiri; {GIVE_UP} membatalkan.")
        while (line := typed(f"{len(self.lines) + 1}")).strip() != BACK:
            if line.strip() == GIVE_UP:
                raise Back
            self.lines.append(line)
            self.keep()

    def retitle(self) -> None:
        """Ask for the title anew; raises :class:`Back`."""
        self.title = ask("Judul", clause_title_of, kept=self.title, shown=self.title)
        self.keep()

    def replace_line(self, at: int) -> None:
        """Ask for one line anew; it goes when it is emptied. Raises :class:`Back`."""
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
        self.work.draft.typing(self.place, self.fields, self.began)

    def save(self) -> bool:
        """Make the words an edit; tell whether they were accepted. Raises :class:`Diverged`."""
        try:
            return edited(self.work, self._after, self.opened)
        except Diverged:
            # What was typed is in the version that is kept, and comes back from there.
            self.work.draft.stop_typing(self.place)
            raise

    def give_up(self) -> None:
        """Leave the text as it is; what was typed comes back when the clause is taken up again."""
        draft = self.work.draft
        if self._changed:
            draft.postpone(self.place)
        else:
            draft.stop_typing(self.place)
        say("Naskah tidak berubah.")
        if draft.left(self.place):
            say(comes_again(self.work, self.place))

    @property
    def _changed(self) -> bool:
        saved = saved_fields(self.work.agreement, self.place)
        if not saved:
            # Lines that were to be written anew are kept until the first new one.
            return bool(self.work.draft.left(self.place).get("teks"))
        return any(saved.get(name) != text for name, text in self.fields.items())

    def _after(self) -> Agreement:
        agreement = self.opened
        title, text = clause_title_of(self.title), clause_text_of("\n".join(self.lines))
        clause = _clause(agreement, self.clause_id)
        if clause is None:
            taken = (one.id for one in agreement.clauses)
            name = self.clause_id or id_from(title, taken, "klausul")
            return own_clause(agreement, name, title, text)
        parameters = parameters_of(self.others)
        return reword(agreement, self.clause_id, title=title, text=text, parameters=parameters)


def edit_words(work: Work, clause: AgreedClause) -> None:
    """Let the operator change the words of a clause of the agreement."""
    if work.draft.left(f"{CLAUSE}{clause.id}"):
        resume_words(work, f"{CLAUSE}{clause.id}")
    else:
        _until_saved(Words(work, clause.id, clause.title, clause.text))


def resume_new(work: Work) -> bool:
    """Go on with a clause of the office's own that was left unfinished; False when there is none."""
    left = bool(work.draft.left(CLAUSE))
    if left:
        resume_words(work, CLAUSE)
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
    clause_id = place.removeprefix(CLAUSE)
    saved = saved_fields(work.agreement, place)
    say(CONTESTED if work.draft.contested(place, saved) else BACK_AGAIN)
    fields = work.draft.left(place, saved)
    words = Words(work, clause_id, fields.get("judul", ""), fields.get("teks", ""))
    words.others = {name: text for name, text in fields.items() if name not in ("judul", "teks")}
    words.keep()
    _until_saved(words)


def thrown_away(work: Work, place: str) -> bool:
    """Forget what was typed at a place after a yes, so that the saved text stays; tell whether it was."""
    if not agreed("Ketikan itu tidak dapat dikembalikan lagi. Buang, dan tetap seperti yang tersimpan?"):
        return False
    work.draft.stop_typing(place)
    say("Ketikan dibuang; naskah tidak berubah.")
    return True


def is_locked(work: Work, place: str) -> bool:
    """Tell whether a place is that of a clause whose words are locked."""
    clause = _clause(work.agreement, place.removeprefix(CLAUSE))
    return clause is not None and clause.locked


def comes_again(work: Work, place: str) -> str:
    """Return where typing that was left for later is met again."""
    if place == CLAUSE:
        return "Ketikan itu muncul lagi bila Anda membuat klausul sendiri."
    of_clause = place.startswith(CLAUSE)
    if of_clause and _clause(work.agreement, place.removeprefix(CLAUSE)) is None:
        return (
            "Klausulnya tidak ada lagi; ketikan itu disimpan, dan muncul lagi bila klausul itu diambil lagi."
        )
    here = of_clause and not is_locked(work, place)
    where = "klausulnya dibuka" if here else "tempatnya dibuka di layar"
    return f"Ketikan itu muncul lagi bila {where}."


def _until_saved(words: Words) -> None:
    """Change the words line by line until they are accepted, or given up."""
    try:
        while True:
            heading = f"Bunyi klausul {words.title or 'tanpa judul'}, baris demi baris:"
            rows = [line or "(baris kosong)" for line in words.lines]
            chosen = choose(heading, rows, LETTERS, back="batal")
            if chosen == "b":
                if thrown_away(words.work, words.place):
                    return
                continue
            if chosen == "u":
                words.lines.clear()
            if chosen in ("t", "u"):
                words.type_more()
            elif chosen != "s" and not _replaced(words, chosen):
                continue
            if words.save():
                return
    except Back:
        words.give_up()


def _replaced(words: Words, chosen: str) -> bool:
    """Ask for the title or for a line anew; tell whether the operator did not go back to the list."""
    try:
        if chosen == "j":
            words.retitle()
        else:
            words.replace_line(int(chosen) - 1)
    except Back:
        return False
    return True


def _clause(agreement: Agreement, clause_id: str) -> AgreedClause | None:
    return next((one for one in agreement.clauses if one.id == clause_id), None)
