"""A zip file: the same bytes for the same files, and nothing of who made it when."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from kampanye_tui.store.bundle import bundled

FILES = [("b.txt", b"dua"), ("a.pdf", b"satu")]


def test_a_bundle_holds_its_files() -> None:
    with ZipFile(BytesIO(bundled(FILES))) as bundle:
        assert {name: bundle.read(name) for name in bundle.namelist()} == dict(FILES)


def test_the_order_of_files_does_not_change_a_bundle() -> None:
    assert bundled(FILES) == bundled(FILES[::-1])


def test_files_of_a_bundle_carry_no_day() -> None:
    with ZipFile(BytesIO(bundled(FILES))) as bundle:
        assert {one.date_time for one in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_files_of_a_bundle_can_be_read_by_everybody() -> None:
    with ZipFile(BytesIO(bundled(FILES))) as bundle:
        assert {one.external_attr >> 16 for one in bundle.infolist()} == {0o644}
