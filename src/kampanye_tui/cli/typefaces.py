"""``huruf``: which typeface papers are set in, which others are installed, and how one is chosen."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kampanye_tui.cli.options import as_json, config, configured
from kampanye_tui.cli.output import data, data_json, table, talk
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kampanye_tui.model.export_format import FontFiles
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.installed_fonts import Installed

READY = "siap"
WAITS = "diubah dari .otf ketika pertama kali dipakai"


class Face(NamedTuple):
    """A file of the typeface that is set now: its key in ``[huruf]``, and whether it can be used."""

    key: str
    path: Path
    standing: str


@click.command("huruf", options_metavar="[OPSI]")
@config
@as_json
def typefaces(as_json: bool) -> None:
    """Tampilkan huruf yang dipakai dan yang terpasang. Yang terpasang itu seukuran
    Bookman Old Style.

    Untuk memakai salah satunya, salin tabel [huruf] yang tampil ke kampanye.toml.
    """
    from kampanye_tui.store.configuration import candidates
    from kampanye_tui.store.installed_fonts import font_folders, metric_equals

    known = configured() is not None or any(path.is_file() for path in candidates(None))
    located = locate() if known else None
    faces = _faces(located)
    installed = metric_equals(font_folders())
    if as_json:
        data_json(_as_table(located, faces, installed))
        return
    if faces:
        data("Huruf yang dipakai, menurut tabel [huruf]:")
        table(("GAYA", "KEADAAN", "BERKAS"), [(one.key, one.standing, str(one.path)) for one in faces])
        _tell_time([one.standing for one in faces])
    else:
        data("Huruf yang dipakai: Source Serif Pro, bawaan program.")
    for family in installed:
        _offer(family, located)
    if not installed:
        talk("Di komputer ini tidak terpasang huruf yang seukuran Bookman Old Style.")
        talk("Pada Debian dan Ubuntu, administrator dapat memasangnya dengan: apt install fonts-texgyre")


def tell_conversion(fonts: FontFiles | None) -> None:
    """Say, before a PDF is made, that files of the office's typeface are converted first."""
    if fonts is not None:
        _tell_time([_standing(path) for path in _paths(fonts)])


def _tell_time(standings: list[str]) -> None:
    from kampanye_tui.typeset.outlines import SECONDS

    count = standings.count(WAITS)
    if count:
        seconds = math.ceil(count * SECONDS)
        talk(
            f"{count} berkas huruf .otf diubah dahulu ketika pertama kali dipakai, kira-kira {seconds} detik."
        )


def _faces(located: Located | None) -> list[Face]:
    """Return the office's own files; none where it names none."""
    from kampanye_tui.model.export_format import FontFiles

    if located is None or located.configuration.fonts is None:
        return []
    paths = _paths(FontFiles.chosen(located.configuration.fonts, located.folder))
    keys = ("biasa", "tebal", "miring", "tebal_miring")
    return [Face(key, path, _standing(path)) for key, path in zip(keys, paths, strict=True)]


def _paths(fonts: FontFiles) -> Iterable[Path]:
    return fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic


def _standing(path: Path) -> str:
    """Return in words whether a file can be used."""
    from kampanye_tui.model.messages import system_error
    from kampanye_tui.store.cache import cache_home
    from kampanye_tui.store.font_cache import waits
    from kampanye_tui.store.plain_file import stamp
    from kampanye_tui.typeset.font_file import fault, forbids_embedding, tables

    try:
        if stamp(path) is None:
            return "bukan berkas"
        content = path.read_bytes()
    except OSError as error:
        return system_error(error)
    if broken := fault(content):
        return broken
    if forbids_embedding(tables(content)["OS/2"]):
        return "tidak mengizinkan penyematan"
    return WAITS if waits(content, cache_home()) else READY


def _offer(family: Installed, located: Located | None) -> None:
    """Show an installed family, and the table that chooses it."""
    from kampanye_tui.store.new_configuration import fonts_table

    data("")
    if located is not None and located.configuration.fonts == family.fonts:
        data(f"{family.name} terpasang, seukuran Bookman Old Style, dan sudah dipilih.")
        return
    there = located is not None and located.configuration.fonts is not None
    how = "ganti tabel [huruf] pada" if there else "salin tabel ini ke"
    where = located.label if located is not None else "kampanye.toml"
    data(f"{family.name} terpasang, seukuran Bookman Old Style. Untuk memakainya, {how} {where}:")
    data("")
    for line in fonts_table(family.fonts).splitlines():
        data(line)


def _as_table(
    located: Located | None, faces: list[Face], installed: tuple[Installed, ...]
) -> dict[str, object]:
    """Return what is set and what is installed as JSON shows it."""
    from kampanye_tui.store.new_configuration import fonts_table

    return {
        "bawaan": not faces,
        "konfigurasi": located.label if located is not None else None,
        "dipakai": [{"gaya": one.key, "berkas": str(one.path), "keadaan": one.standing} for one in faces],
        "terpasang": [
            {
                "nama": family.name,
                "biasa": family.fonts.regular,
                "tebal": family.fonts.bold,
                "miring": family.fonts.italic,
                "tebal_miring": family.fonts.bold_italic,
                "tabel": fonts_table(family.fonts),
            }
            for family in installed
        ],
    }
