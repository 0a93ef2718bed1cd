"""One option in sentences that a tired member of a council understands."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import dated, long_date, weekday, window
from app.live import municipality_go_live
from app.ways_out import left_text
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.rights.facts import Fact, FactKind
from planning.rights.options import OptionRight, OptionState, Trigger
from planning.rights.ways_out import WayOut

OUT = frozenset({OptionState.LEFT, OptionState.WITHDRAWN})


def standing_text(option: OptionRight, name: str) -> str:
    """How it stands, in a sentence."""
    state, limit, way = option.state, option.exercise, option.way_out
    if way is not None and state in OUT:
        return left_text(way, name) if way.has_left else _withdrawn(option, way, name)
    if state is OptionState.LIVE:
        return _("%(name)s has taken up its option and is in production.", name=name)
    if state is OptionState.TAKEN_UP:
        return _taken_up(option, name)
    if limit is None:
        return _(
            "%(name)s is in no wave with a date: the option has no last day yet.",
            name=name,
        )
    day = long_date(limit.day)
    if state is OptionState.PASSED:
        return _(
            "The last day for the option was %(day)s, and nobody has reported that"
            " %(name)s has taken it up.",
            day=day,
            name=name,
        )
    return ngettext(
        "The council of %(name)s can take up its option until %(weekday)s %(day)s:"
        " %(num)d day left.",
        "The council of %(name)s can take up its option until %(weekday)s %(day)s:"
        " %(num)d days left.",
        limit.day - option.today,
        name=name,
        weekday=weekday(limit.day),
        day=day,
    )


def _withdrawn(option: OptionRight, way: WayOut, name: str) -> str:
    """What it took back, and whether it can be taken up anew."""
    told = _("%(name)s has withdrawn (%(when)s).", name=name, when=window(way.when))
    limit = option.exercise
    if limit is None:
        rest = _("The option is not taken up.")
    elif option.can_exercise:
        rest = _(
            "The option can be taken up again until %(weekday)s %(day)s.",
            weekday=weekday(limit.day),
            day=long_date(limit.day),
        )
    else:
        rest = _(
            "The option is not taken up, and its last day was %(day)s.",
            day=long_date(limit.day),
        )
    return f"{told} {rest}"


def _taken_up(option: OptionRight, name: str) -> str:
    if option.taken_up is None:
        told = _("%(name)s has taken up its option.", name=name)
    else:
        when = window(option.taken_up)
        told = _("%(name)s took up its option: %(when)s.", name=name, when=when)
    if option.withdrawal is None:
        return told
    until = long_date(option.withdrawal.day)
    if option.can_withdraw:
        rest = _("It can withdraw from that until %(day)s.", day=until)
    else:
        rest = _("The right to withdraw ended on %(day)s.", day=until)
    return f"{told} {rest}"


def loses_place(option: OptionRight) -> bool:
    """Whether a council that does not say yes loses the place in its wave, or has."""
    return option.can_exercise or option.state is OptionState.PASSED


def explained(
    option: OptionRight, evaluation: Evaluation, name: str, facts: Iterable[Fact]
) -> list[str]:
    """Who holds it, what moves it, what is lost when it closes."""
    if option.state is OptionState.LEFT:
        return [
            _(
                "%(name)s held an option on Helseplattformen. It has left the"
                " co-operation, so there is nothing more for its council to decide.",
                name=name,
            )
        ]
    agreed = next((it for it in facts if it.kind is FactKind.OPTION_AGREEMENT), None)
    return [
        *_holder(agreed, name),
        *_trigger(option, evaluation),
        *_lapse(option, name),
    ]


def _holder(agreed: Fact | None, name: str) -> Iterator[str]:
    if agreed is None:
        yield _(
            "%(name)s holds an option on Helseplattformen. When it was agreed is not"
            " known. The municipal council decides whether to take it up.",
            name=name,
        )
        return
    yield _(
        "%(name)s holds an option on Helseplattformen by the option agreement of"
        " %(year)s. It has been open since then, and the municipal council decides"
        " whether to take it up.",
        name=name,
        year=dated(to_date(agreed.first), to_date(agreed.last), agreed.precision),
    )


def _trigger(option: OptionRight, evaluation: Evaluation) -> Iterator[str]:
    if option.wave is None or not option.limits:
        return
    shown = municipality_go_live(evaluation, option.holder).shown
    triggers = {it.trigger for it in option.limits}
    words = {"wave": option.wave, "when": shown}
    if option.state is OptionState.LIVE:
        yield _(
            "The limits are counted back from go-live with %(wave)s (%(when)s).",
            **words,
        )
        return
    if Trigger.GO_LIVE in triggers:
        yield _(
            "The limits are counted back from go-live with %(wave)s (%(when)s). When"
            " the wave moves, they move with it.",
            **words,
        )
    if Trigger.NAMED in triggers:
        yield _(
            "A day that an agreement or a letter names holds in place of the one"
            " counted, and stays when the wave moves."
        )


def _lapse(option: OptionRight, name: str) -> Iterator[str]:
    if option.wave is None or not loses_place(option):
        return
    yield _(
        "When the last day passes without a yes, %(name)s loses its place in %(wave)s,"
        " and not the option itself: in a later wave the limits are later too.",
        name=name,
        wave=option.wave,
    )
