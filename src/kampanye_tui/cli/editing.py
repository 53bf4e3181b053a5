"""What every edit begins and ends with: a saved agreement, and an account of what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from kampanye_tui.cli.on_paper import called_on_paper
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.session import library_for, locate, none_saved, pick

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.plugin.library import Library
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.workspace import Saved


class Editing(NamedTuple):
    """A saved agreement, opened to be changed."""

    located: Located
    saved: Saved

    @property
    def agreement(self) -> Agreement:
        """The agreement as it was saved."""
        return self.saved.agreement

    def library(self, agreement: Agreement | None = None) -> Library:
        """Return the library for the agreement, or for a version of it."""
        return library_for(self.located, agreement or self.agreement)

    def clause(self, name: str) -> str:
        """Return the id of the clause of that id or number on paper; raises Refused."""
        from kampanye_tui.agreement.clause_named import clause_named

        # Papers are asked for only where somebody writes what stands on them: that takes the packs.
        known = any(clause.id == name for clause in self.agreement.clauses)
        printed = {} if known else called_on_paper(self.located, self.agreement)
        return clause_named(self.agreement, name, printed)

    def keep(self, after: Agreement, *, dry: bool, again: str = "tanpa --coba") -> Exit:
        """Save what was changed unless ``dry``, and tell it line by line; ``again`` says how it is saved."""
        from kampanye_tui.agreement.account import told_of
        from kampanye_tui.agreement.finalising import edited
        from kampanye_tui.store.apart import Diverged
        from kampanye_tui.store.ledger import open_ledger
        from kampanye_tui.store.workspace import save

        folder = self.saved.path.parent
        after = edited(self.agreement, after, open_ledger(folder, after.id).book.events)
        lines = told_of(self.agreement, after)
        if not lines:
            talk("Tidak ada yang berubah.")
            return Exit.DONE
        if not dry:
            try:
                save(self.saved, after)
            except Diverged:
                talk(f"Perubahan ini belum masuk ke naskah. Gabungkan dengan: kampanye gabungkan {after.id}")
                raise
        for line in lines:
            data(line)
        if dry:
            talk(f"Belum disimpan; ulangi {again} untuk menyimpan.")
        else:
            talk(f"Tersimpan. Batalkan dengan: kampanye urungkan {after.id}")
        return Exit.DONE


def begin(agreement_id: str | None) -> Editing:
    """Open a saved agreement, or the only one there is; raises Refused when none is saved."""
    from kampanye_tui.model.problem import Refused

    located = locate()
    saved = pick(located, agreement_id)
    if saved is None:
        raise Refused([none_saved(located)])
    return Editing(located, saved)


naskah = click.option("--naskah", "agreement_id", metavar="ID", help="Naskah; perlu bila ada beberapa.")
"""Names the agreement where the arguments name something in it."""
coba = click.option("--coba", "dry", is_flag=True, help="Tunjukkan perubahannya tanpa menyimpan.")
"""As with ``periksa``."""
