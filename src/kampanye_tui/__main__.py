"""The program: ``kampanye`` and ``python -m kampanye_tui``."""

from __future__ import annotations

import sys
from typing import Any


def main() -> None:
    """Run the command line and leave with its exit code."""
    from kampanye_tui.cli.main import run

    sys.exit(run(_start))


def _start(*arguments: Any, **named: Any) -> int:
    """Open the terminal program; only then is Textual read."""
    from kampanye_tui.tui.start import start

    return start(*arguments, **named)


if __name__ == "__main__":
    main()
