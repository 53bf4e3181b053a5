"""Who else could write in a place, as sshd asks it of keys (StrictModes).

No code runs from a pack that is loose, and what a loose cache holds is not believed. The place, what is in it
and every folder above must belong to root or to the user, and nobody else may write there. A group of the
user's own, as Debian makes one for everybody, is the user; above the place, a folder such as ``/tmp``, where
nobody moves what is another's, passes.
"""

from __future__ import annotations

import grp
import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path

from kampanye_tui.model.problem import Problem


def loose(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the modes of a file or folder, of what it holds, and of the folders above."""
    path = path.resolve()
    inside = [path, *(Path(folder, name) for folder, names, files in os.walk(path) for name in names + files)]
    found = [problem for one in inside if (problem := _judged(one, sticky=False))]
    return (*found, *(problem for one in path.parents if (problem := _judged(one, sticky=True))))


def _judged(path: Path, *, sticky: bool) -> Problem | None:
    status = path.lstat()
    if not _trusted(status.st_uid):
        what = f"milik pengguna {_owner(status.st_uid)}, bukan milik Anda atau administrator"
        return Problem(what=what, hint="Pindahkan ke folder milik Anda sendiri", file=str(path))
    if sticky and status.st_mode & stat.S_ISVTX:
        return None
    who = list(_writers(status))
    if not who:
        return None
    what = f"dapat ditulisi oleh {' dan '.join(who)}"
    return Problem(what=what, hint=f'Cabut izin itu dengan: chmod go-w "{path}"', file=str(path))


def _trusted(owner: int) -> bool:
    return owner in (0, os.getuid())


def _writers(status: os.stat_result) -> Iterator[str]:
    if status.st_mode & stat.S_IWGRP and not _own_group(status.st_gid, status.st_uid):
        yield "kelompok pengguna lain"
    if status.st_mode & stat.S_IWOTH:
        yield "semua pengguna"


def _own_group(group: int, owner: int) -> bool:
    """Tell whether nobody but the owner, or root, is in a group."""
    if group == 0:
        return True
    try:
        named, user = grp.getgrgid(group), pwd.getpwuid(owner)
    except KeyError:
        return False
    return user.pw_gid == group and named.gr_name == user.pw_name and set(named.gr_mem) <= {user.pw_name}


def _owner(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"nomor {number}"
