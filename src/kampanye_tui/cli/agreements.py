"""``baru``, ``daftar``, ``lihat``: the agreements of a workspace."""

from __future__ import annotations

from typing import Any

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import data, data_json, table, talk
from kampanye_tui.cli.session import choose, compose_new, locate, none_saved


@click.command("baru", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[ID]", required=False)
@config
def new(agreement_id: str | None) -> None:
    """Susun naskah baru dari konfigurasi di ruang kerja."""
    import msgspec

    from kampanye_tui.store.workspace import create

    session = compose_new(locate())
    agreement = session.agreement
    if agreement_id is not None:
        agreement = msgspec.structs.replace(agreement, id=agreement_id)
    saved = create(session.located.workspace, agreement)
    talk(f"Naskah tersimpan: {saved.path}")
    talk(f"Lanjutkan dengan: kampanye periksa {agreement.id}")
    data(agreement.id)


KEYS = ("id", "keadaan", "revisi", "tentang", "wilayah", "tanggal", "kode", "pinjaman")
"""What the list tells of an agreement."""


@click.command("daftar", options_metavar="[OPSI]")
@config
@as_json
def listing(as_json: bool) -> None:
    """Tampilkan semua naskah di ruang kerja."""
    from kampanye_tui.agreement.lending import why_read_only
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.store.forks import fork_folders, fork_words
    from kampanye_tui.store.ledger import state_of
    from kampanye_tui.store.workspace import list_agreements

    rows: list[dict[str, Any]] = []
    located = locate()
    workspace = located.workspace
    for listed in list_agreements(workspace):
        if listed.saved is None:
            talk("\n".join(map(str, listed.problems)))
            rows.append(dict.fromkeys(KEYS, "") | {"id": listed.id, "keadaan": "tidak terbaca"})
            continue
        agreement = listed.saved.agreement
        try:
            stands = state_of(workspace, agreement)
        except Refused as refused:
            talk("\n".join(map(str, refused.problems)))
            rows.append(dict.fromkeys(KEYS, "") | {"id": listed.id, "keadaan": "tidak terbaca"})
            continue
        rows.append(
            {
                "id": agreement.id,
                "keadaan": stands.phase.value,
                "revisi": agreement.revision,
                "tentang": agreement.topic,
                "wilayah": agreement.reference.region.name,
                "tanggal": agreement.occasion.day.isoformat() if agreement.occasion.day else "",
                "kode": stands.code,
                "pinjaman": (why_read_only(stands.loan) or ("",))[0],
            }
        )
    forks = fork_folders(workspace)
    rows += [dict.fromkeys(KEYS, "") | {"id": fork.name, "keadaan": "cabang"} for fork in forks]
    if as_json:
        data_json(rows)
    elif rows:
        keys = ("id", "keadaan", "tanggal", "wilayah", "tentang")
        table([key.upper() for key in keys], [[str(row.get(key, "")) for key in keys] for row in rows])
        for row in rows:
            if row["pinjaman"]:
                talk(f"Naskah {row['id']} {row['pinjaman']}, jadi di sini hanya dapat dibaca.")
        for fork in forks:
            talk(f"{fork.name}: {fork_words(workspace, fork)}")
    else:
        talk(str(none_saved(located)))


@click.command("lihat", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--templat", metavar="T", default="naskah", show_default=True, help="Dokumen yang ditampilkan.")
@config
def show(agreement_id: str | None, templat: str) -> None:
    """Tampilkan satu dokumen sebagai teks."""
    from kampanye_tui.export import Request, maker_for, plan

    session = choose(agreement_id)
    maker = maker_for(session.located, session.library, session.agreement)
    job = plan(session.agreement, session.library, Request((templat,), ("teks",)))[0]
    for line in maker.make(job).data.decode().splitlines():
        data(line)
