"""The whole app in nynorsk: no word of bokmål, no sentence left in English.

What stands in another language says so with `lang`, and is left out here: what a
source prints, a text that nobody has written in nynorsk.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale, gettext

from app import filters
from tests.addresses import EMPTY, NOWHERE, NUMBER, list_addresses
from tests.nynorsk import find_bokmal

HARD_SPACE = "\N{NO-BREAK SPACE}"
CATALOGUE = Path("app/translations/nn/LC_MESSAGES/messages.po")
TOLD = ("alt", "aria-label", "content", "data-label", "placeholder", "title")
SEARCHED = "finnes-ikke"
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
UNREAD = frozenset({"script", "style"})


class Told(HTMLParser):
    """Collects what a page tells in its own language, a text at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        heard = self._is_heard and given.get("lang", "nn") == "nn"
        if heard and tag not in UNREAD:
            self.texts += filter(None, (given.get(name) for name in TOLD))
        if tag not in VOID:
            self._open.append((tag, heard and tag not in UNREAD))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._is_heard and (text := " ".join(data.split())):
            self.texts.append(text)

    @property
    def _is_heard(self) -> bool:
        return not self._open or self._open[-1][1]


@pytest.fixture
def nynorsk(client: FlaskClient) -> FlaskClient:
    """A client of somebody who has chosen nynorsk."""
    client.post("/language", data={"language": "nn_NO", "page": "/"})
    return client


@cache
def sentences() -> frozenset[str]:
    """The sentences that are one thing in English and another in nynorsk."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="nn")
    return frozenset(
        sentence
        for message in catalogue
        for sentence, told in zip(forms(message.id), forms(message.string), strict=True)
        if sentence != told and " " in sentence and "%" not in sentence
    )


def forms(text: object) -> tuple[str, ...]:
    """The plural forms of a text; one without them is its only form."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)


def faults_of(texts: list[str]) -> Iterator[str]:
    """What of these is in bokmål or in English."""
    for text in texts:
        if words := find_bokmal(text):
            yield f"{', '.join(words)} in “{text[:120]}”"
        if text in sentences():
            yield f"English: “{text}”"


def told_on(html: str) -> list[str]:
    """The texts of a page that are not marked as another language's."""
    told = Told()
    told.feed(html)
    return told.texts


def test_every_page_is_in_nynorsk(app: Flask, nynorsk: FlaskClient) -> None:
    moved = nynorsk.post(f"/waves/placements/{NUMBER}", data={"wave": "K14"})
    faults = []
    for path in (*list_addresses(app), *EMPTY, NOWHERE, moved.location):
        answer = nynorsk.get(path)
        if answer.mimetype == "text/html":
            html = answer.text.replace(SEARCHED, "")
            assert "<html" not in html or '<html lang="nn">' in html, path
            faults += [f"{path}: {it}" for it in faults_of(told_on(html))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("number", ["1517", "1554", "5001", "5029", "5054", "5059"])
def test_so_is_every_kind_of_municipality(nynorsk: FlaskClient, number: str) -> None:
    for path in (f"/municipalities/{number}", f"/municipalities/{number}/money"):
        assert not [*faults_of(told_on(nynorsk.get(path).text))], path


def test_what_is_refused_is_refused_in_nynorsk(nynorsk: FlaskClient) -> None:
    data = {"name_nb": "", "name_en": "", "amount": "ti", "unit": "w", "placing": "x"}
    answer = nynorsk.post("/template/steps/training", data=data)
    assert answer.status_code == 422
    assert not [*faults_of(told_on(answer.text))]
    assert "Oppgi eit heiltal." in answer.text


@pytest.mark.parametrize("path", ["/economy/municipalities.csv"])
def test_a_file_is_in_nynorsk(nynorsk: FlaskClient, path: str) -> None:
    text = nynorsk.get(path).get_data().decode("utf-8-sig")
    heading, *_rows = csv.reader(text.splitlines(), delimiter=";")
    assert heading[:2] == ["Nummer", "Kommune"]
    assert not [*faults_of(heading)]


def test_dates_numbers_and_plurals_are_told_as_in_nynorsk(app: Flask) -> None:
    with app.test_request_context(), force_locale("nn_NO"):
        autumn = date(2022, 9, 1), date(2022, 11, 30)
        assert filters.dated(*autumn, "season") == "hausten 2022"
        half = date(2024, 7, 1), date(2024, 12, 31)
        assert filters.dated(*half, "half_year") == "andre halvår 2024"
        assert filters.days(1) == "1 dag"
        assert filters.moved(183) == "183 dagar seinare"
        assert filters.duration("7mo") == "7 månader"
        assert filters.duration("1w") == "1 veke"
        kroner = filters.kroner(18_500_000).replace(HARD_SPACE, " ")
        assert kroner == "18 500 000 kr"


def test_a_text_in_another_language_is_left_out() -> None:
    html = '<p lang="nn">ikkje <q lang="nb">ikke</q> no<br> <img alt="kva"></p>'
    assert told_on(html) == ["ikkje", "no", "kva"]
    assert [*faults_of(["Dette er ikke rett", "Save the sum"])] == [
        "ikke in “Dette er ikke rett”",
        "English: “Save the sum”",
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("%(degrees)s° E", "%(degrees)s° A"),
        ("limit met", "overhalden"),
        ("limit not met", "ikkje overhalden"),
        (
            "%(wave)s is also written %(alias)s.",
            "%(wave)s blir også skriven %(alias)s.",
        ),
        ("%(name)s stays where it is.", "%(name)s blir ikkje flytta."),
        ("The programme’s plan has it: %(date)s.", "Planen til programmet seier: "),
        ("It is this day in the plan.", "Det er denne dagen i planen."),
        ("Slippage", "Utsetjingar"),
    ],
)
def test_words_agree_with_what_they_are_said_of(
    app: Flask, sentence: str, told: str
) -> None:
    with app.test_request_context(), force_locale("nn_NO"):
        assert gettext(sentence).startswith(told)


def test_one_word_for_slippage_and_for_telling() -> None:
    catalogue = CATALOGUE.read_text(encoding="utf-8")
    for stray in ("orskyving", "sei frå at", "nettopp denne"):
        assert stray not in catalogue
    names = Path("fixtures/lists.csv").read_text(encoding="utf-8")
    assert "Hukommelsesteam,Hukommingsteam" in names
