"""Which files are let in: a name says what it is, and the content has to agree."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from app.file_types import TYPES, file_name, find_type

MIMETYPE = b"application/vnd.oasis.opendocument.text"


def zipped(**members: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


DOCX = zipped(word__document_xml=b"<w/>")
GOOD = {
    "a.pdf": b"%PDF-1.7\n",
    "a.DOCX": DOCX,
    "a.xlsx": zipped(xl__workbook_xml=b"<x/>"),
    "a.odt": zipped(mimetype=MIMETYPE),
    "a.png": b"\x89PNG\r\n\x1a\n1",
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xe0",
    "a.txt": "Vedlegg på norsk".encode(),
    "a.csv": "kommune;antall\r\nØrland;3".encode("latin-1"),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_what_its_name_and_its_content_say(name):
    found = find_type(name)
    assert found is not None
    assert found.is_content(GOOD[name])
    others = [it for it in TYPES.values() if it.media_type != found.media_type]
    marked = [it for it in others if not it.media_type.startswith("text/")]
    assert not any(it.is_content(GOOD[name]) for it in marked)


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a", ".pdf", "a.pdf.js"])
def test_other_endings_are_not_let_in(name):
    assert find_type(name) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\x00"),
        ("a.docx", zipped(xl__workbook_xml=b"")),
        ("a.docx", DOCX[:30]),
        ("a.docx", b"PK\x03\x04"),
        ("a.odt", zipped(mimetype=b"text/plain")),
        ("a.txt", b"\x00\x01"),
        ("a.txt", b""),
        ("a.csv", DOCX),
    ],
)
def test_content_that_is_something_else_is_not_let_in(name, content):
    found = find_type(name)
    assert found is not None
    assert not found.is_content(content)


def test_a_name_has_no_folders_and_is_not_too_long():
    assert file_name("C:\\brev\\Vedlegg 1.pdf") == "Vedlegg 1.pdf"
    assert file_name('../../"x"\r\n<b>.pdf') == "xb.pdf"
    assert file_name("å" * 300 + ".docx") == "å" * 195 + ".docx"
