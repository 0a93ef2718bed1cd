"""What a scenario comes to against the plan as it is now, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_texts import conflict_text
from app.filters import number, short_date
from app.move_words import move_text
from app.moved import SHOWN_CONFLICTS, moved_counts, presumed_warning
from app.moved_conflicts import pressing
from app.moved_margins import moved_margins
from app.moved_money import money_sentences
from app.moved_rights import rights_sentences
from app.store.names import Names

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a plan and a scenario differ in, told as if it were a change."""

    moved: Document
    what: str = ""

    @property
    def values(self) -> Document:
        return {}


@dataclass(frozen=True, slots=True)
class WaveMove:
    """A wave with its day in the plan and in the scenario; empty where it has none."""

    code: str
    sequence: int
    before: str
    after: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomePart:
    """What the scenario comes to; `sentence` says it in one line.

    `dates` says how many dates move, and by how much; empty where none does.
    """

    sentence: str
    dates: str
    presumed: str
    sentences: tuple[str, ...]
    conflicts: tuple[str, ...]
    more_conflicts: int
    waves: tuple[WaveMove, ...]


def outcome_part(
    moved: Document, names: Names, *, sequences: dict[str, int]
) -> OutcomePart:
    """Tell the differences between the plan and the scenario.

    Args:
        moved: the comparison of the two, as a change would keep it.
        names: what things are called.
        sequences: the place of each wave among the others, by its code.
    """
    told = Difference(moved)
    counts = moved_counts(told)
    found = pressing(moved)
    return OutcomePart(
        sentence=_("Against the plan now: %(counts)s.", counts=", ".join(counts))
        if counts
        else _("Against the plan now, nothing moves."),
        dates=_dates(moved),
        presumed=presumed_warning(told),
        sentences=(
            *moved_margins(moved, names),
            *rights_sentences(moved, names),
            *money_sentences(moved),
        ),
        conflicts=tuple(conflict_text(it, names) for it in found[:SHOWN_CONFLICTS]),
        more_conflicts=max(0, len(found) - SHOWN_CONFLICTS),
        waves=tuple(_waves(moved, sequences)),
    )


def _dates(moved: Document) -> str:
    """How many dates move, whoever they belong to, and by how much."""
    days = [it["days"] for it in moved["moved"] if it["days"]]
    if not days:
        return ""
    return ngettext(
        "%(dates)s date moves: %(by)s.",
        "%(dates)s dates move: %(by)s.",
        len(days),
        dates=number(len(days)),
        by=move_text(days),
    )


def _waves(moved: Document, sequences: dict[str, int]) -> Iterator[WaveMove]:
    for it in moved["waves"]:
        yield WaveMove(
            code=it["code"],
            sequence=sequences[it["code"]],
            before=_day(it["before"]),
            after=_day(it["after"]),
            days=it["days"],
        )


def _day(text: str | None) -> str:
    return "" if text is None else short_date(date.fromisoformat(text))
