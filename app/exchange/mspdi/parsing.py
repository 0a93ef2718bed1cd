"""The text of a file made into elements, or why it can't be.

A file may come from anywhere: one that declares entities or a document type is
refused before anything of it is read, and so is one that is too large.
"""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.exchange.checking import Checker, Problem, ProblemError
from app.exchange.mspdi.fields import Fields

MOST_BYTES = 60_000_000
MEGABYTE = 1_000_000
ROOT = "Project"
# How Microsoft Project's own files begin, and other old ones of Microsoft Office.
MPP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parse(content: bytes, check: Checker, *, most: int = MOST_BYTES) -> Fields:
    """The root of a file.

    Raises:
        ProblemError: where it is too large, no XML, or of another kind.
    """
    if content.startswith(MPP):
        raise _problem("is-mpp")
    if len(content) > most:
        raise _problem("too-many-bytes", megabytes=most // MEGABYTE)
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise _problem("has-dtd") from error
    except ParseError as error:
        line, column = error.position
        raise _problem("not-xml", line=line, column=column + 1) from error
    except (LookupError, ValueError) as error:
        # The encoding that it names is none, or is not that of its bytes.
        raise _problem("not-xml", line=1, column=1) from error
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    if root.tag != ROOT:
        raise _problem("not-mspdi", found=root.tag)
    return Fields(root, ROOT, check)


def is_xml(content: bytes) -> bool:
    """Whether a file is XML, by its first sign; JSON begins with another.

    One that Microsoft Project has saved as its own is meant as such too.
    """
    if content.startswith(MPP):
        return True
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start == b"<" or content[:2] in {b"\xff\xfe", b"\xfe\xff"}


def _problem(kind: str, **values: object) -> ProblemError:
    return ProblemError(Problem(place="", kind=kind, values=values))
