"""What a date of a scope says, in the reader's language: its line, and what is known.

What no source has a day for never reads as a day, and what is only planned says so.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.decisions import find_stance, stance_text
from app.filters import days, long_date, weekday, window
from app.scope_dates import ScopeDate, Sureness
from app.store.names import Names
from planning.evaluate import Evaluation


def summary(it: ScopeDate, names: Names) -> str:
    """The line of an event: whose date it is, what happens, and how sure."""
    if it.is_limit:
        return _limit_summary(it, names)
    own = names.municipality(it.number)
    name = own if it.number else _("Wave %(code)s", code=it.wave)
    if it.sureness is Sureness.HAPPENED:
        return _live_summary(it, name)
    if it.sureness is Sureness.WINDOW:
        when = window(it.window)
        return _("%(name)s: go-live, %(when)s (no day set)", name=name, when=when)
    return {
        Sureness.PRESUMED: _("%(name)s: go-live (not reported)", name=name),
        Sureness.SET: _("%(name)s: go-live", name=name),
        Sureness.PLANNED: _("%(name)s: go-live (planned)", name=name),
    }[it.sureness]


def description(it: ScopeDate, evaluation: Evaluation, url: str) -> str:
    """How sure the date is, what to know about it, and where it is explained."""
    return "\n".join(_lines(it, evaluation, url))


def _live_summary(it: ScopeDate, name: str) -> str:
    if it.window.is_day:
        return _("%(name)s: went live", name=name)
    when = window(it.window)
    return _("%(name)s: went live, %(when)s (no known day)", name=name, when=when)


def _limit_summary(it: ScopeDate, names: Names) -> str:
    name = names.municipality(it.number)
    told = {
        "preproject-limit": _(
            "%(name)s: last day to agree on a pre-project", name=name
        ),
        "withdrawal-limit": _("%(name)s: last day to withdraw", name=name),
        "option-limit": _("%(name)s: last day to take up the option", name=name),
    }.get(it.key) or names.node(it.id)
    if it.is_met:
        return _("%(limit)s – done", limit=told)
    if it.sureness is Sureness.WINDOW:
        return _("%(limit)s (provisional)", limit=told)
    return told


def _lines(it: ScopeDate, evaluation: Evaluation, url: str) -> Iterator[str]:
    yield _limit_sureness(it) if it.is_limit else _go_live_sureness(it)
    if it.is_met:
        yield _("What has to be done by this day is reported as done.")
    if it.is_limit:
        yield from _working_day(it, evaluation)
    if it.number and it.wave:
        yield _("Wave %(code)s.", code=it.wave)
    yield from _doubts(it, evaluation)
    yield _("Why this date: %(url)s", url=url)


def _go_live_sureness(it: ScopeDate) -> str:
    if it.sureness is Sureness.WINDOW:
        return _(
            "The plan says %(when)s, and no day is set. Limits are counted from"
            " the first day, %(day)s.",
            when=window(it.window),
            day=long_date(it.window.start),
        )
    if it.sureness is Sureness.HAPPENED and not it.window.is_day:
        return _("This has happened. No source gives the day.")
    return {
        Sureness.HAPPENED: _("This has happened."),
        Sureness.PRESUMED: _(
            "By the plan this has happened, but nobody has reported it."
        ),
        Sureness.SET: _("The programme office has set the day."),
        Sureness.PLANNED: _("The plan names this day. It can still be moved."),
    }[it.sureness]


def _limit_sureness(it: ScopeDate) -> str:
    day = long_date(it.go_live.start)
    if it.is_by_council:
        return _("The council has set the day.")
    if it.is_named:
        return _("The day is named in an agreement or a letter.")
    match it.sureness:
        case Sureness.SET:
            return _(
                "Counted back from go-live on %(day)s, which the programme office has"
                " set.",
                day=day,
            )
        case Sureness.WINDOW:
            return _(
                "Provisional: no day of go-live is set. It is counted back from"
                " %(day)s, the first day of %(when)s.",
                day=day,
                when=window(it.go_live),
            )
        case _:
            return _(
                "Counted back from the planned go-live on %(day)s. If go-live is moved,"
                " this day moves with it.",
                day=day,
            )


def _working_day(it: ScopeDate, evaluation: Evaluation) -> Iterator[str]:
    """The last working day before a limit that is on none."""
    working = evaluation.calendar.last_working_day(it.window.start)
    if working != it.window.start:
        yield _(
            "This is no working day; the last one before it is %(weekday)s %(day)s.",
            weekday=weekday(working),
            day=long_date(working),
        )


def _doubts(it: ScopeDate, evaluation: Evaluation) -> Iterator[str]:
    """That the work does not reach it, and what the council has said."""
    margin = evaluation.margins.get(it.number)
    if margin is not None and margin.days < 0 and not it.is_limit:
        yield _(
            "As things stand the work is not done by then: %(days)s are missing.",
            days=days(-margin.days),
        )
    stance = find_stance(evaluation, it.number) if it.number else None
    if stance is not None:
        yield f"{stance_text(stance)}."
