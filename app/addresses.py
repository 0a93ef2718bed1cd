"""Addresses: whether they can be gone to, and the numbers and moments in them."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map, UnicodeConverter, ValidationError

from app.sent_text import visible

# More than a column of the database holds: nothing can be there.
LARGEST_ID = 2**31 - 1
# More than a form takes back of the page that it was sent from.
LONGEST_ADDRESS = 2000
# Where a moment can be told in every time zone, and something may have happened.
YEARS = range(1900, 3000)


class IdConverter(IntegerConverter):
    """The number of a row in an address."""

    def __init__(self, url_map: Map, *args: Any, **kwargs: Any) -> None:
        super().__init__(url_map, *args, **{"max": LARGEST_ID, **kwargs})


class TextConverter(UnicodeConverter):
    """A key or number in an address; none holds what nobody can see."""

    def to_python(self, value: str) -> str:
        text: str = super().to_python(value)
        if visible(text) != text:
            raise ValidationError
        return text


def init_app(app: Flask) -> None:
    """Find nothing at numbers and keys that no row can have."""
    app.add_template_global(way_back, "way_back_url")
    converters = app.url_map.converters
    converters["int"] = IdConverter
    converters["string"] = converters["default"] = TextConverter


def returnable(*addresses: str) -> str:
    """The first of these addresses that a form takes back, else that of the top."""
    return next((it for it in addresses if len(it) <= LONGEST_ADDRESS), "/")


def way_back(request: Request) -> str:
    """The page to come back to from what is shown, also where a form was refused.

    What answers a form without a page of its own leads to the one that it came from.
    """
    whole = request.script_root + request.full_path.rstrip("?")
    if request.method == "GET" or _has_page(request):
        return returnable(whole, request.script_root + request.path)
    return returnable(_came_from(request))


def _came_from(request: Request) -> str:
    """The page of ours that a form stood on, as the browser tells it."""
    try:
        came = urlsplit(request.referrer or "")
    except ValueError:
        return "/"
    page = f"{came.path}?{came.query}" if came.query else came.path
    return page if came.netloc == request.host and is_local_path(page) else "/"


def _has_page(request: Request) -> bool:
    """Whether what a form was sent to can be gone to as well."""
    try:
        adapter = current_app.create_url_adapter(request)
        return adapter is not None and bool(adapter.match(method="GET"))
    except HTTPException:
        return False


def is_local_path(page: str) -> bool:
    """Whether an address stays here, however a browser reads it."""
    if not page.startswith("/") or page.startswith("//"):
        return False
    if "\\" in page or any(ord(sign) <= 32 for sign in page):
        return False
    parts = urlsplit(page)
    return not parts.scheme and not parts.netloc


def moment_in_address(at: datetime) -> str:
    """2023-12-01T12:00:00Z."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_moment(typed: str) -> datetime | None:
    """Read a moment from an address; what is none, or has no time zone, is None."""
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return at if at.tzinfo is not None and at.year in YEARS else None
