"""``make bench``: every measure, or those that ``--hanya`` names, as Markdown; ``--tulis`` keeps it."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime

from bench.rounds import Section, machine
from bench.sample import ROOT

MEASURES = {
    "dokumen": "bench.one_document",
    "salinan": "bench.many_copies",
    "proses": "bench.cold_start",
    "layar": "bench.first_paint",
    "negara": "bench.national",
    "rekap": "bench.recap",
    "petugas": "bench.operators",
}
"""A module for each, whose ``measure`` returns a section; they stand in the report in this order."""
PAGE = ROOT / "docs" / "kinerja.md"
HEAD = """# Performance

What `make bench TULIS=1` measured last; it wrote this page, and nobody edits it. `make bench HANYA=name`
prints one measure ({names}); `python -m bench --json` gives the single rounds. Ratios within one run count;
seconds are those of this machine, and no build depends on any of them. What can be counted instead is held
by `tests/unit/formats/test_pdf_costs.py`.

{date}, {machine}, load {load:.1f} when it began.
"""


def main() -> None:
    """Run the measures."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument(
        "--hanya", action="append", choices=list(MEASURES), help="only this measure; repeatable"
    )
    parser.add_argument("--json", action="store_true", help="print JSON in place of Markdown")
    parser.add_argument("--tulis", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    asked = parser.parse_args()
    if asked.tulis and asked.hanya:
        parser.error("--tulis writes the whole page, so it cannot go with --hanya")
    load = os.getloadavg()[0]
    sections = {}
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as cache:
        # What an earlier run left behind is no merit of this one.
        os.environ["XDG_CACHE_HOME"] = cache
        for name, module in MEASURES.items():
            if not asked.hanya or name in asked.hanya:
                sections[name] = importlib.import_module(module).measure()
                if not asked.json:
                    print("\n".join(sections[name].lines), end="\n\n", flush=True)
    if asked.json:
        print(_json(sections, load))
    if asked.tulis:
        PAGE.write_text(_page(sections, load))


def _json(sections: Mapping[str, Section], load: float) -> str:
    figures = {name: section.figures for name, section in sections.items()}
    return json.dumps({"machine": machine(), "load": load, **figures}, indent=1)


def _page(sections: Mapping[str, Section], load: float) -> str:
    head = HEAD.format(names=", ".join(MEASURES), date=datetime.now(UTC).date(), machine=machine(), load=load)
    return "\n".join([head, *("\n".join((*section.lines, "")) for section in sections.values())])


main()
