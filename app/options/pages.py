"""The list of all options, sorted and ready to print."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import days, long_date, signed_days
from app.how_dated import How, HowDated
from app.option_words import state_kind, state_text, verdict_kind, verdict_text
from app.options.choice import STATES, Choice, filter_parts, is_asked
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import Column, FilterPart, sorted_lines, table_columns
from planning.evaluate import Evaluation
from planning.rights.options import OptionRight, RightLimit, Trigger
from planning.rollout import activity_id


@dataclass(frozen=True, slots=True)
class LimitDay:
    """The last day of a right, and the day that the rule alone would give."""

    day: str
    how: How
    derived: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One option in the list; None where no days count.

    `voted` is what the vote that is known left to withdraw in, with `verdict` on it;
    `regret` is what one on the last day leaves.
    """

    number: str
    name: str
    wave: str
    sequence: int
    state: str
    kind: str
    closes: LimitDay | None
    left: int | None
    left_text: str
    withdrawal: LimitDay | None
    voted: int | None
    voted_text: str
    verdict: str
    verdict_kind: str
    regret: int | None
    regret_text: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many options stand so, and the address that shows them."""

    count: int
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OptionsPage:
    """The list, its filters, and how the options stand in all."""

    choice: Choice
    lines: tuple[OptionLine, ...]
    columns: tuple[Column, ...]
    filters: tuple[FilterPart, ...]
    counts: tuple[StateCount, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A line with what it is sorted by."""

    line: OptionLine
    option: OptionRight
    name: str


def options_page(
    evaluation: Evaluation,
    options: Sequence[OptionRight],
    rows: Sequence[MunicipalityRow],
    choice: Choice,
    names: Names,
    *,
    regions: Sequence[str],
) -> OptionsPage:
    """Filter and sort the options as the reader asked."""
    held = {it.holder: it for it in options}
    kept = [
        (row, held[row.number])
        for row in rows
        if row.number in held and is_asked(choice, row, held[row.number])
    ]
    sequences = {it.code: it.sequence for it in evaluation.snapshot.plan.waves}
    how = HowDated(evaluation)
    ranked = [
        _Ranked(_line(row, option, sequences, how), option, row.sort_key)
        for row, option in kept
    ]
    lines = sorted_lines(ranked, SORTED_BY[choice.sort], descending=choice.descending)
    return OptionsPage(
        choice=choice,
        lines=tuple(it.line for it in lines),
        columns=_columns(choice),
        filters=filter_parts(evaluation, choice, names, regions=regions),
        counts=tuple(_counts(options)),
        summary=ngettext(
            "%(num)s of %(total)s options.",
            "%(num)s of %(total)s options.",
            len(kept),
            total=len(options),
        ),
    )


def _line(
    row: MunicipalityRow,
    option: OptionRight,
    sequences: Mapping[str, int],
    how: HowDated,
) -> OptionLine:
    window = option.regret_on_last_day if option.can_exercise else None
    left = option.days_left if option.can_exercise else None
    vote = option.regret_of_vote
    return OptionLine(
        number=row.number,
        name=row.name,
        wave=option.wave or "",
        sequence=sequences.get(option.wave or "", 0),
        state=state_text(option.state),
        kind=state_kind(option.state),
        closes=limit_day(row.number, option.exercise, how),
        left=left,
        left_text="" if left is None else days(left),
        withdrawal=limit_day(row.number, option.withdrawal, how),
        voted=None if vote is None else vote.days,
        voted_text="" if vote is None else signed_days(vote.days),
        verdict="" if vote is None else verdict_text(vote),
        verdict_kind="" if vote is None else verdict_kind(vote),
        regret=None if window is None else window.days,
        regret_text="" if window is None else signed_days(window.days),
    )


def limit_day(number: str, limit: RightLimit | None, how: HowDated) -> LimitDay | None:
    """A limit with how it is known, and the derived day where it is another."""
    if limit is None:
        return None
    known = how.of(activity_id(number, limit.key))
    is_named = limit.trigger is Trigger.NAMED
    return LimitDay(
        long_date(limit.day),
        How.SET if is_named and known is How.COMPUTED else known,
        derived_text(limit),
    )


def derived_text(limit: RightLimit) -> str:
    """The day counted from go-live, and by how much the named one differs from it."""
    if not limit.difference:
        return ""
    counted = long_date(limit.derived_day)
    if limit.difference > 0:
        return ngettext(
            "counted from go-live: %(day)s, %(num)d day earlier",
            "counted from go-live: %(day)s, %(num)d days earlier",
            limit.difference,
            day=counted,
        )
    return ngettext(
        "counted from go-live: %(day)s, %(num)d day later",
        "counted from go-live: %(day)s, %(num)d days later",
        -limit.difference,
        day=counted,
    )


def _day_of(limit: RightLimit | None) -> int | None:
    return None if limit is None else limit.day


SORTED_BY: Mapping[str, Callable[[_Ranked], int | str | None]] = {
    "name": lambda it: it.name,
    "wave": lambda it: it.line.sequence or None,
    "state": lambda it: STATES.index(it.option.state),
    "closes": lambda it: _day_of(it.option.exercise),
    "left": lambda it: it.line.left,
    "withdrawal": lambda it: _day_of(it.option.withdrawal),
    "voted": lambda it: it.line.voted,
    "regret": lambda it: it.line.regret,
}


def _columns(choice: Choice) -> tuple[Column, ...]:
    labels = {
        "name": _("Municipality"),
        "wave": _("Wave"),
        "state": _("State"),
        "closes": _("Last day for the option"),
        "left": _("Days left"),
        "withdrawal": _("Withdrawal until"),
        "voted": _("The vote left to withdraw"),
        "regret": _("A vote on the last day leaves"),
    }
    page_url = partial(url_for, "options.index")
    return table_columns(choice, labels, page_url, numbers={"left", "voted", "regret"})


def _counts(options: Sequence[OptionRight]) -> list[StateCount]:
    """How many there are of each state that there is any of."""
    found = Counter(it.state for it in options)
    return [
        StateCount(
            found[state], state_text(state), url_for("options.index", state=state.value)
        )
        for state in STATES
        if found[state]
    ]
