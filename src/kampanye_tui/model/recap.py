"""What a recap tells of one agreement of one office, of what could not be told, and of many together."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kampanye_tui.model.value import Value, key


class Stage(StrEnum):
    """How far an office is, in the word of lists and filters."""

    DRAFT = "konsep"
    FINAL = "final"
    SIGNING = "tanda-tangan"
    CLOSED = "ditutup"

    @property
    def words(self) -> str:
        """The same as people read it."""
        return self.value.replace("-", " ")


class Chain(StrEnum):
    """Whether ledger and final texts verify. One that breaks is no summary but a :class:`Trouble`."""

    HOLDS = "cocok"
    PARTLY = "sebagian ditutup"
    """Of a proof bundle: personal words were closed in some lines, which nobody outside can check."""
    EMPTY = "belum ada catatan"


class ClauseFate(StrEnum):
    """How a clause of an office stands to the national set, in the word of lists."""

    TAKEN = "tetap"
    """In the words of the national pack, in the version that the office took."""
    CHANGED = "diubah"
    DROPPED = "dibuang"
    OWN = "ditambahkan"


class ClauseHere(Value, frozen=True, kw_only=True):
    """A clause of one agreement, or one that it left out."""

    id: str = key("klausul")
    fate: ClauseFate = key("keadaan")
    digest: str = key("sha256", default="")
    """Of its raw words, which are the same for offices of other names; empty where it was left out."""
    title: str = key("judul", default="")
    text: str = key("teks", default="")
    """Both only where the words are not those of the national pack as it is now, and short enough to keep."""


class Tally(Value, frozen=True, kw_only=True):
    """What can be added up: outcomes of signers, salinan, and clauses beside the national set."""

    signers: int = key("penandatangan", default=0)
    signed: int = key("menandatangani", default=0)
    present: int = key("hadir_tidak_menandatangani", default=0)
    absent: int = key("tidak_hadir", default=0)
    later: int = key("menyusul", default=0)
    copies: int = key("salinan", default=0)
    """Planned salinan."""
    printed: int = key("dicetak", default=0)
    handed: int = key("diserahkan", default=0)
    received: int = key("diterima", default=0)
    taken: int = key("klausul_tetap", default=0)
    changed: int = key("klausul_diubah", default=0)
    dropped: int = key("klausul_dibuang", default=0)
    own: int = key("klausul_tambahan", default=0)
    """Clauses that the national set does not have."""

    @property
    def open(self) -> int:
        """How many signers have no outcome yet."""
        return self.signers - self.signed - self.present - self.absent - self.later

    @property
    def copy_figures(self) -> tuple[int, ...]:
        """The salinan as lists tell them: planned, handed over, received."""
        return self.copies, self.handed, self.received

    @property
    def clause_figures(self) -> tuple[int, ...]:
        """The clauses as lists tell them: as given, changed, dropped, added."""
        return self.taken, self.changed, self.dropped, self.own


class OfficeSummary(Value, frozen=True, kw_only=True):
    """One agreement of one office, as it arrived in ``place``."""

    place: str = key("asal")
    region: str = key("wilayah")
    name: str = key("nama_wilayah")
    province: str = key("provinsi")
    office: str = key("kantor")
    id: str = key("naskah")
    revision: int = key("revisi")
    stage: Stage = key("keadaan")
    code: str = key("kode_naskah")
    chain: Chain = key("rangkaian")
    head: str = key("kode_catatan", default="")
    """The hash of the last line of the ledger; empty without one."""
    events: int = key("kejadian", default=0)
    news: date | None = key("kabar_terakhir", default=None)
    """The day of the last event, where the office is; None while nothing has happened."""
    base: str = key("kumpulan_nasional", default="")
    """The national set that its clauses were compared with; empty where it took none."""
    tally: Tally = key("jumlah", default=Tally())
    clauses: tuple[ClauseHere, ...] = key("klausul", default=())
    """Those that it has, in its order, and behind them those that it left out."""

    def silent(self, day: date) -> int | None:
        """Return the days without news up to a day; None while there never was any."""
        return None if self.news is None else max(0, (day - self.news).days)


class Trouble(Value, frozen=True, kw_only=True):
    """Something that arrived and was not counted, and why; what is known of the office may be little."""

    place: str = key("asal")
    reason: str = key("alasan")
    region: str = key("wilayah", default="")
    province: str = key("provinsi", default="")
    office: str = key("kantor", default="")


class Sum(Value, frozen=True, kw_only=True):
    """Several agreements together: those of a province, or of all that arrived."""

    name: str = key("provinsi")
    offices: int = key("kantor")
    agreements: int = key("naskah")
    stages: dict[Stage, int] = key("keadaan")
    silent: int | None = key("hari_tanpa_kabar", default=None)
    """The longest that one of them was without news; None where none ever had any."""
    troubles: int = key("bermasalah", default=0)
    tally: Tally = key("jumlah", default=Tally())
