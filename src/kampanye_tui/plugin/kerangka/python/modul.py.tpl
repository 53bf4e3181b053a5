"""A rule of the office's own: a signing needs a place. An example, to be replaced."""

from kampanye_tui.api import Finding, Level, Place, Rule, Section, hookimpl


def check(agreement, reference):
    """Yield a finding when the place of the signing is not filled in."""
    if not agreement.occasion.place:
        yield Finding(
            rule="tempat-acara",
            level=Level.SUGGESTION,
            message="Tempat penandatanganan belum diisi.",
            place=Place(section=Section.OCCASION, field="tempat"),
        )


@hookimpl
def kampanye_rules(region):
    """Offer the rule in every region of the pack."""
    return [Rule(id="tempat-acara", level=Level.SUGGESTION, check=check)]
