"""The oldest version of the program that knows everything a pack uses."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kampanye_tui.model.pack import Manifest, newer
from kampanye_tui.model.problem import Problem, Step
from kampanye_tui.plugin.folder import MANIFEST, PackFolder

FIRST = "0.1"
"""The first version that read packs; a pack for it need not say so."""
SINCE = {
    "wilayah": FIRST,
    "pemilu": FIRST,
    "dasar_hukum": FIRST,
    "peserta": FIRST,
    "pihak": FIRST,
    "istilah": FIRST,
    "daerah": FIRST,
    "klausul": FIRST,
    "penyesuaian": FIRST,
    "aturan": FIRST,
    "templat": FIRST,
    "uji": FIRST,
    "kampanye_regions": FIRST,
    "kampanye_elections": FIRST,
    "kampanye_legal_basis": FIRST,
    "kampanye_contestants": FIRST,
    "kampanye_stakeholders": FIRST,
    "kampanye_terms": FIRST,
    "kampanye_clause_sets": FIRST,
    "kampanye_clause_overlays": FIRST,
    "kampanye_rules": FIRST,
    "kampanye_templates": FIRST,
    "kampanye_export_formats": FIRST,
    "kampanye_exported": FIRST,
}
"""Key of the table [isi], or hook → the first version that knows it."""


def oldest_needed(manifest: Manifest) -> str:
    """Return the first version of the program that knows every key and hook of a manifest."""
    keys = [
        field.encode_name
        for field in msgspec.structs.fields(manifest.contents)
        if getattr(manifest.contents, field.name)
    ]
    hooks = manifest.code.hooks if manifest.code else ()
    oldest = FIRST
    for used in (*keys, *hooks):
        since = SINCE.get(used, FIRST)
        oldest = since if newer(since, oldest) else oldest
    return oldest


def version_problems(folder: PackFolder) -> Iterator[Problem]:
    """Yield a problem for a pack that says it runs on a version that does not know all it uses."""
    needed, said = oldest_needed(folder.manifest), folder.manifest.plugin.oldest or FIRST
    if newer(needed, said):
        yield Problem(
            what=f"isi paket memerlukan program versi {needed}",
            hint=f'Tuliskan minimal = "{needed}"',
            file=folder.label(MANIFEST),
            steps=(Step("plugin"),),
            key="minimal",
        )
