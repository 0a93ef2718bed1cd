"""What sets a date, in words: from another date, or from a fact."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.filters import duration, last_day, long_date, window
from planning.durations import Duration
from planning.evaluate import Evaluation
from planning.explanation import ChainLink, FactKind, Reason
from planning.network import LinkKind
from planning.rollout import Owner
from planning.snapshot import Because, Wave

DayText = Callable[[int], str]


def link_sentence(
    link: ChainLink, following: ChainLink, what: str, day: DayText, *, lag: str
) -> str:
    """Say how a date comes from the next of its chain, which is called `what`.

    `lag` is the time between the two in words.
    """
    match link.reason:
        case Reason.COUNTED_BACK:
            return _back(link, what, day(following.start), lag)
        case Reason.FOLLOWS if is_with_wave(link, following.id):
            return _("Goes live with its wave: %(what)s.", what=what)
        case Reason.FOLLOWS:
            until = last_day(following.start, following.finish).toordinal()
            return _on(link, what, day(until), lag)
        case Reason.FOLLOWS_WAVE:
            return _("Follows its wave: %(what)s.", what=what)
        case _:
            return _("Nothing that comes after it sets a date; this is its earliest.")


def is_with_wave(link: ChainLink, following: str) -> bool:
    """Whether it is the go-live of a trust, on the day of its wave."""
    owners = link.id.partition(".")[0], following.partition(".")[0]
    return owners == (Owner.TRUST, Owner.WAVE)


def _back(link: ChainLink, what: str, day: str, lag: str) -> str:
    is_milestone = link.start == link.finish
    if link.kind is LinkKind.FS and link.lag.is_zero:
        if is_milestone:
            return _(
                "At the latest together with “%(what)s”, %(day)s.", what=what, day=day
            )
        return _("Has to be over before “%(what)s”, %(day)s.", what=what, day=day)
    if link.kind is LinkKind.FS and link.lag.amount > 0:
        if is_milestone:
            return _("%(lag)s before “%(what)s”, %(day)s.", lag=lag, what=what, day=day)
        return _(
            "Has to be over %(lag)s before “%(what)s”, %(day)s.",
            lag=lag,
            what=what,
            day=day,
        )
    if link.kind is LinkKind.SS and link.lag.amount > 0:
        return _(
            "Starts %(lag)s before “%(what)s”, %(day)s.", lag=lag, what=what, day=day
        )
    return _(
        "Counted back from “%(what)s”, %(day)s: %(kind)s, time between %(lag)s.",
        what=what,
        day=day,
        kind=kind_text(link.kind),
        lag=lag,
    )


def _on(link: ChainLink, what: str, day: str, lag: str) -> str:
    if link.kind is LinkKind.FS and link.lag.is_zero:
        return _("Right after “%(what)s”, %(day)s.", what=what, day=day)
    if link.kind is LinkKind.FS and link.lag.amount > 0:
        return _("%(lag)s after “%(what)s”, %(day)s.", lag=lag, what=what, day=day)
    return _(
        "Counted from “%(what)s”, %(day)s: %(kind)s, time between %(lag)s.",
        what=what,
        day=day,
        kind=kind_text(link.kind),
        lag=lag,
    )


def kind_text(kind: LinkKind) -> str:
    """Name the ends that a link ties together."""
    texts: Mapping[LinkKind, str] = {
        LinkKind.FS: _("from finish to start"),
        LinkKind.SS: _("from start to start"),
        LinkKind.FF: _("from finish to finish"),
        LinkKind.SF: _("from start to finish"),
    }
    return texts[kind]


def length_sentence(link: ChainLink, day: DayText, *, is_about: bool) -> str:
    """Say how long it takes, and so when it begins or is over; not of a milestone."""
    if link.start == link.finish or link.left.is_zero:
        return ""
    if link.fact is not None and link.fact.kind is FactKind.REPORTED_DONE:
        return ""
    takes = duration(link.left)
    is_back = link.reason is Reason.COUNTED_BACK or (
        link.fact is not None and link.fact.kind is FactKind.NAMED_DAY
    )
    if is_back and is_about:
        return _(
            "It takes %(duration)s, so it starts %(month)s.",
            duration=takes,
            month=day(link.begin),
        )
    if is_back:
        return _(
            "It takes %(duration)s, so it starts on %(day)s.",
            duration=takes,
            day=day(link.begin),
        )
    return _(
        "It takes %(duration)s, so its last day is %(day)s.",
        duration=takes,
        day=day(last_day(link.begin, link.finish).toordinal()),
    )


def began_sentence(takes: Duration, began: str, *, is_about: bool) -> str:
    """Say that a start is counted back from an end, which alone is reported."""
    if is_about:
        return _(
            "Only its end is reported. It takes %(duration)s, so it is reckoned to have"
            " begun %(month)s.",
            duration=duration(takes),
            month=began,
        )
    return _(
        "Only its end is reported. It takes %(duration)s, so it is reckoned to have"
        " begun on %(day)s.",
        duration=duration(takes),
        day=began,
    )


def wave_sentence(wave: Wave) -> str:
    """Say why a wave is reckoned with its day."""
    reckoning = wave.reckoning
    # A wave without a date is not in the network.
    assert reckoning is not None  # noqa: S101 - see above
    planned = "" if wave.window is None else window(wave.window)
    match reckoning.because:
        case Because.ACTUAL:
            return _("The wave went live on this day.")
        case Because.ACTUAL_FIRST_DAY:
            return _(
                "The wave went live in %(window)s. The day is not known, so it is"
                " counted from %(day)s.",
                window="" if wave.actual is None else window(wave.actual),
                day=long_date(reckoning.day),
            )
        case Because.SET_BY_OFFICE:
            if not planned:
                return _("The programme office has set the day.")
            return _(
                "The programme office has set the day; the window is %(window)s.",
                window=planned,
            )
        case Because.PLANNED_DAY:
            return _("It is this day in the plan.")
        case _:
            return _(
                "Counted from %(day)s, the first day of the window %(window)s.",
                day=long_date(reckoning.day),
                window=planned,
            )


def fact_sentence(link: ChainLink, evaluation: Evaluation, reported: str) -> str:
    """Say what a chain ends in; `reported` is when it was, as exactly as known."""
    fact = link.fact
    assert fact is not None  # noqa: S101 - the caller has seen that there is one
    if fact.kind is FactKind.WAVE_DATE:
        code, waves = evaluation.nodes[fact.id].owner_id, evaluation.snapshot.plan.waves
        return wave_sentence(next(it for it in waves if it.code == code))
    status_date = long_date(evaluation.snapshot.status_date)
    texts: Mapping[FactKind, Callable[[], str]] = {
        FactKind.REPORTED_DONE: lambda: _("Reported done: %(date)s.", date=reported),
        FactKind.REPORTED_STARTED: lambda: _(
            "Reported as begun, %(date)s. What is left is counted from the status"
            " date, %(day)s.",
            date=reported,
            day=status_date,
        ),
        FactKind.REPORTED_NOT_DONE: lambda: _(
            "Reported as not done, so it can begin on the status date, %(day)s, at"
            " the earliest.",
            day=status_date,
        ),
        FactKind.NAMED_DAY: lambda: _(
            "The day is named for this municipality, and not counted."
        ),
        FactKind.TRUST_ACTUAL: lambda: _(
            "The hospital trust is live: %(date)s.", date=reported
        ),
        FactKind.MILESTONE: lambda: _(
            "The programme’s plan has it: %(date)s.", date=reported
        ),
        FactKind.NOTHING_BEFORE: lambda: _(
            "Nothing comes before it, and nothing after it sets a date."
        ),
    }
    return texts[fact.kind]()
