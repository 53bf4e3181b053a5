"""The words that only documents know: counts, numbers of papers and copies, who receives one."""

from __future__ import annotations

from kampanye_tui.agreement.copy_standing import in_place_of
from kampanye_tui.agreement.vocabulary import Vocabulary, vocabulary
from kampanye_tui.agreement.words import day_name, enumerated, long_date, number_and_words
from kampanye_tui.document.context import BLANK
from kampanye_tui.document.document_number import number_of
from kampanye_tui.document.signing_words import signing_words
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.party import Institution, Party, Role
from kampanye_tui.model.state import State
from kampanye_tui.model.template import FrontMatter


def words_of(agreement: Agreement, state: State, front: FrontMatter) -> Vocabulary:
    """Return what a template may name in every copy alike."""
    words = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    supervisor = next((p for p in agreement.parties if p.institution is Institution.SUPERVISOR), None)
    chair = agreement.members()[0]
    day = agreement.occasion.day
    originals = agreement.copies_of(CopyForm.ORIGINAL)
    words |= signing_words(agreement, state)
    return words | {
        "keadaan_naskah": state.words,
        "kode_naskah": state.code,
        "jumlah_klausul": number_and_words(len(agreement.clauses)),
        "jumlah_peserta": number_and_words(len(agreement.of_role(Role.CONTESTANT))),
        "jumlah_asli": number_and_words(len(originals)),
        "banyak_salinan": number_and_words(len(agreement.copies_of(CopyForm.COPY))),
        "ketua_kantor": chair.name,
        "jabatan_ketua_kantor": chair.office,
        "daftar_saksi": enumerated([party.name for party in agreement.of_role(Role.WITNESS)]),
        "daftar_mengetahui": enumerated([party.name for party in agreement.of_role(Role.ACKNOWLEDGING)]),
        "nama_pengawas": supervisor.name if supervisor else "",
        "kota_kantor": agreement.office.city,
        "hari_tanggal_acara": f"{day_name(day)}, {long_date(day)}" if day else "",
        "pukul_acara": words["mulai_acara"] or f"{BLANK} {words['zona_waktu']}",
        "akhir_acara": words["selesai_acara"] or "selesai",
        "nomor_dokumen": number_of(agreement, front),
    }


def receiver_words(
    agreement: Agreement, state: State, copy: CopyPlan | None = None, holder: Party | None = None
) -> Vocabulary:
    """Return what a template may name of the copy and of who receives it; nothing of a paper for nobody."""
    words: Vocabulary = {}
    if holder is not None:
        words |= {
            "nama_penerima": holder.name,
            "singkatan_penerima": holder.called,
            "alamat_penerima": holder.address,
            "nomor_urut_penerima": "" if holder.ballot_number is None else str(holder.ballot_number),
            "kedudukan_penerima": f"Nomor urut {holder.ballot_number}"
            if holder.ballot_number is not None
            else holder.role.value.replace("-", " ").capitalize(),
            "jabatan_penerima": enumerated([person.office for person in holder.signatories]),
            "penandatangan_penerima": enumerated([one.name for one in holder.signatories if one.name]),
        }
    if copy is not None:
        replaced, planned = in_place_of(state.copies, copy), len(agreement.copies_of(copy.form))
        words |= {
            "bentuk_salinan": copy.form.value,
            "nomor_salinan": f"{copy.number}, pengganti nomor {replaced}" if replaced else str(copy.number),
            # A number behind those of the plan counts one of them anew, where it replaces one.
            "jumlah_salinan": str(planned if replaced else max(planned, copy.number)),
            "halaman_salinan": _pages(state, copy),
        }
    return words


def _pages(state: State, copy: CopyPlan) -> str:
    """Return how many pages a copy has; nothing until it is printed."""
    for other in state.copies:
        if (other.form, other.number) == (copy.form.value, copy.number) and other.deeds:
            return number_and_words(other.deeds[0].pages)
    return ""
