"""All that a plugin may import: the hook marker and the types of the contract.

Importing it costs no Textual, no fpdf2 and no Markdown.
"""

from kampanye_tui.hookspecs import hookimpl
from kampanye_tui.model.agreement import AgreedClause, Agreement, CopyForm, CopyPlan
from kampanye_tui.model.clause import (
    Addition,
    Clause,
    ClauseSet,
    Guidance,
    Overlay,
    Parameter,
    Removal,
    Replacement,
)
from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Column,
    Document,
    Entry,
    Form,
    FormField,
    Furniture,
    Heading,
    Letterhead,
    Listing,
    Page,
    PageBreak,
    Paragraph,
    Picture,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.election import Contestant, Election, ElectionKind, Stage
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.export_format import ExportFormat, ExportOptions, ExportReceipt
from kampanye_tui.model.finding import Finding, Fix, Level, Place, Section
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.party import Institution, Party, Role, Signatory, Stakeholder
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region, RegionKind, Zone
from kampanye_tui.model.rule import Rule
from kampanye_tui.model.template import FrontMatter, Margins, Scope, Template
from kampanye_tui.model.term import Term

__all__ = [
    "Addition",
    "AgreedClause",
    "Agreement",
    "AgreementKind",
    "Align",
    "Block",
    "Box",
    "Citation",
    "Clause",
    "ClauseBlock",
    "ClauseSet",
    "Column",
    "Contestant",
    "CopyForm",
    "CopyPlan",
    "Document",
    "Election",
    "ElectionKind",
    "Entry",
    "Evidence",
    "ExportFormat",
    "ExportOptions",
    "ExportReceipt",
    "Finding",
    "Fix",
    "Form",
    "FormField",
    "FrontMatter",
    "Furniture",
    "Guidance",
    "Heading",
    "Institution",
    "LegalBasis",
    "Letterhead",
    "Level",
    "Listing",
    "Margins",
    "Occasion",
    "Overlay",
    "Page",
    "PageBreak",
    "Paragraph",
    "Parameter",
    "Party",
    "Picture",
    "Place",
    "QRCode",
    "Reference",
    "Region",
    "RegionKind",
    "Removal",
    "Replacement",
    "Role",
    "Rule",
    "Run",
    "Scope",
    "Section",
    "Signatory",
    "SignatureField",
    "SignatureGrid",
    "Stage",
    "Stakeholder",
    "Style",
    "Table",
    "Template",
    "Term",
    "Zone",
    "hookimpl",
]
