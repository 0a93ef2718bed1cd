"""What a browser sends, without what nobody can see.

Control characters, zero-width ones and fillers are taken out of every form and query
before anything reads them: no name, reason or note holds one, and what shows nothing
is nothing. PostgreSQL refuses the NUL among them. Line breaks and tabs stay.
"""

import unicodedata
from typing import IO

from flask import Flask, Request
from werkzeug.datastructures import FileStorage, ImmutableMultiDict, MultiDict
from werkzeug.formparser import FormDataParser
from werkzeug.utils import cached_property

KEPT = frozenset("\n\r\t")
# Of no category of their own: joiners and fillers that show nothing, or a blank.
FILLERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    "\u180b\u180c\u180d\u180f"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
# Control, format, surrogate and unassigned.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})

Sent = MultiDict[str, str]


class SentFormParser(FormDataParser):
    """Reads a form whose texts can be seen."""

    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> tuple[IO[bytes], Sent, MultiDict[str, FileStorage]]:
        rest, form, files = super().parse(stream, mimetype, content_length, options)
        return rest, _visible_parts(form), files


class SentRequest(Request):
    """A request whose texts can be seen."""

    form_data_parser_class = SentFormParser

    @cached_property
    def args(self) -> Sent:
        return _visible_parts(super().args)

    @property
    def is_json(self) -> bool:
        """No form is sent as JSON: what reads one so would go past all this."""
        return False


def init_app(app: Flask) -> None:
    """Let every view read only what can be seen; others have extended requests."""
    app.request_class = type("AppRequest", (SentRequest, app.request_class), {})


def visible(text: str) -> str:
    """The text without what nobody sees; nothing where only blanks are left."""
    if text.isascii() and text.isprintable():
        return text if text.strip() else ""
    seen = "".join(it for it in text if _is_seen(it))
    return seen if seen.strip() else ""


def _is_seen(character: str) -> bool:
    if character in KEPT:
        return True
    is_unseen = unicodedata.category(character) in INVISIBLE
    return not is_unseen and character not in FILLERS


def _visible_parts(parts: Sent) -> Sent:
    return ImmutableMultiDict(
        (key, visible(value)) for key, value in parts.items(multi=True)
    )
