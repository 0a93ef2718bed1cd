"""The annex as a file of lines: a municipality's number or name, and its shares.

Semicolons, commas or tabs between; a line of headings may stand first. The file of the
page's own table is read too: number, name, shares. Every line that can't be read is
told, and then nothing is taken over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.form_fields import shortened
from app.share_data.forms import MOST_SHARES
from app.store.sorting import search_key

MOST_LINES = 500
BLANKS = str.maketrans("", "", " \u00a0\u202f")
BETWEEN = re.compile(r"[;,\t]")


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """The numbers by municipality, and what is wrong with the lines."""

    numbers: Mapping[str, int]
    problems: tuple[str, ...]


def decode(content: bytes) -> str:
    """The text of a file, as spreadsheets write it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_annex(text: str, municipalities: Iterable[tuple[str, str]]) -> AnnexFile:
    """Read the lines; `municipalities` are those with an option: number and name."""
    known = dict(municipalities)
    by_name = {search_key(name): number for number, name in known.items()}
    numbers: dict[str, int] = {}
    problems: list[str] = []
    for at, found in _lines(text):
        is_shown = _is_shown(found, known)
        cells = [found[0], *found[2:]] if is_shown else found
        if is_shown and not cells[1][:1].isdigit():
            # What is not known is told there in words.
            continue
        who, count = cells[0], cells[1].translate(BLANKS) if len(cells) > 1 else ""
        if at == 1 and not count.isdigit() and who not in known:
            continue
        number = who if who in known else by_name.get(search_key(who), "")
        problem = _problem(who, number, count, numbers)
        if problem:
            problems.append(_("Line %(line)s: %(problem)s", line=at, problem=problem))
        else:
            numbers[number] = int(count)
    if not numbers and not problems:
        problems.append(_("There are no lines in it."))
    return AnnexFile(numbers, tuple(problems))


def _is_shown(cells: list[str], known: Mapping[str, str]) -> bool:
    """Whether a line has both the number and the name, as the page shows them."""
    name = known.get(cells[0], "")
    shown = len(cells) > 2 and bool(name)
    return shown and search_key(cells[1]) == search_key(name)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for at, line in enumerate(text.splitlines()[:MOST_LINES], start=1):
        cells = [it.strip().strip('"') for it in BETWEEN.split(line)]
        if any(cells):
            yield at, cells


def _problem(who: str, number: str, count: str, numbers: Mapping[str, int]) -> str:
    """What is wrong with a line; empty where nothing is."""
    if not number:
        return _(
            "“%(who)s” is no municipality with an option. Write its number of four"
            " digits, or its name.",
            who=shortened(who),
        )
    if number in numbers:
        return _("“%(who)s” stands there twice.", who=shortened(who))
    is_number = count.isascii() and count.isdigit() and len(count) < 10
    if not is_number or not 1 <= int(count) <= MOST_SHARES:
        return _(
            "“%(count)s” is no number of shares. Write a whole number.",
            count=shortened(count),
        )
    return ""
