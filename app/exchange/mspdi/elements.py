"""XML as lines of text, written in order."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

Value = str | int | bool | None
Lines = Iterable[str]


def leaf(tag: str, value: Value) -> Iterator[str]:
    """An element with a value; none where there is no value."""
    if value is None:
        return
    if isinstance(value, bool):
        value = int(value)
    text = value if isinstance(value, str) else str(value)
    yield f"<{tag}>{escape(printable(text))}</{tag}>"


def leaves(*pairs: tuple[str, Value]) -> Iterator[str]:
    """Some such elements, one after the other."""
    for tag, value in pairs:
        yield from leaf(tag, value)


def branch(tag: str, *parts: Lines) -> Iterator[str]:
    """An element that holds others."""
    yield f"<{tag}>"
    for part in parts:
        yield from part
    yield f"</{tag}>"


def printable(text: str) -> str:
    """The text without the signs that XML does not allow."""
    return "".join(filter(_is_allowed, text))


def _is_allowed(sign: str) -> bool:
    return sign in "\t\n\r" or (
        sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff"
    )
