"""``ekspor``: files in the right place, one document on stdout, and nothing overwritten unasked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from kampanye_tui.cli.main import run
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from tests.unit.cli.office import Command, edit, no_screen, without_supervisor

ID = "2023-kampanye-damai"
ONE = ("ekspor", "--templat", "naskah", "--format", "teks")
"""Asks for a single document that is quickly made."""


def test_a_document_goes_to_the_folder_that_is_named(office: Path, kampanye: Command) -> None:
    kampanye(*ONE, "-o", "hasil")
    assert [path.name for path in (office / "hasil").iterdir()] == ["naskah.txt"]


def test_a_document_goes_to_the_file_that_is_named(office: Path, kampanye: Command) -> None:
    kampanye(*ONE, "-o", "nota.txt")
    assert (office / "nota.txt").is_file()


def test_a_folder_that_is_called_like_a_file_stays_a_folder(office: Path, kampanye: Command) -> None:
    (office / "hasil.txt").mkdir()
    kampanye(*ONE, "-o", "hasil.txt")
    assert (office / "hasil.txt" / "naskah.txt").is_file()


@pytest.mark.parametrize("target", ["nota.pdf", "nota.docx", "hasil.v2"])
def test_a_file_whose_suffix_is_of_another_format_is_refused(
    target: str, office: Path, kampanye: Command
) -> None:
    ran = kampanye(*ONE, "-o", target)
    assert (ran.code, f'Akhiran "{Path(target).suffix}" tidak cocok' in ran.err) == (2, True)


def test_an_empty_target_is_refused(office: Path, kampanye: Command) -> None:
    assert "Tujuan -o kosong." in kampanye(*ONE, "-o", "").err


def test_without_target_a_saved_agreement_is_written_beside_its_text(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye(*ONE)
    assert (office / "naskah" / ID / "keluaran" / "naskah.txt").is_file()


def test_without_target_an_unsaved_agreement_is_written_into_the_workspace(
    office: Path, kampanye: Command
) -> None:
    kampanye(*ONE)
    assert (office / "keluaran" / "naskah.txt").is_file()


def test_without_target_the_folder_of_the_configuration_is_used(office: Path, kampanye: Command) -> None:
    edit(office, 'format = ["pdf"]\n', 'format = ["pdf"]\nfolder = "cetak"\n')
    kampanye(*ONE)
    assert (office / "cetak" / "naskah.txt").is_file()


def test_without_request_the_configuration_is_followed(office: Path, kampanye: Command) -> None:
    edit(office, 'format = ["pdf"]', 'format = ["json"]')
    edit(
        office, 'templat = ["naskah", "berita-acara-kesepakatan", "salinan-peserta"]', 'templat = ["naskah"]'
    )
    kampanye("ekspor", "-o", "hasil")
    assert [path.name for path in (office / "hasil").iterdir()] == ["naskah.json"]


def test_copies_are_written_for_the_recipients_that_are_named(office: Path, kampanye: Command) -> None:
    asked = ("ekspor", "--templat", "salinan-peserta", "--format", "teks", "-o", "hasil")
    kampanye(*asked, "--untuk", "partai-ummat", "--untuk", "partai-buruh")
    assert sorted(path.name for path in (office / "hasil").iterdir()) == [
        "salinan-06_partai-buruh.txt",
        "salinan-18_partai-ummat.txt",
    ]


def test_copies_of_an_earlier_export_are_named(office: Path, kampanye: Command) -> None:
    one = ("ekspor", "--templat", "salinan-peserta", "--format", "teks", "-o", "hasil")
    (office / "hasil").mkdir()
    (office / "hasil" / "salinan-01_paslon-4.txt").write_text("lama")
    assert (
        "Perhatian: 1 berkas dari ekspor sebelumnya tidak berlaku lagi: salinan-01_paslon-4.txt. "
        "Jangan dibagikan."
    ) in kampanye(*one, "--untuk", "partai-ummat").err


def test_copies_that_would_have_the_same_name_today_are_not_of_an_earlier_export(
    office: Path, kampanye: Command
) -> None:
    wanted = ("ekspor", "--templat", "salinan-peserta", "--format", "teks", "-o", "hasil")
    kampanye(*wanted)
    assert "ekspor sebelumnya" not in kampanye(*wanted, "--untuk", "partai-ummat").err


@pytest.mark.parametrize("form", [("--ringkas",), ("--bagian", "isi")])
def test_other_forms_of_copies_are_not_of_an_earlier_export(
    form: tuple[str, ...], office: Path, kampanye: Command
) -> None:
    wanted = ("ekspor", "--templat", "salinan-peserta", "--format", "pdf", "-o", "hasil")
    kampanye(*wanted, "--untuk", "partai-buruh", *form)
    assert "ekspor sebelumnya" not in kampanye(*wanted, "--untuk", "partai-ummat").err


def test_messages_are_not_plain_text_of_an_earlier_export(office: Path, kampanye: Command) -> None:
    wanted = ("ekspor", "--templat", "salinan-peserta", "-o", "hasil", "--format")
    kampanye(*wanted, "pesan", "--untuk", "partai-buruh")
    assert "ekspor sebelumnya" not in kampanye(*wanted, "teks", "--untuk", "partai-ummat").err


def test_a_small_file_of_an_earlier_export_is_named(office: Path, kampanye: Command) -> None:
    (office / "hasil").mkdir()
    (office / "hasil" / "salinan-01_paslon-4-isi-ringkas.pdf").write_text("lama")
    wanted = ("ekspor", "--templat", "salinan-peserta", "--format", "pdf", "-o", "hasil")
    assert "lagi: salinan-01_paslon-4-isi-ringkas.pdf" in kampanye(*wanted, "--untuk", "partai-ummat").err


def test_the_list_says_what_became_of_each_file(office: Path, kampanye: Command) -> None:
    ran = kampanye(*ONE, "-o", "hasil")
    assert [row.split()[1] for row in ran.out.splitlines()] == ["KEADAAN", "baru"]


def test_the_list_prints_the_hash_of_each_file(office: Path, kampanye: Command) -> None:
    told = kampanye(*ONE, "-o", "nota.txt").out
    assert hashlib.sha256((office / "nota.txt").read_bytes()).hexdigest() in told


def test_the_list_as_json_has_file_pages_hash_and_what_became_of_it(office: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("ekspor", "--templat", "naskah", "--json", "-o", "nota.pdf").out)
    data = (office / "nota.pdf").read_bytes()
    assert rows == [
        {
            "berkas": "nota.pdf",
            "halaman": rows[0]["halaman"],
            "sha256": hashlib.sha256(data).hexdigest(),
            "keadaan": "baru",
        }
    ]


def test_the_sum_of_the_check_is_talk(office: Path, kampanye: Command) -> None:
    assert "Pemeriksaan: 0 wajib" in kampanye(*ONE, "-o", "nota.txt").err


def test_what_must_be_mended_is_told_after_an_export_in_full(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    assert "aturan: lembaga pokok" in kampanye(*ONE, "-o", "nota.txt").err


def test_suggestions_are_only_counted_after_an_export(office: Path, kampanye: Command) -> None:
    assert "Saran (" not in kampanye(*ONE, "-o", "nota.txt").err


def test_the_same_document_again_leaves_the_file_as_it_is(office: Path, kampanye: Command) -> None:
    kampanye(*ONE, "-o", "nota.txt")
    assert json.loads(kampanye(*ONE, "--json", "-o", "nota.txt").out)[0]["keadaan"] == "tetap"


def test_a_file_with_other_content_is_declined(office: Path, kampanye: Command) -> None:
    (office / "nota.txt").write_text("milik orang")
    assert kampanye(*ONE, "-o", "nota.txt")[:2] == (1, "")


def test_a_file_with_other_content_stays(office: Path, kampanye: Command) -> None:
    (office / "nota.txt").write_text("milik orang")
    kampanye(*ONE, "-o", "nota.txt")
    assert (office / "nota.txt").read_text() == "milik orang"


def test_a_file_with_other_content_is_replaced_when_asked(office: Path, kampanye: Command) -> None:
    (office / "nota.txt").write_text("milik orang")
    ran = kampanye(*ONE, "--json", "--timpa", "-o", "nota.txt")
    assert json.loads(ran.out)[0]["keadaan"] == "diganti"


def test_several_documents_do_not_fit_into_one_file(office: Path, kampanye: Command) -> None:
    assert kampanye("ekspor", "--format", "teks", "-o", "nota.txt")[:2] == (2, "")


def test_several_documents_do_not_fit_on_stdout(office: Path, kampanye: Command) -> None:
    assert kampanye("ekspor", "--format", "teks", "-o", "-")[:2] == (2, "")


@pytest.mark.parametrize(("made", "suffix"), [("pdf", "pdf"), ("teks", "txt"), ("json", "json")])
def test_stdout_is_exactly_the_bytes_of_the_file(
    made: str, suffix: str, office: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    asked = ["ekspor", "--templat", "naskah", "--format", made, "-o"]
    run(no_screen, [*asked, f"nota.{suffix}"])
    capsysbinary.readouterr()
    run(no_screen, [*asked, "-"])
    assert capsysbinary.readouterr().out == (office / f"nota.{suffix}").read_bytes()


def test_a_document_on_stdout_writes_no_file(office: Path, kampanye: Command) -> None:
    kampanye(*ONE, "-o", "-")
    assert [path.name for path in office.iterdir()] == ["kampanye.toml"]


@pytest.mark.parametrize(
    "wrong",
    [("--templat", "tiada"), ("--format", "tiada"), ("--untuk", "tiada")],
    ids=lambda wrong: wrong[0],
)
def test_what_is_unknown_cannot_be_written(wrong: tuple[str, str], office: Path, kampanye: Command) -> None:
    assert kampanye("ekspor", *wrong, "-o", "hasil").code == 2


def test_what_cannot_be_made_writes_nothing(office: Path, kampanye: Command) -> None:
    kampanye(*ONE, "--format", "tiada", "-o", "hasil")
    assert not (office / "hasil").exists()


def test_a_missing_logo_is_told_with_its_key(office: Path, kampanye: Command) -> None:
    edit(office, '# logo = "logo.png"', 'logo = "tiada.png"')
    ran = kampanye(*ONE, "-o", "hasil")
    assert (ran.code, 'Periksa kunci "logo"' in ran.err) == (2, True)


def test_the_paper_of_the_configuration_is_used(office: Path, kampanye: Command) -> None:
    edit(office, 'kertas = "A4"', 'kertas = "F4"')
    page = json.loads(kampanye("ekspor", "--templat", "naskah", "--format", "json", "-o", "-").out)["page"]
    assert (page["width"], page["height"]) == (215, 330)


def own_fonts(office: Path) -> None:
    """Let an office name four files of its own."""
    keys = ("biasa", "tebal", "miring", "tebal_miring")
    table = "".join(f'{key} = "huruf/{key}.ttf"\n' for key in keys)
    edit(office, "# [huruf]", f"[huruf]\n{table}#")
    (office / "huruf").mkdir()
    usual = default_fonts()
    for key, path in zip(keys, (usual.regular, usual.bold, usual.italic, usual.bold_italic), strict=True):
        (office / "huruf" / f"{key}.ttf").write_bytes(path.read_bytes())


def test_the_typeface_of_an_office_stands_beside_its_configuration(
    office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_fonts(office)
    monkeypatch.chdir("/")
    named = ("--config", str(office / "kampanye.toml"))
    assert kampanye("ekspor", *named, "--templat", "naskah", "-o", str(office / "hasil")).code == 0


def test_a_missing_file_of_a_typeface_is_told_with_its_table(office: Path, kampanye: Command) -> None:
    own_fonts(office)
    (office / "huruf" / "tebal.ttf").unlink()
    ran = kampanye("ekspor", "--templat", "naskah", "-o", "hasil")
    assert (ran.code, "[huruf]" in ran.err) == (2, True)


def test_a_logo_stands_beside_the_configuration(
    office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(office, '# logo = "logo.png"', 'logo = "logo.png"')
    Image.new("RGB", (9, 9), "red").save(office / "logo.png")
    monkeypatch.chdir("/")
    named = ("--config", str(office / "kampanye.toml"))
    assert kampanye("ekspor", *named, "--templat", "naskah", "--format", "json", "-o", "-").code == 0


def test_a_part_is_by_itself_that_of_the_text_as_pdf(office: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--bagian", "isi", "-o", "hasil")
    assert [path.name for path in (office / "hasil").iterdir()] == ["naskah-isi.pdf"]


def test_a_part_in_another_format_is_refused(office: Path, kampanye: Command) -> None:
    ran = kampanye(*ONE, "--bagian", "isi", "-o", "hasil")
    assert (ran.code, "hanya dapat dibuat sebagai PDF, bukan teks" in ran.err) == (2, True)


def test_the_pocket_book_is_what_is_folded(office: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--lipat", "-o", "hasil")
    assert [path.name for path in (office / "hasil").iterdir()] == ["buku-saku-lipat.pdf"]


def test_a_part_is_not_folded(kampanye: Command) -> None:
    ran = kampanye(*ONE, "--lipat", "--bagian", "isi")
    assert (ran.code, "tidak dapat dipakai bersama" in ran.err) == (2, True)


@pytest.fixture
def sent(office: Path, kampanye: Command) -> tuple[Path, Path]:
    """Return minutes with a logo as they are printed and as they are sent."""
    edit(office, '# logo = "logo.png"', 'logo = "logo.png"')
    Image.effect_noise((600, 600), 60).save(office / "logo.png")
    asked = ("ekspor", "--templat", "berita-acara-kesepakatan", "--format", "pdf", "-o", "hasil")
    for more in ((), ("--ringkas",)):
        kampanye(*asked, *more)
    folder = office / "hasil"
    return folder / "berita-acara-kesepakatan.pdf", folder / "berita-acara-kesepakatan-ringkas.pdf"


def test_what_is_sent_by_messenger_is_much_smaller(sent: tuple[Path, Path]) -> None:
    printed, small = (path.stat().st_size for path in sent)
    assert small < printed // 2


def test_what_is_sent_by_messenger_carries_no_files(sent: tuple[Path, Path]) -> None:
    held = [len(PdfReader(path).attachments) for path in sent]
    assert (held[0] > 0, held[1]) == (True, 0)


def test_what_is_sent_by_messenger_says_the_same(sent: tuple[Path, Path]) -> None:
    printed, small = ([page.extract_text() for page in PdfReader(path).pages] for path in sent)
    assert printed == small


def test_a_small_file_in_another_format_is_refused(office: Path, kampanye: Command) -> None:
    ran = kampanye(*ONE, "--ringkas")
    assert (ran.code, "Berkas ringkas hanya dapat dibuat sebagai PDF" in ran.err) == (2, True)
