"""Opening an agreement or a recap, composing a new one, making one from another or out of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence

if TYPE_CHECKING:
    from kampanye_tui.tui.app import Kampanye


def open_agreement(app: Kampanye, agreement_id: str, *, day: bool = False) -> None:
    """Open an agreement on its own screen, or say why it cannot be opened; ``day`` opens its desk as well."""
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.store.settings import data_home
    from kampanye_tui.tui.screens.agreement import AgreementScreen
    from kampanye_tui.work import Work

    try:
        draft = Draft.open(app.located.workspace, agreement_id, operator=app.operator, home=data_home())
    except (Refused, OSError) as error:
        app.tell(sentence(error))
        return
    app.hold(draft)
    screen = AgreementScreen(Work(app.located, draft))
    # What was said here is old by the time somebody comes back.
    app.tell("")
    app.push_screen(screen)
    if day:
        screen.call_later(screen.do_show_day)


def new_agreement(app: Kampanye) -> None:
    """Compose an agreement from the configuration, under an id that the user may change."""
    from kampanye_tui.agreement.entries import free_id, id_of
    from kampanye_tui.store.workspace import agreement_ids
    from kampanye_tui.tui.checks import sentence_of
    from kampanye_tui.tui.form import Field, Form

    configuration = app.located.configuration
    taken = agreement_ids(app.located.workspace)
    topic = configuration.agreement.topic
    fields = (
        Field(
            "id",
            "Nama folder",
            free_id(configuration.agreement.id, taken),
            "Huruf kecil, angka, dan tanda hubung; menjadi nama folder naskah.",
            sentence_of(id_of),
        ),
        Field(
            "topic",
            "Tentang",
            topic,
            "Sesudah TENTANG pada judul; kosong: Kampanye Damai dan nama pemilihannya.",
        ),
    )
    app.push_screen(
        Form("Naskah baru", fields, lambda values: _create(app, values), about=_about(app)),
    )


def _about(app: Kampanye) -> str:
    configuration = app.located.configuration
    return f"kumpulan {configuration.clauses.clause_set}, {configuration.election.id}"


def _create(app: Kampanye, values: dict[str, str]) -> None:
    """Compose and save; raises Refused, which the form shows."""
    import msgspec

    from kampanye_tui.agreement.settle import settled
    from kampanye_tui.store.workspace import create
    from kampanye_tui.work import composed, library_for

    located = app.located
    agreement = composed(located, library_for(located))
    topic = values["topic"] or agreement.topic
    agreement = msgspec.structs.replace(agreement, id=values["id"])
    agreement = settled(agreement, msgspec.structs.replace(agreement, topic=topic))
    create(located.workspace, agreement)
    app.call_later(open_agreement, app, agreement.id)


def duplicate_agreement(app: Kampanye, agreement_id: str) -> None:
    """Make another agreement with the same text, under an id that the user may change."""
    from kampanye_tui.agreement.entries import free_id, id_of
    from kampanye_tui.store.workspace import agreement_ids
    from kampanye_tui.tui.checks import sentence_of
    from kampanye_tui.tui.form import Field, Form

    proposed = free_id(agreement_id, agreement_ids(app.located.workspace))
    hint = "Nomor dokumen tidak ikut disalin; klausul, pihak, dan acara ikut."
    fields = (Field("id", "Nama folder", proposed, hint, sentence_of(id_of)),)

    def keep(values: dict[str, str]) -> None:
        from kampanye_tui.store.workspace import duplicate, load

        workspace = app.located.workspace
        duplicate(workspace, load(workspace, agreement_id), values["id"])
        app.tell(f"Naskah {values['id']} dibuat dari {agreement_id}.")

    app.push_screen(Form(f"Salin naskah {agreement_id}", fields, keep))


def agreement_from_pdf(app: Kampanye) -> None:
    """Take the draft out of a PDF that the user names, and open it."""
    from kampanye_tui.tui.form import Field, Form

    hint = "PDF dari program ini membawa naskahnya sendiri; ia kembali sebagai konsep."
    fields = (Field("path", "Berkas PDF", "", hint),)
    app.push_screen(Form("Naskah dari PDF", fields, lambda values: _reopen(app, values["path"])))


def _reopen(app: Kampanye, named: str) -> None:
    """Put the draft into the workspace; raises Refused, which the form shows."""
    from pathlib import Path

    from kampanye_tui.model.problem import refuse
    from kampanye_tui.reopening import carried_by, pdf_of
    from kampanye_tui.work import reopened_from

    if not named.strip():
        raise refuse("nama berkasnya belum diisi", "Contoh: /home/kpu/salinan-dari-partai.pdf")
    found = reopened_from(app.located, carried_by(pdf_of(Path(named.strip()).expanduser())))
    app.call_later(open_agreement, app, found.agreement.id)
    done = "kembali sebagai konsep" if found.new else "sudah ada di sini dan isinya sama"
    app.call_later(app.tell, " ".join((f"Naskah {found.agreement.id} {done}.", *found.remarks)))


def recap_of_folder(app: Kampanye) -> None:
    """Show the recap of a folder that the user names, up to today."""
    from kampanye_tui.tui.checks import needed
    from kampanye_tui.tui.form import Field, Form

    hint = "Berisi ruang kerja kantor atau berkas bukti (.zip), boleh per provinsi."
    fields = (Field("path", "Folder kiriman", "", hint, needed()),)
    app.push_screen(Form("Rekap banyak kantor", fields, lambda values: _recap(app, values["path"])))


def _recap(app: Kampanye, named: str) -> None:
    """Open the recap once the form is closed."""
    from pathlib import Path

    from kampanye_tui.recap import Asked
    from kampanye_tui.store.lease import local_now
    from kampanye_tui.tui.screens.recap_country import RecapCountry

    asked = Asked((Path(named).expanduser(),), local_now().date())
    app.call_later(app.push_screen, RecapCountry(asked))
