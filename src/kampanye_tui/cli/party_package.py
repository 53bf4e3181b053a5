"""``salinan paket``: all that one pihak is given, in a folder or as one zip file."""

from __future__ import annotations

from pathlib import Path

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, Progress, data, talk
from kampanye_tui.cli.recording import begin_recording

ZIP = ".zip"

timpa = click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")


@click.command("paket", options_metavar="[OPSI]")
@click.argument("party", metavar="PIHAK")
@click.option("-o", "target", metavar="FOLDER|BERKAS.zip", help="Folder tujuan, atau satu berkas zip.")
@timpa
@naskah
@config
def package(party: str, target: str | None, overwrite: bool, agreement_id: str | None) -> Exit:
    """Buat paket untuk satu pihak: salinan, buku saku, dan lainnya.

    Berita acara penandatanganan ikut sesudah penandatanganan ditutup.

    \b
    Contoh:
      kampanye salinan paket partai-demokrat
      kampanye salinan paket 14 -o partai-demokrat.zip
    """
    from kampanye_tui.export import deliver, folder_for, make_all, maker_for, named_party
    from kampanye_tui.handing_out import package_folder, package_jobs, package_remarks
    from kampanye_tui.store.bundle import bundled
    from kampanye_tui.store.outputs import Output, write_outputs

    recording = begin_recording(agreement_id, None)
    agreement, located = recording.agreement, recording.editing.located
    holder = named_party(agreement, party)
    library = recording.editing.library()
    maker = maker_for(located, library, agreement)
    jobs = package_jobs(maker, holder)
    made = make_all(maker, jobs, Progress("Menyusun", len(jobs)))
    if target and target.endswith(ZIP):
        files = bundled((one.job.name, one.data) for one in made)
        write_outputs([Output(Path(target), files)], overwrite=overwrite)
        data(target)
    else:
        folder = Path(target) if target else package_folder(folder_for(located, agreement.id), holder)
        deliver(library, agreement.id, made, [folder / one.job.name for one in made], overwrite=overwrite)
        for one in made:
            data(str(folder / one.job.name))
    for remark in package_remarks(maker, made):
        talk(remark)
    talk(f"Selesai: paket {holder.called}, {len(made)} berkas.")
    return Exit.DONE
