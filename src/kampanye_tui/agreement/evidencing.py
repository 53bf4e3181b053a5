"""What may be kept as evidence and given out again, and the events for it.

The bytes of a file or the events of a ledger come in; the kind of file and new events go out. A scan
of the signed sheets of an asli is the pindaian of that asli: it stands under its number, and is neither
printed nor handed over as paper. The writer of the ledger calls these functions under its lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from kampanye_tui.agreement.copy_standing import CopyRow, holder_name
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.agreement.personal_data import personal
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import AnyEvent, Disclosed, Evidence
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.state import State

SCAN = "pindaian"
"""The form of a copy that is a scan of signed sheets."""
LARGEST = 32 * 1024 * 1024
"""Bytes; sixty sheets of signatures in colour at 300 dots an inch."""
_KINDS = (
    (b"%PDF-", b"%%EOF", ".pdf"),
    (b"\xff\xd8\xff", b"\xff\xd9", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB\x60\x82", ".png"),
)
"""How a file begins, what stands near its end, and its suffix."""
_END = 1024
"""So many of the last bytes hold the end; devices write a little behind it."""


def suffix_of(data: bytes) -> str:
    """Return the suffix of a file by its content; raises :class:`Refused` for what may not be kept."""
    for begin, end, suffix in _KINDS:
        if data.startswith(begin):
            if end not in data[-_END:]:
                raise refuse(
                    "berkas ini tidak utuh: akhirnya tidak ada", "Salin atau pindai sekali lagi, lalu ulangi"
                )
            return suffix
    raise refuse(
        "berkas ini bukan PDF, JPEG, atau PNG", "Simpan hasil pindaian sebagai PDF atau gambar, lalu ulangi"
    )


def kept(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    *,
    sha256: str,
    name: str,
    about: str,
    original: int = 0,
    party: str = "",
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> Evidence:
    """Return the event that a file is kept; raises :class:`Refused`, :class:`Declined` for one that is."""
    for one in of_kind(events, Evidence):
        if one.sha256 == sha256:
            what = f"berkas ini sudah disimpan sebagai {one.name} (kejadian nomor {one.number})"
            raise Declined([Problem(what=what, hint="Yang sama tidak disimpan dua kali")])
    if not about:
        raise refuse("belum disebutkan tentang apa berkas ini", 'Tambahkan --tentang "surat mandat PKB"')
    if original and original not in [one.number for one in agreement.copies_of(CopyForm.ORIGINAL)]:
        raise refuse(f"tidak ada asli nomor {original}", "Lihat nomornya dengan: kampanye salinan daftar")
    if party and agreement.party(party) is None:
        raise refuse(f'tidak ada pihak "{party}" dalam naskah ini', "Lihat dengan: kampanye pihak daftar")
    refuse_personal(name, "nama berkas")
    refuse_personal(about, "keterangan")
    refuse_future(occurred, recorded)
    return Evidence(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        sha256=sha256,
        name=name,
        about=about,
        original=original,
        party=party,
    )


def given_to(events: Iterable[AnyEvent], party: str) -> tuple[Evidence, ...]:
    """Return the files that concern a pihak: its own and those of nobody in particular; all without one."""
    return tuple(one for one in of_kind(events, Evidence) if not party or one.party in ("", party))


def disclosed(
    events: Sequence[AnyEvent],
    *,
    request: str,
    party: str = "",
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> tuple[Disclosed, ...]:
    """Return the event that files of evidence are given out for a request; none where it says so already.

    They are those that :func:`given_to` returns for the pihak about which is asked.
    It has its number: what is given out holds the event, so it is made before the event is recorded.
    Raises :class:`Refused` without a request in writing, and where nothing is kept.
    """
    if not request:
        raise refuse(
            "pindaian hanya disertakan atas permintaan tertulis",
            'Sebutkan suratnya, misalnya: --permintaan "surat nomor 12/PN/2024"',
        )
    refuse_personal(request, "keterangan permintaan")
    files = tuple(one.sha256 for one in given_to(events, party))
    if not files:
        whose = f" tentang {party}" if party and of_kind(events, Evidence) else ""
        raise refuse(
            f"belum ada pindaian{whose} yang disimpan", "Simpan dahulu dengan: kampanye pindaian catat"
        )
    given = of_kind(events, Disclosed)
    if any((one.request, one.party, one.files) == (request, party, files) for one in given):
        return ()
    return (
        Disclosed(
            number=len(events) + 1,
            occurred=occurred,
            recorded=recorded,
            operator=operator,
            request=request,
            files=files,
            party=party,
        ),
    )


def scan_rows(agreement: Agreement, state: State) -> tuple[CopyRow, ...]:
    """Return the pindaian by the number of their asli, as rows of the list of copies."""
    holders = {one.number: one.holder for one in agreement.copies_of(CopyForm.ORIGINAL)}
    return tuple(
        CopyRow(
            number=one.original,
            form=SCAN,
            party=holders.get(one.original, ""),
            holder=holder_name(agreement, holders[one.original]) if one.original in holders else "",
            standing="disimpan",
            receiver="",
            capacity="",
            occurred=one.occurred,
            remark=one.about,
        )
        for one in sorted(state.evidence, key=lambda one: one.original)
        if one.original
    )


def refuse_personal(text: str, what: str) -> None:
    """Raise :class:`Refused` for a text with a telephone number, a NIK or a mail address."""
    found = next(personal(text), None)
    if found:
        raise refuse(
            f'{what} memuat {found.kind}: "{found.text}"',
            "Catatan tidak dapat dihapus dan dapat dibaca orang lain; tulis tanpa itu",
        )
