"""Which tests of ``make test-semua`` one worker runs: those of a file that makes one costly thing for all.

Groups of pytest-xdist (``xdist_group``) would say the same on each test; since pytest 9.2 no name of a group
reaches the process that deals out the tests, and each worker made all of it again.
"""

from __future__ import annotations

from xdist.scheduler.loadscope import LoadScopeScheduling

TOGETHER = (
    "tests/terminal/test_debian_package.py",
    "tests/terminal/test_docx_libreoffice.py",
    "tests/terminal/test_first_day.py",
    "tests/terminal/test_guide.py",
    "tests/terminal/test_html_printed.py",
    "tests/terminal/test_line_mode.py",
    "tests/terminal/test_make_run.py",
    "tests/terminal/test_offline_install.py",
    "tests/terminal/test_screen_crash.py",
    "tests/terminal/test_screen_end.py",
    "tests/terminal/test_screen_first_paint.py",
    "tests/terminal/test_screen_recap.py",
    "tests/terminal/test_screen_walks.py",
    "tests/terminal/test_server_guide.py",
    "tests/terminal/test_ssh.py",
    "tests/tui/test_whole_day.py",
    "tests/unit/store/test_many_processes.py",
    "tests/unit/test_distributions.py",
)


def unit_of(nodeid: str) -> str:
    """Return what a worker takes at a time: such a file, else a test alone."""
    file = nodeid.partition("::")[0]
    return file if file in TOGETHER else nodeid


class Together(LoadScopeScheduling):
    """Deals out whole files of the list, the largest first, then the other tests one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)
