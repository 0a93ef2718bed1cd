"""Who does what, and when, as the address of the page asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _

from app.form_fields import read_day, shortened
from app.scopes import Scope, ScopeKind, find_scope, members_of
from planning.calendars import to_day
from planning.evaluate import Evaluation
from planning.rights.leaving import Party, give_notice
from planning.rights.resplit import Step, Way

EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was asked for; `step` is there where all of it makes sense.

    `ends` is the day on which membership is over, where somebody leaves. `recorded` are
    those asked for that have left or have given notice; where that is all of them,
    what they do is known, and `is_recorded`. `wrong` says what doesn't make sense, with
    the mend.
    """

    who: Scope | None = None
    way: Way = Way.DECLINES
    typed_day: str = ""
    year: int | None = None
    step: Step | None = None
    ends: int | None = None
    recorded: frozenset[str] = frozenset()
    is_recorded: bool = False
    wrong: str = ""

    def arguments(self) -> dict[str, str]:
        """The same as the query of an address, without what is empty."""
        given = {
            "who": "" if self.who is None else self.who.value,
            "way": self.way.value,
            "day": self.typed_day,
            "year": "" if self.year is None else str(self.year),
        }
        return {key: value for key, value in given.items() if value}


def read_choice(
    arguments: Mapping[str, str], evaluation: Evaluation, left: Mapping[str, int]
) -> Choice:
    """Read the query of an address; without who, nothing is asked for.

    `left` is the day on which each has left, or will by its notice.
    """
    who = find_scope(evaluation, arguments.get("who", ""))
    way = arguments.get("way", "")
    typed = arguments.get("day", "").strip()
    year = arguments.get("year", "")
    known = Way(way) if way in set(Way) else Way.DECLINES
    asked = Choice(
        who=who,
        way=known,
        typed_day="" if known is Way.DECLINES else shortened(typed),
        year=int(year) if year.isascii() and year.isdigit() and len(year) < 5 else None,
    )
    if who is None or who.kind is ScopeKind.PROGRAMME:
        return Choice(way=known, typed_day=asked.typed_day)
    return _with_step(asked, who, evaluation, left)


def _with_step(
    asked: Choice, who: Scope, evaluation: Evaluation, left: Mapping[str, int]
) -> Choice:
    numbers = frozenset(members_of(evaluation.snapshot, who))
    recorded = numbers & left.keys()
    asked = replace(asked, recorded=recorded)
    if recorded and recorded == numbers:
        ends = max(left[it] for it in recorded)
        step = Step(numbers=recorded, way=Way.LEAVES, day=ends)
        return _chosen(replace(asked, is_recorded=True), step, ends)
    return _with_asked(asked, numbers - recorded, evaluation)


def _with_asked(
    asked: Choice, numbers: frozenset[str], evaluation: Evaluation
) -> Choice:
    if asked.way is not Way.LEAVES:
        # Who is live has gone the way that the others still can turn from.
        numbers = frozenset(it for it in numbers if not evaluation.is_live(it))
        if not numbers:
            return replace(asked, wrong=_("Live already: leaving is the only way out."))
    if asked.way is Way.DECLINES:
        return _chosen(asked, Step(numbers=numbers, way=asked.way))
    day = read_day(asked.typed_day)
    if day is None or not EARLIEST <= day <= LATEST:
        return replace(asked, wrong=_no_day(asked.way))
    if asked.way is Way.DEFERS:
        return _chosen(asked, Step(numbers=numbers, way=asked.way, day=to_day(day)))
    party = _party(numbers, evaluation)
    ends = give_notice(party, to_day(day), evaluation.calendar).ends
    return _chosen(asked, Step(numbers=numbers, way=asked.way, day=ends), ends)


def _party(numbers: frozenset[str], evaluation: Evaluation) -> Party:
    """The longest notice of those who leave together: the founder's, if it does."""
    founders = {
        it.number for it in evaluation.snapshot.municipalities if not it.holds_option
    }
    return Party.FOUNDER if numbers & founders else Party.MUNICIPALITY


def _chosen(asked: Choice, step: Step, ends: int | None = None) -> Choice:
    return replace(asked, step=step, ends=ends)


def _no_day(way: Way) -> str:
    if way is Way.DEFERS:
        return _("Give the day of the new go-live, as 1.4.2026.")
    return _("Give the day on which notice is given, as 1.4.2026.")
