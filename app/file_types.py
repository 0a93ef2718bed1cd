"""Which files are let in: by the ending of their name, and by what is in them.

A file is what its first bytes say. Of documents that are zip archives the names
within say which they are; a text is one that can be read as text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

TEXT = "text/plain"
OPEN_XML = "application/vnd.openxmlformats-officedocument"
ODT = "application/vnd.oasis.opendocument.text"
FORBIDDEN_IN_TEXT = frozenset(range(32)) - {9, 10, 12, 13}
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class FileType:
    """A type that is let in: its media type, and how its content is known."""

    media_type: str
    is_content: Callable[[bytes], bool]


def begins_with(mark: bytes) -> Callable[[bytes], bool]:
    """What begins with some bytes."""
    return lambda content: content.startswith(mark)


def zip_with(member: str, text: bytes = b"") -> Callable[[bytes], bool]:
    """A zip archive that holds a member, with a text at its beginning."""

    def is_one(content: bytes) -> bool:
        try:
            with ZipFile(BytesIO(content)) as archive, archive.open(member) as file:
                return file.read(len(text)) == text
        except (BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError):
            return False
        except (ValueError, EOFError):
            return False

    return is_one


def is_text(content: bytes) -> bool:
    """Text in UTF-8, or as older programs write it; no control characters."""
    return bool(content) and not FORBIDDEN_IN_TEXT.intersection(content)


TYPES: Mapping[str, FileType] = {
    "pdf": FileType("application/pdf", begins_with(b"%PDF-")),
    "docx": FileType(
        f"{OPEN_XML}.wordprocessingml.document", zip_with("word/document.xml")
    ),
    "xlsx": FileType(f"{OPEN_XML}.spreadsheetml.sheet", zip_with("xl/workbook.xml")),
    "odt": FileType(ODT, zip_with("mimetype", ODT.encode())),
    "png": FileType("image/png", begins_with(b"\x89PNG\r\n\x1a\n")),
    "jpg": FileType("image/jpeg", begins_with(b"\xff\xd8\xff")),
    "jpeg": FileType("image/jpeg", begins_with(b"\xff\xd8\xff")),
    "txt": FileType(TEXT, is_text),
    "csv": FileType("text/csv", is_text),
}
"""The types that are let in, by the ending of a name."""


def ending(name: str) -> str:
    """What stands after the last dot of a name, in small letters."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


def find_type(name: str) -> FileType | None:
    """The type that a name says, if it is one that is let in."""
    return TYPES.get(ending(name))


def file_name(sent: str) -> str:
    """The name of a file alone: without folders and what no name has, not too long."""
    last = sent.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        it for it in last if it.isprintable() and it not in '"<>:|?*'
    ).strip()
    if len(kept) <= LONGEST_NAME:
        return kept
    tail = f".{ending(kept)}"
    return kept[: LONGEST_NAME - len(tail)] + tail
