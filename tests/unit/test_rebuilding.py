"""A PDF is made again from what it carries; whatever differs is named, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
import pytest

from kampanye_tui import rebuilding
from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.export import Job, Maker
from kampanye_tui.formats.pdf import same_content
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Picture
from kampanye_tui.model.export_format import ExportOptions, Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library
from kampanye_tui.rebuilding import Here, Rebuilt, Verdict, rebuilt
from tests.unit.document.kept_office import Office
from tests.unit.formats.test_pdf import picture

changed = msgspec.structs.replace
HOME = "Jalan Melati 7"


@dataclass
class Press:
    """An office after its day of signing, and papers of it."""

    office: Office
    library: Library
    maker: Maker

    def paper(self, name: str = "salinan-peserta", part: Part | None = None) -> bytes:
        """Return a paper; of copies and papers for a pihak, that of the second party."""
        template = self.library.template(name)
        scope = template.front.scope.value
        copy = self.maker.agreement.copies_of(CopyForm.COPY)[1] if scope == "salinan" else None
        holder = self.maker.agreement.parties[2] if scope == "pihak" else None
        return self.maker.make(Job(template, copy, self.library.format("pdf"), "a.pdf", holder, part)).data

    def again(self, data: bytes, **here: Any) -> Rebuilt:
        """Make a file again with what is here."""
        return rebuilt(data, Here(**({"library": self.library, "logo": self.maker.logo} | here)))


@pytest.fixture(scope="module")
def press(agreement: Agreement, library: Library) -> Press:
    """The office, with a logo, addresses, and paper of its own."""
    office = Office(agreement, library)
    logo = Picture(data=picture("PNG", "RGB").data, width=60, height=40, alternative="Logo")
    parties = tuple(changed(party, address=HOME) for party in office.agreement.parties)
    held = changed(office.agreement, parties=parties, copies=plan_of_copies(parties))
    maker = office.maker()._replace(agreement=held, logo=logo, paper=Paper.F4)
    return Press(office, library, maker)


@pytest.fixture(scope="module")
def copy(press: Press) -> bytes:
    """A salinan."""
    return press.paper()


def saved(data: bytes, change: Callable[[pikepdf.Pdf], None] = lambda _file: None, **how: Any) -> bytes:
    """Return a file as another program saves it after a change."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        change(file)
        file.save(stream, fix_metadata_version=False, **how)
    return stream.getvalue()


def attaching(name: str, before: bytes, after: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes words in an attachment; they have to be there."""

    def change(file: pikepdf.Pdf) -> None:
        stream = file.attachments[name].obj.EF.F
        content = stream.read_bytes()
        assert before in content
        stream.write(content.replace(before, after))

    return change


def told(found: Rebuilt) -> list[str]:
    """Return what differs, as a line each."""
    return [f"{one.subject}: {one.words}" for one in found.differing]


PAPERS = (
    *(
        "naskah",
        "salinan-peserta",
        "berita-acara-kesepakatan",
        "berita-acara-penandatanganan",
        "tanda-terima",
    ),
    *("buku-ekspedisi", "lembar-verifikasi", "jawaban-ringkas", "undangan", "lembar-tanggapan-ulang", "dim"),
)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_made_again_byte_for_byte(press: Press, name: str) -> None:
    assert press.again(press.paper(name)) == Rebuilt(Verdict.SAME, (), ())


@pytest.mark.parametrize("part", [Part.BODY, Part.SIGNATURES])
def test_pages_by_themselves_are_made_again(press: Press, part: Part) -> None:
    assert press.again(press.paper("naskah", part)) == Rebuilt(Verdict.SAME, (), ())


def test_an_address_that_is_printed_is_there_again(press: Press) -> None:
    template = press.library.template("tanda-terima")
    asking = changed(template, body=f"{template.body}\n{{alamat_penerima}}\n", address="uji/alamat")
    library = press.library._replace(templates={**press.library.templates, "uji/alamat": asking})
    other = Press(press.office, library, press.maker._replace(library=library))
    assert other.again(other.paper("uji/alamat")).verdict is Verdict.SAME


@pytest.mark.parametrize("how", [{"recompress_flate": True}, {"compress_streams": False}])
def test_what_is_compressed_otherwise_has_the_same_content(
    press: Press, copy: bytes, how: dict[str, bool]
) -> None:
    pikepdf.settings.set_flate_compression_level(1)
    other = saved(copy, object_stream_mode=pikepdf.ObjectStreamMode.disable, **how)
    assert other != copy
    found = press.again(other)
    assert found == Rebuilt(Verdict.SAME_CONTENT, (), ())
    assert "disimpan ulang atau dimampatkan dengan cara lain" in found.words


def test_another_zlib_is_named(press: Press, copy: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    here = rebuilding.versions() | {"zlib": "9.9.zlib-ng"}
    monkeypatch.setattr(rebuilding, "versions", lambda: here)
    found = press.again(saved(copy, recompress_flate=True))
    assert "pustaka pemampat (zlib) di sini lain" in found.words
    assert [one.subject for one in found.otherwise] == ["versi"]


def letter(file: pikepdf.Pdf) -> None:
    """Show the glyphs of some word of the second page in the opposite order."""
    page = file.pages[1]
    instructions = list(pikepdf.parse_content_stream(page))
    words = (one.operands[0] for one in instructions if str(one.operator) == "TJ")
    word = next(one for one in words if len(bytes(one[0])) > 8)
    glyphs = bytes(word[0])
    word[0] = pikepdf.String(b"".join(glyphs[at : at + 2] for at in range(len(glyphs) - 2, -1, -2)))
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(instructions))


def test_a_changed_letter_is_named_with_its_page(press: Press, copy: bytes) -> None:
    found = press.again(saved(copy, letter))
    assert found.verdict is Verdict.DIFFERS
    (line,) = told(found)
    assert line.startswith('halaman 2: seharusnya "')


def stroke(file: pikepdf.Pdf) -> None:
    """Draw a line over the third page."""
    page = file.pages[2]
    page.Contents = pikepdf.Array([*page.Contents, file.make_stream(b"\n0 0 m 90 90 l S\n")])


def test_what_is_drawn_over_a_page_is_named(press: Press, copy: bytes) -> None:
    found = press.again(saved(copy, stroke))
    assert told(found) == ["halaman 3: kata-katanya sama, tetapi yang tergambar lain"]


def shorter(file: pikepdf.Pdf) -> None:
    """Take the last page out."""
    del file.pages[-1]


def test_a_page_that_is_missing_is_named(press: Press, copy: bytes) -> None:
    with pikepdf.open(BytesIO(copy)) as file:
        count = len(file.pages)
    found = press.again(saved(copy, shorter))
    assert f"jumlah halaman: seharusnya {count}, di berkas ini {count - 1}" in told(found)


def retitled(file: pikepdf.Pdf) -> None:
    """Call the file something else."""
    file.docinfo.Title = "Lain"


def test_what_a_file_says_of_itself_is_compared(press: Press, copy: bytes) -> None:
    assert told(press.again(saved(copy, retitled))) == [
        "keterangan berkas: judul, pembuat, atau tanggalnya lain"
    ]


def untagged(file: pikepdf.Pdf) -> None:
    """Call a paragraph something else to readers for the blind."""
    file.Root.StructTreeRoot.K.K[0].Alt = pikepdf.String("Lain")


def test_tags_are_compared(press: Press, copy: bytes) -> None:
    assert [one.subject for one in press.again(saved(copy, untagged)).differing] == ["urutan bacaan"]


def test_a_changed_text_is_named(press: Press, copy: bytes) -> None:
    found = press.again(saved(copy, attaching("naskah.toml", b"Aula Blandongan", b"Balai Kota")))
    assert found.verdict is Verdict.DIFFERS
    assert told(found)[0].startswith("lampiran naskah.toml: diubah: SHA-256 seharusnya ")
    assert any(line.startswith("halaman ") and "Aula Blandongan" in line for line in told(found))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (b"halaman = ", b"halaman = 9", "menyebut 9"),
        (b"kode_naskah = ", b'kode_naskah = "AAAA" # ', "menyebut kode naskah AAAA, bukan "),
        (b"[keadaan]\n", b"# catatan\n[keadaan]\n", "tidak tertulis seperti program ini menulisnya"),
        (b"nomor = 2\n", b"nomor = 3\n", "halaman 1: seharusnya "),
    ],
)
def test_a_changed_record_is_named(
    press: Press, copy: bytes, before: bytes, after: bytes, words: str
) -> None:
    found = press.again(saved(copy, attaching("cetak.toml", before, after)))
    assert found.verdict is Verdict.DIFFERS
    assert any(words in line for line in told(found))


def test_a_swapped_template_is_named(press: Press, copy: bytes) -> None:
    text = press.library.templates["nasional/naskah"]
    other = changed(text, body=text.body.replace("sepakat", "setuju"))
    library = press.library._replace(templates={**press.library.templates, "nasional/naskah": other})
    found = press.again(copy, library=library)
    assert found.verdict is Verdict.DIFFERS
    assert [one.words.split(":")[0] for one in found.otherwise] == ["nasional/naskah berubah"]


def test_a_template_that_is_not_here_is_refused_with_the_pack(press: Press, copy: bytes) -> None:
    templates = {
        key: one for key, one in press.library.templates.items() if one.front.id != "salinan-peserta"
    }
    with pytest.raises(Refused, match="Templat nasional/salinan-peserta tidak ada di sini"):
        press.again(copy, library=press.library._replace(templates=templates))


def test_another_logo_is_named(press: Press, copy: bytes) -> None:
    other = Picture(data=picture("JPEG", "RGB").data, width=60, height=40, alternative="Logo")
    assert press.again(copy, logo=other).otherwise[0].words.startswith("logo lain di sini (")
    found = press.again(copy, logo=None)
    assert (found.verdict, found.otherwise[0].words) == (Verdict.DIFFERS, "logo tidak ada di sini")


def test_another_typeface_is_named(press: Press, copy: bytes) -> None:
    own = default_fonts()
    swapped = changed(own, regular=own.italic)
    other = press.maker._replace(options=ExportOptions(fonts=swapped))
    theirs = Press(press.office, press.library, other).paper()
    found = press.again(theirs)
    assert found.verdict is Verdict.DIFFERS
    assert found.otherwise[0].words.startswith("SourceSerifPro-It (")
    assert press.again(theirs, fonts=swapped).verdict is Verdict.SAME


def test_the_programs_own_typeface_serves_an_office_with_another(press: Press, copy: bytes) -> None:
    own = default_fonts()
    assert press.again(copy, fonts=changed(own, regular=own.italic)).verdict is Verdict.SAME


def test_another_version_is_told_of_a_file_that_is_the_same(
    press: Press, copy: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "versions", lambda: {"fpdf2": "9.9"})
    found = press.again(copy)
    assert found.verdict is Verdict.SAME
    assert "tidak ada di sini" in found.otherwise[-1].words
    assert found.otherwise[0].words.startswith("fpdf2 2.")


def test_a_holder_whom_the_text_does_not_know_is_refused(press: Press, copy: bytes) -> None:
    change = attaching("cetak.toml", b'untuk = "partai-bakung"', b'untuk = "partai-lain"')
    with pytest.raises(Refused, match='menyebut pihak "partai-lain"'):
        press.again(saved(copy, change))


def test_facts_that_cannot_be_are_refused(press: Press) -> None:
    book = press.paper("buku-ekspedisi")
    change = attaching("cetak.toml", b'bentuk = "salinan"', b'bentuk = "karangan"')
    with pytest.raises(Refused, match="tidak dapat dipakai"):
        press.again(saved(book, change))


def test_a_file_that_is_too_complicated_is_refused(
    press: Press, copy: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_content, "MOST_PAIRS", 10)
    with pytest.raises(Refused, match="terlalu rumit"):
        press.again(saved(copy))
