"""A worker process ends with the program that began it, also where that one was killed.

Python ends workers as it leaves by itself. Those of a program that was killed would wait for work for ever.
"""

from __future__ import annotations

import os
from multiprocessing import parent_process
from threading import Thread

_LOOK_SECONDS = 1.0


def end_with_program() -> None:
    """Watch, beside the work of this process, over the program that began it, and leave at once after it."""
    Thread(target=_leave_after, args=(os.getppid(),), daemon=True).start()


def _leave_after(above: int) -> None:
    program = parent_process()
    # Of a fork the one above is the program; what else tells of its end is held open by other forks.
    while program is not None and program.is_alive() and os.getppid() == above:
        program.join(_LOOK_SECONDS)
    os._exit(1)
