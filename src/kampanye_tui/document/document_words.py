"""The words that only documents know: counts, numbers of papers and copies, who receives one."""

from __future__ import annotations

from kampanye_tui.agreement.vocabulary import Vocabulary, vocabulary
from kampanye_tui.agreement.words import enumerated, number_and_words
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.party import Institution, Party, Role
from kampanye_tui.model.state import State


def words_of(agreement: Agreement, state: State, copy: CopyPlan | None, holder: Party | None) -> Vocabulary:
    """Return everything that a template may name."""
    words = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    supervisor = next((p for p in agreement.parties if p.institution is Institution.SUPERVISOR), None)
    chair = next(iter(agreement.office.members), None)
    originals = agreement.copies_of(CopyForm.ORIGINAL)
    words |= {
        "keadaan_naskah": state.words,
        "kode_naskah": state.code,
        "jumlah_klausul": number_and_words(len(agreement.clauses)),
        "jumlah_peserta": number_and_words(len(agreement.of_role(Role.CONTESTANT))),
        "jumlah_asli": number_and_words(len(originals)),
        "ketua_kantor": chair.name if chair else "",
        "jabatan_ketua_kantor": chair.office if chair else "",
        "daftar_saksi": enumerated([party.name for party in agreement.of_role(Role.WITNESS)]),
        "daftar_mengetahui": enumerated([party.name for party in agreement.of_role(Role.ACKNOWLEDGING)]),
        "nama_pengawas": supervisor.name if supervisor else "",
        "kota_kantor": agreement.office.city,
    }
    if copy is not None and holder is not None:
        words |= {
            "nama_penerima": holder.name,
            "singkatan_penerima": holder.called,
            "nomor_urut_penerima": "" if holder.ballot_number is None else str(holder.ballot_number),
            "kedudukan_penerima": f"Nomor urut {holder.ballot_number}"
            if holder.ballot_number is not None
            else holder.role.value.replace("-", " ").capitalize(),
            "bentuk_salinan": copy.form.value,
            "nomor_salinan": str(copy.number),
            "jumlah_salinan": str(len(agreement.copies_of(copy.form))),
        }
    return words
