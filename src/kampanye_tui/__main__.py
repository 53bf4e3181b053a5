"""The program: ``kampanye`` and ``python -m kampanye_tui``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from kampanye_tui.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
