"""``buka``: a PDF that this program made gives its draft back."""

from __future__ import annotations

from pathlib import Path

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, talk
from kampanye_tui.cli.session import locate, located_if_any


@click.command("buka", options_metavar="[OPSI]")
@click.argument("path", metavar="BERKAS.pdf", type=click.Path(path_type=Path))
@click.option(
    "--ke",
    "target",
    metavar="BERKAS",
    type=click.Path(path_type=Path),
    help="Hanya tulis naskah.toml dari PDF itu ke berkas ini.",
)
@config
@as_json
def reopen(path: Path, target: Path | None, as_json: bool) -> Exit:
    """Kembalikan naskah dari sebuah PDF, sebagai konsep.

    Setiap PDF dari program ini membawa naskahnya sendiri. Naskah yang sudah
    ada tidak pernah ditimpa: bila isinya lain, perbedaannya disebutkan.

    \b
    Contoh:
      kampanye buka salinan-dari-partai.pdf
      kampanye buka salinan-dari-partai.pdf --ke naskah.toml
    """
    from kampanye_tui.reopening import carried_by, pdf_of
    from kampanye_tui.work import reopened_from

    # Who works is known before a file is read: over SSH only those of the office can be named.
    if target is not None:
        located_if_any()
        return _written(target, carried_by(pdf_of(path)).text)
    located = locate()
    found = reopened_from(located, carried_by(pdf_of(path)))
    if as_json:
        data_json({"id": found.agreement.id, "baru": found.new, "catatan": list(found.remarks)})
    else:
        data(found.agreement.id)
    for remark in found.remarks:
        talk(remark)
    if found.new:
        talk(f"Naskah {found.agreement.id} tersimpan sebagai konsep.")
        talk(f"Lanjutkan dengan: kampanye periksa {found.agreement.id}")
    else:
        talk(f"Naskah {found.agreement.id} sudah ada di sini dan isinya sama; tidak ada yang diubah.")
    return Exit.DONE


def _written(target: Path, text: bytes) -> Exit:
    from kampanye_tui.store.outputs import Output, write_outputs

    (became,) = write_outputs([Output(target, text)], overwrite=False, elsewhere="pilih nama lain")
    talk(f"{target} ({became.word})")
    return Exit.DONE
