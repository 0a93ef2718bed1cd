"""XML as lines of text, written in order."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

Value = str | int | bool | None
Lines = Iterable[str]

NOT_ALLOWED = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def leaf(tag: str, value: Value) -> list[str]:
    """An element with a value; none where there is no value."""
    return leaves((tag, value))


def leaves(*pairs: tuple[str, Value]) -> list[str]:
    """Some such elements, one after the other."""
    return [
        f"<{tag}>{_text(value)}</{tag}>" for tag, value in pairs if value is not None
    ]


def _text(value: str | int) -> str:
    if isinstance(value, str):
        return escape(printable(value))
    return str(int(value))


def branch(tag: str, *parts: Lines) -> list[str]:
    """An element that holds others."""
    lines = [f"<{tag}>"]
    for part in parts:
        lines += part
    lines.append(f"</{tag}>")
    return lines


def printable(text: str) -> str:
    """The text without the signs that XML does not allow."""
    return NOT_ALLOWED.sub("", text)
