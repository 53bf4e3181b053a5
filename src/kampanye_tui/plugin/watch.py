"""A time limit for a thread that no signal reaches: a second thread raises an exception in it, repeatedly.

It needs no lock that the exception could leave locked: flags that one side writes, and a pipe. As the alarm
of the main thread it cannot end a C call that never returns.
"""

from __future__ import annotations

import os
import select
import threading
import time

_MOMENT = 0.0001


class Watch:
    """Raises ``error`` in the thread that makes it, ``seconds`` after it begins and every ``again`` then."""

    def __init__(self, error: type[BaseException], seconds: float, again: float) -> None:
        """Stand by."""
        self.rang = False
        self._error = error
        self._thread = threading.get_ident()
        self._gone = False
        self._ended = False
        self._read, self._write = os.pipe()
        threading.Thread(target=self._run, args=(seconds, again), daemon=True).start()

    def begin(self) -> None:
        """Let the time run."""
        os.write(self._write, b".")

    def end(self) -> None:
        """Stop; once this returns, nothing is raised any more. Ending twice is ending once."""
        if self._ended:
            return
        while not self._ended:
            try:
                # Two: it may not have begun.
                os.write(self._write, b"..")
                while not self._gone:
                    time.sleep(_MOMENT)
                # What was raised and has not arrived yet arrives here. Taking it back with NULL would leave
                # CPython 3.11 asking for it at every step, and in a loop without end where code is traced.
                time.sleep(0)
                self._ended = True
            except self._error:
                self.rang = True
        os.close(self._read)
        os.close(self._write)

    def _run(self, seconds: float, again: float) -> None:
        os.read(self._read, 1)
        while not select.select([self._read], [], [], seconds)[0]:
            self.rang = True
            _raise_in(self._thread, self._error)
            seconds = again
        self._gone = True


def _raise_in(thread: int, error: type[BaseException]) -> None:
    # Only here: most calls are guarded on the main thread, and ctypes is no small module.
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
