"""What every page must hold, checked whenever a test's client fetches one.

A page has one h1, a title and a language; ids are unique and what refers to one
finds it; a form has an action; nothing is styled or scripted inline. A fragment is
checked for its ids alone: what it refers to may stand in the page around it.

What a test posts without `seen` is sent as from a page that was just opened.
"""

from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.extensions import db
from app.store.tables import ProgrammeRow
from app.store.tables.programme import PROGRAMME_ID

REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
FORBIDDEN = ("style", "hx-on")


class CheckingClient(FlaskClient):
    """A client that refuses a page with a fault."""

    def post(self, *args: Any, **kwargs: Any) -> TestResponse:
        data = kwargs.get("data")
        if isinstance(data, dict | None) and "seen" not in (data or {}):
            kwargs["data"] = {"seen": self._revision(), **(data or {})}
        return super().post(*args, **kwargs)

    def _revision(self) -> str:
        with self.application.app_context():
            row = db.session.get(ProgrammeRow, PROGRAMME_ID)
            return "" if row is None else str(row.revision)

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # Buffered, so that a file that was sent is closed.
        response = super().open(*args, **{"buffered": True, **kwargs})
        if response.mimetype == "text/html" and not response.location:
            faults = find_faults(response.text)
            assert not faults, f"{response.request.path}: {'; '.join(faults)}"
        return response


class Reader(HTMLParser):
    """Collects what is looked at; what a <template> holds is not in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.references: list[str] = []
        self.faults: list[str] = []
        self.language = ""
        self.title = ""
        self._inside: list[str] = []

    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        self._inside.append(tag)
        if "template" in self._inside:
            return
        self.tags[tag] += 1
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        if tag == "html":
            self.language = values.get("lang", "")
        for name in REFERENCES:
            self.references += values.get(name, "").split()
        self.faults += faults_of_tag(tag, values)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] == "title" and "svg" not in self._inside:
            self.title += data.strip()


def faults_of_tag(tag: str, values: dict[str, str]) -> list[str]:
    """Return what is wrong with one tag by itself."""
    faults = []
    if tag == "form" and not values.get("action"):
        faults.append("a form without an action")
    if tag == "img" and "alt" not in values:
        faults.append("a picture without a text in its place")
    if tag == "script" and "src" not in values:
        faults.append("a script in the page")
    faults += [
        f"{name} on <{tag}>"
        for name in values
        if name.startswith(FORBIDDEN) or (name[:2] == "on" and name != "on")
    ]
    return faults


def find_faults(html: str) -> list[str]:
    """Return what is wrong with a page or a fragment."""
    reader = Reader()
    reader.feed(html)
    faults = list(reader.faults)
    faults += [f"id {id} {n} times" for id, n in reader.ids.items() if n > 1]
    if not reader.tags["html"]:
        return faults
    if reader.tags["h1"] != 1:
        faults.append(f"{reader.tags['h1']} h1")
    if not reader.language or not reader.title:
        faults.append("no language or no title")
    faults += [f"no id {id}" for id in reader.references if id not in reader.ids]
    return faults
