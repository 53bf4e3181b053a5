"""The schedule of rallies of an office: no two in one place at one time, and a paper that shows it.

``jadwal.csv`` lies in the pack, so its bytes are accepted together with this code, and no check reads a file.
A schedule that cannot be read gives findings and no paper.
"""

from kampanye_tui.api import (
    Finding,
    FrontMatter,
    Level,
    Margins,
    Place,
    Role,
    Rule,
    Section,
    Template,
    hookimpl,
)

from .jadwal import FILE, clashes, hours, long_day, markdown, read_schedule

RALLIES, FAULTS = read_schedule(__spec__.loader.get_data(FILE))
PACK = Place(section=Section.PACKS, id="jadwal-rapat-umum")

BODY = """\
::: kop
:::

::: judul
# Jadwal Rapat Umum
{nama_pemilihan}
di {sebutan_wilayah}
:::

Jadwal ini disusun agar tidak ada dua rapat umum di satu tempat pada waktu yang sama. Waktu di bawah ini
menurut {zona_waktu}.

::: tabel kepala="No.; Hari, tanggal; Pukul; Tempat; Peserta" lebar="7; 24; 18; 27; 32" tinggi="9"
ROWS
:::

Perubahan jadwal dibicarakan lebih dahulu dengan {singkatan_penyelenggara} {sebutan_wilayah}
dan diberitahukan kepada {singkatan_pengawas} dan {singkatan_kepolisian}.

::: tanda-tangan oleh="ketua-kantor" letak="kanan"
:::
"""


def readable(agreement, reference):
    """Yield a finding for each row that cannot be read."""
    for fault in FAULTS:
        yield Finding(rule="jadwal-terbaca", level=Level.REQUIRED, message=f"{FILE}, {fault}.", place=PACK)


def one_at_a_time(agreement, reference):
    """Yield a finding for each two rallies that are in one place at one time."""
    for first, second in clashes(RALLIES):
        message = (
            f"Rapat umum di {first.place} pada {long_day(first.day)} bersamaan: {first.contestant} pukul "
            f"{hours(first)} dan {second.contestant} pukul {hours(second)}. Ubah baris {first.line} atau "
            f"baris {second.line} pada {FILE}."
        )
        yield Finding(rule="jadwal-tanpa-benturan", level=Level.REQUIRED, message=message, place=PACK)


def of_contestants(agreement, reference):
    """Yield a finding for each contestant of the schedule that takes no part in the agreement."""
    there = [one for one in agreement.parties if one.role is Role.CONTESTANT]
    names = {name.casefold() for one in there for name in (one.name, one.short) if name}
    for rally in RALLIES:
        if rally.contestant.casefold() not in names:
            message = (
                f"{FILE} baris {rally.line} menyebut {rally.contestant}, yang bukan peserta dalam naskah "
                "ini. Periksa ejaannya."
            )
            yield Finding(rule="jadwal-peserta", level=Level.ATTENTION, message=message, place=PACK)


@hookimpl
def kampanye_rules():
    return [
        Rule(id="jadwal-terbaca", level=Level.REQUIRED, check=readable),
        Rule(id="jadwal-tanpa-benturan", level=Level.REQUIRED, check=one_at_a_time),
        Rule(id="jadwal-peserta", level=Level.ATTENTION, check=of_contestants),
    ]


@hookimpl
def kampanye_templates():
    if FAULTS or not RALLIES:
        return []
    rows = [
        " | ".join([str(number), *map(markdown, (long_day(one.day), hours(one), one.place, one.contestant))])
        for number, one in enumerate(sorted(RALLIES), 1)
    ]
    front = FrontMatter(
        id="jadwal-rapat-umum",
        title="Jadwal Rapat Umum {nama_pemilihan} di {sebutan_wilayah}",
        short="Jadwal Rapat Umum",
        margins=Margins(top=20, bottom=20, left=20, right=20),
        size=10.5,
    )
    return [Template(front=front, body=BODY.replace("ROWS", "\n".join(rows)), file="jadwal-rapat-umum.md")]
