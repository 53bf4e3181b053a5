"""A thread beside the questions: it tells others that we are still here, and saves when the line is cut.

Signals of the end are blocked and taken here, so that nothing is broken off in the middle of being saved.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from kampanye_tui.store.draft import Draft
from kampanye_tui.store.lease import BEAT, ENDING


@contextmanager
def watched(draft: Draft) -> Iterator[None]:
    """Keep the lease alive while this is entered, and close the draft at the end.

    A signal of the end closes it, too, and leaves the process.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    thread = threading.Thread(target=_wait, args=(draft,), name="akhir", daemon=True)
    thread.start()
    try:
        yield
    finally:
        draft.close()
        signal.pthread_kill(cast("int", thread.ident), signal.SIGTERM)
        thread.join()
        # A line that is cut ends the input first and sends its signal then; nothing can be said any more.
        late = signal.sigtimedwait(ENDING, 0)
        if late is not None:
            os._exit(128 + late.si_signo)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _wait(draft: Draft) -> None:
    while True:
        caught = signal.sigtimedwait(ENDING, BEAT)
        if caught is None:
            draft.beat()
        elif caught.si_pid == os.getpid():
            return
        else:
            draft.close()
            os._exit(128 + caught.si_signo)
