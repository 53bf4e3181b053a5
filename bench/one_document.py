"""One document, everything warm: the program and other engines, with the same content and typeface."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from bench import plain_fpdf2, reportlab_platypus, typst_markup, weasyprint_html
from bench.conformance import Standing, standing
from bench.fresh import renewed, reworded
from bench.libreoffice import Soffice, installed, word_files
from bench.rounds import (
    ROUNDS,
    Section,
    Times,
    alternating,
    digits,
    median,
    spread,
    table,
    taken,
    times_as_many,
)
from bench.sample import sample_agreement, sample_copies, sample_library
from kampanye_tui.formats.pdf import write
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions

OWN = "kampanye"
WHOLE = "kampanye, from the agreement, with attachments"
SOFFICE_ROUNDS = 2
FIRST_NEW = 100
"""What new texts are numbered from: numbers that the text itself does not have."""


def own(document: Document) -> bytes:
    """Return the document as the program's PDF."""
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return stream.getvalue()


ENGINES: Mapping[str, Callable[[Document], bytes]] = {
    OWN: own,
    f"ReportLab {version('reportlab')}": reportlab_platypus.render,
    f"Typst {version('typst')}": typst_markup.render,
    f"WeasyPrint {version('weasyprint')}": weasyprint_html.render,
    f"fpdf2 {version('fpdf2')}": plain_fpdf2.render,
    f"fpdf2 {version('fpdf2')}, shaped": lambda document: plain_fpdf2.render(document, shaped=True),
}


def measure() -> Section:
    """Measure the next copy of a paper and a paper of which every block is new."""
    library = sample_library()
    agreement = sample_agreement(library)
    maker, jobs = sample_copies(agreement, library)
    press = maker.press(jobs[0].template)
    copies = [press.document(job.copy, job.holder) for job in jobs]
    new = [renewed(copies[0], FIRST_NEW + number) for number in range(ROUNDS + 1)]
    # Other numbers, or both ways of the program would find each other's lines.
    others = [reworded(agreement, 2 * FIRST_NEW + number) for number in range(ROUNDS + 1)]
    makers = [sample_copies(other, library)[0] for other in others]

    def each(documents: list[Document]) -> dict[str, Callable[[int], object]]:
        return {
            name: lambda number, render=render: render(documents[number]) for name, render in ENGINES.items()
        }

    # Of the copies that the engines do not make.
    later = jobs[ROUNDS + 1 :]
    next_copy = alternating({WHOLE: lambda n: maker.make(later[n], press), **each(copies)})
    new_text = alternating({WHOLE: lambda n: makers[n].make(jobs[0]), **each(new)})
    stand = {name: standing(render(copies[0])) for name, render in ENGINES.items()}
    stand[WHOLE] = standing(maker.make(jobs[0], press).data)
    lines, soffice = _libreoffice(copies)
    return Section(
        (
            "## One document",
            "",
            f"The numbered copy of the sample office, {stand[OWN].pages} pages, in milliseconds: median "
            f"[least–most] of {ROUNDS} alternating rounds, in one process that has made the paper before. "
            "*Next copy*: the paper for another pihak. *New text*: each block, cell and place to sign has a "
            "word that it never had. *Slower* is by the clock; *CPU* is what all threads took.",
            "",
            *_rows(next_copy, new_text, stand),
            "",
            *lines,
            "",
            "What is not comparable: only the program and Typst give PDF/A-3a and PDF/UA-1 at once (Typst is "
            f"asked for {' and '.join(typst_markup.STANDARDS)}, WeasyPrint for {weasyprint_html.VARIANT}); "
            "ReportLab and plain fpdf2 give no tags at all and are measured without. ReportLab and plain "
            "fpdf2 fill line after line and do not kern unless shaped; the program and Typst look for the "
            "best lines of a whole paragraph. WeasyPrint prints the program's HTML export, which has no "
            "watermark; plain fpdf2 draws none either. Nobody else attaches files.",
        ),
        {
            "next copy": next_copy,
            "new text": new_text,
            "standing": {name: one._asdict() for name, one in stand.items()},
            "LibreOffice": soffice,
        },
    )


def _rows(next_copy: Times, new_text: Times, stand: Mapping[str, Standing]) -> tuple[str, ...]:
    columns = ("ms", "CPU", "slower")
    head = (
        "engine",
        *(f"next copy, {name}" for name in columns),
        *(f"new text, {name}" for name in columns),
        "pages",
        "KB",
        "keeps to",
    )
    return table(
        head,
        (
            (
                name,
                *_cells(name, next_copy),
                *_cells(name, new_text),
                str(stand[name].pages),
                f"{stand[name].size / 1000:.0f}",
                stand[name].words,
            )
            for name in next_copy
        ),
    )


def _cells(name: str, times: Times) -> tuple[str, str, str]:
    took, base = median(times[name]), median(times[OWN])
    return spread(times[name]), digits(took.cpu * 1000), times_as_many(base.wall, took.wall)


def _libreoffice(copies: list[Document]) -> tuple[tuple[str, ...], Mapping[str, object]]:
    """Measure LibreOffice, whose process lives for one call; its Word files lie ready."""
    if not installed():
        return ("LibreOffice was not installed.",), {}
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        folder = Path(made)
        office = Soffice(folder / "home")
        name = office.version()
        files = word_files(copies, folder)
        office.printed(files[:1], folder)
        one = [taken(lambda n: office.printed(files[n : n + 1], folder), n) for n in range(SOFFICE_ROUNDS)]
        all_of_them = [taken(lambda _n: office.printed(files, folder), 0)]
        is_one = standing((folder / f"{files[0].stem}.pdf").read_bytes())
    each = median(all_of_them).wall / len(files) * 1000
    return (
        (
            f"{name}, from the program's DOCX that lies ready, in a process of its own: "
            f"{spread(one)} ms for one document (of {SOFFICE_ROUNDS} rounds), {digits(each)} ms for each of "
            f"{len(files)} given to one process; {is_one.pages} pages, {is_one.size / 1000:.0f} KB, "
            f"{is_one.words}.",
        ),
        {"one": one, f"{len(files)} in one call": all_of_them, "standing": is_one._asdict()},
    )
