"""click's own words in Indonesian, from a message catalogue.

click asks gettext, and gettext asks the environment for the language. The program speaks one language, so
this process says so; ``messages.mo`` is compiled from ``messages.po`` and a test compares them.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

CATALOGUE = Path(__file__).parent / "bahasa"


def speak_indonesian() -> None:
    """Make click's messages Indonesian for this process."""
    gettext.bindtextdomain("messages", str(CATALOGUE))
    os.environ["LANGUAGE"] = "id"
