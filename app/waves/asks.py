"""What a wave asks of the programme at its height, and what there is then."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.capacity_words import amount, month_text
from app.store.names import Names
from planning.capacity import Capacity, Load, average, capacity, month_of
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """One resource; `is_over` where there is too little of it in that month.

    `there_is` is empty where nobody has entered it.
    """

    name: str
    url: str
    text: str
    there_is: str
    is_over: bool
    is_assumed: bool


def wave_asks(evaluation: Evaluation, names: Names, code: str) -> tuple[AskLine, ...]:
    """One line a resource that the wave asks for from the status date on."""
    return tuple(_lines(evaluation, names, code))


def _lines(evaluation: Evaluation, names: Names, code: str) -> Iterator[AskLine]:
    found = capacity(evaluation.snapshot, evaluation.schedule)
    now = month_of(evaluation.snapshot.status_date)
    for key, load in found.loads.items():
        own = {
            month: average(found.by_wave(key, month).get(code, 0), month)
            for month in load.asked
            if month >= now
        }
        most = max(own, key=lambda it: (own[it], -it), default=None)
        if most is None or not own[most]:
            continue
        yield AskLine(
            name=names.resource(key),
            url=url_for("capacity.index", resource=key, wave=code, _anchor="chosen"),
            text=_(
                "at most %(amount)s, in %(month)s",
                amount=amount(own[most]),
                month=month_text(most),
            ),
            there_is=_there_is(found, load, most, code),
            is_over=bool(load.over(most)),
            is_assumed=load.is_assumed((most,)),
        )


def _there_is(found: Capacity, load: Load, month: int, code: str) -> str:
    """What there is in a month, and for whom."""
    there = load.there_is.get(month)
    if there is None:
        return ""
    told = amount(average(there, month))
    if set(found.by_wave(load.resource, month)) == {code}:
        return _("There are %(amount)s then.", amount=told)
    return _(
        "There are %(amount)s then, and all waves ask for %(asked)s.",
        amount=told,
        asked=amount(average(load.total(month), month)),
    )
