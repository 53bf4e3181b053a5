"""The configuration of a new office before it is written: the file as it will be, and where."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reading import Paragraph, Reading

if TYPE_CHECKING:
    from kampanye_tui.model.office import Configuration
    from kampanye_tui.model.reference import Reference


class NewConfiguration(Reading[bool]):
    """Shows the file; returns whether it was written."""

    groups = (Group.NEW_FILE,)
    BINDINGS: ClassVar = bound(Group.NEW_FILE)

    def __init__(
        self, path: Path, configuration: Configuration, reference: Reference, remarks: Iterable[str] = ()
    ) -> None:
        from kampanye_tui.store.new_configuration import configuration_file

        self.path = path
        self.configuration = configuration
        self.reference = reference
        text = configuration_file(configuration, reference).decode()
        super().__init__(
            "Periksa sebelum ditulis",
            f"isi {path.name}",
            (
                *(Paragraph(f"Perhatian: {remark}", "bad") for remark in remarks),
                Paragraph(text.rstrip("\n"), hang=4),
            ),
            f"Berkas: {path.absolute()}",
        )

    def do_write(self) -> None:
        """Write the file, once; one that is there already stays."""
        from kampanye_tui.store.new_configuration import write_configuration

        try:
            write_configuration(self.path, self.configuration, self.reference)
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self.dismiss(True)

    def do_change(self) -> None:
        """Go back to the fields."""
        self.dismiss(False)
