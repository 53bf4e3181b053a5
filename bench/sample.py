"""The sample office as benchmarks use it: its library, and its agreement as ``kampanye baru`` composes it."""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Job, Maker, Request, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.library import Library, open_library

ROOT = Path(__file__).parent.parent


def sample_configuration() -> Configuration:
    """Return the configuration of the sample."""
    return read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")


def sample_library() -> Library:
    """Return what the packs give the sample office."""
    configuration = sample_configuration()
    return open_library(
        configuration.packs,
        ROOT,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        "sample_config.toml",
    )


def sample_agreement(library: Library | None = None) -> Agreement:
    """Return the agreement of the sample."""
    library = library or sample_library()
    configuration = sample_configuration()
    clause_set = library.clause_set(configuration.clauses.clause_set)
    return compose(configuration, library.reference, clause_set, library.host.packs())


def sample_copies(agreement: Agreement, library: Library) -> tuple[Maker, tuple[Job, ...]]:
    """Return what makes the numbered copies of an agreement: one for each pihak but the organiser, 24."""
    now = state(agreement)
    maker = Maker(agreement, now, library, paper=sample_configuration().export.paper)
    return maker, plan(agreement, library, Request(("salinan-peserta",), ("pdf",)), now)
