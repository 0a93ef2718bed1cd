"""What every page must hold, checked whenever a test's client fetches one.

A page has one h1, a title and a language; ids are unique and what refers to one
finds it; a form has an action; nothing is styled or scripted inline. A fragment is
checked for its ids alone: what it refers to may stand in the page around it.

What a test posts without `seen` is sent as from a page that was just opened. The same
page again, letter by letter, is not read a second time.
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from flask.testing import FlaskClient
from lxml import etree  # type: ignore[import-untyped]  # has no types
from werkzeug.test import TestResponse

from app.extensions import db
from app.store.tables import ProgrammeRow
from app.store.tables.programme import PROGRAMME_ID

REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
FORBIDDEN = ("style", "hx-on")
SOUND: set[bytes] = set()


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
            refuse_faults(response)
        return response


class Reader:
    """Collects what is looked at; what a <template> holds is not in the page."""

    def __init__(self, html: str) -> None:
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.references: list[str] = []
        self.faults: list[str] = []
        root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))
        self.is_page = "<html" in html
        self.language = root.get("lang", "")
        self.title = (root.findtext("head/title") or "").strip()
        self._read(root)

    def _read(self, element: Any) -> None:
        self._note(element.tag, element.attrib)
        for child in element.iterchildren("*"):
            if child.tag != "template":
                self._read(child)

    def _note(self, tag: str, values: Mapping[str, str]) -> None:
        self.tags[tag] += 1
        if "id" in values:
            self.ids[values["id"]] += 1
        for name in REFERENCES:
            self.references += values.get(name, "").split()
        self.faults += faults_of_tag(tag, values)


def faults_of_tag(tag: str, values: Mapping[str, str]) -> list[str]:
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


def refuse_faults(response: TestResponse) -> None:
    """Look through a page or a fragment that was not seen before."""
    mark = sha256(response.data).digest()
    if mark in SOUND:
        return
    faults = find_faults(response.text)
    assert not faults, f"{response.request.path}: {'; '.join(faults)}"
    SOUND.add(mark)


def find_faults(html: str) -> list[str]:
    """Return what is wrong with a page or a fragment."""
    if not html.strip():
        return []
    reader = Reader(html)
    faults = list(reader.faults)
    faults += [f"id {id} {n} times" for id, n in reader.ids.items() if n > 1]
    if not reader.is_page:
        return faults
    if reader.tags["h1"] != 1:
        faults.append(f"{reader.tags['h1']} h1")
    if not reader.language or not reader.title:
        faults.append("no language or no title")
    faults += [f"no id {id}" for id in reader.references if id not in reader.ids]
    return faults
