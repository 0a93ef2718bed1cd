"""A letter as a Word document, for whoever sends it to put on their own paper.

What is written is given as it stands: language, dates and numbers are text by now.
The same letter is the same bytes whenever it is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

AUTHOR = "Bølgeplan"
BLACK = RGBColor(0, 0, 0)
A4, MARGIN, NARROW, WIDE = (Mm(210), Mm(297)), Mm(25), Mm(55), Mm(105)
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything that stands in a letter; `tongue` is its language, as nb-NO."""

    tongue: str
    day: date
    receiver: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    title: str
    opening: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]
    sender: str


def letter_files(letters: Iterable[Letter]) -> Iterator[bytes]:
    """Each letter as a file; all are written on one sheet, which is slow to make."""
    document = Document()
    for letter in letters:
        _empty(document)
        yield _letter_file(document, letter)


def _empty(document: DocumentObject) -> None:
    """Take everything off the paper but how the paper is cut."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)


def _letter_file(document: DocumentObject, letter: Letter) -> bytes:
    _set_up(document, letter)
    for line in letter.receiver:
        _paragraph(document, line, after=0)
    _paragraph(document, "", after=12)
    for label, value in letter.references:
        _paragraph(document, f"{label}: {value}", after=0)
    heading = document.add_heading(letter.title, level=1)
    heading.paragraph_format.space_before = Pt(24)
    heading.paragraph_format.space_after = Pt(8)
    for text in letter.opening:
        _paragraph(document, text)
    _add_facts(document, letter.facts)
    for text in letter.closing:
        _paragraph(document, text)
    _paragraph(document, letter.sender).paragraph_format.space_before = Pt(24)
    written = BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _set_up(document: DocumentObject, letter: Letter) -> None:
    """Paper, letters and language, and nothing of when or by what it was written."""
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    for name, size in (("Normal", 11), ("Heading 1", 16)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), BLACK
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), letter.tongue)
    properties, moment = document.core_properties, datetime.combine(letter.day, time())
    properties.author = properties.last_modified_by = AUTHOR
    properties.title, properties.comments = letter.title, ""
    properties.language = letter.tongue
    properties.created = properties.modified = moment


def _paragraph(document: DocumentObject, text: str, *, after: int = 8) -> Paragraph:
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def _add_facts(document: DocumentObject, facts: tuple[tuple[str, str], ...]) -> None:
    """What the letter is about, as a table of two columns."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for label, value in facts:
        name, said = table.add_row().cells
        name.width, said.width = NARROW, WIDE
        name.paragraphs[0].add_run(label).bold = True
        said.paragraphs[0].add_run(value)
        for cell in (name, said):
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    _paragraph(document, "", after=4)


def _timeless(content: bytes) -> bytes:
    """The same archive without the moment at which it was packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            plain = ZipInfo(member.filename, OLDEST)
            plain.compress_type = ZIP_DEFLATED
            new.writestr(plain, old.read(member))
    return packed.getvalue()


def zip_of(files: dict[str, bytes]) -> bytes:
    """Several files as one."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, OLDEST), content)
    return packed.getvalue()
