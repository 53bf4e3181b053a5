"""An error of any kind → what people are told of it. Pure."""

from __future__ import annotations

from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused, without_commands


def sentence(error: BaseException) -> str:
    """Return what is wrong in a line: the first problem, without the excerpt of a file."""
    return sentences(error)[0].split("\n")[0]


def sentences(error: BaseException) -> tuple[str, ...]:
    """Return what is wrong, in one text for each problem; never empty, no advice for the command line."""
    if isinstance(error, Refused):
        return tuple(str(without_commands(problem)) for problem in error.problems)
    if isinstance(error, OSError):
        return (f"{error.filename or 'Sistem berkas'} {system_error(error)}.",)
    return (f"Terjadi kesalahan pada program ({type(error).__name__}: {error}).",)
