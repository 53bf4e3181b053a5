"""Which table of the reference is about which value of the code, and the other way round."""

from __future__ import annotations

import msgspec

from kampanye_tui.agreement.rules import KINDS
from kampanye_tui.model.clause import Addition, Clause, Guidance, Overlay, Parameter, Removal, Replacement
from kampanye_tui.model.election import Contestant, Election, Stage
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.pack import Code, Contents, Maintainer, Manifest, Plugin
from kampanye_tui.model.pack_case import PackCase
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.region import Region
from kampanye_tui.model.rule import RuleEntry
from kampanye_tui.model.template import FrontMatter, Margins
from kampanye_tui.model.term import Term
from kampanye_tui.plugin.cases import CasesFile
from kampanye_tui.plugin.data_files import (
    ClauseFile,
    ElectionsFile,
    RegionWords,
    RulesFile,
    SetHead,
    StakeholdersFile,
    TermsFile,
)
from kampanye_tui.plugin.province_offices import OfficeRow

READ = (
    Manifest,
    Region,
    ElectionsFile,
    LegalBasis,
    Contestant,
    StakeholdersFile,
    TermsFile,
    RegionWords,
    ClauseFile,
    Overlay,
    RulesFile,
    FrontMatter,
    CasesFile,
    OfficeRow,
)
"""What a file of a pack, or the table of ``kampanye kantor``, is read as."""
TABLES: dict[str, type[msgspec.Struct]] = {
    one.__name__: one
    for one in (
        *(Plugin, Maintainer, Contents, Code),
        *(SetHead, Clause, Guidance, Citation, Parameter),
        *(Overlay, Addition, Replacement, Removal),
        *(Term, RegionWords, OfficeRow, Stakeholder),
        *(RuleEntry, FrontMatter, Margins, PackCase),
        *(Election, Stage, Contestant, LegalBasis, Region),
    )
}
"""Names in the comments above tables of keys → what is read with those keys."""
CONDITIONS = {
    f"syarat-{name}": kind.conditions for name, kind in KINDS.items() if kind.conditions.__struct_fields__
}
"""The same for the conditions of each kind of rule that has any."""
STRUCTS = TABLES | CONDITIONS
