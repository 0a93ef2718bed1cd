"""What a wave asks of the programme at its height, and what there is then."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.capacity_words import amount, month_text
from app.store.names import Names
from planning.capacity import average, capacity, month_of
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True)
class AskLine:
    """One resource; `is_over` where there is too little of it in that month."""

    text: str
    url: str
    is_over: bool


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
        month = max(own, key=lambda it: (own[it], -it), default=None)
        if month is None or not own[month]:
            continue
        words = {
            "resource": names.resource(key),
            "asked": amount(own[month]),
            "month": month_text(month),
        }
        if month in load.there_is:
            there = amount(average(load.there_is[month], month))
            text = _(
                "%(resource)s: at most %(asked)s, in %(month)s. For all waves there"
                " are %(there)s then.",
                there=there,
                **words,
            )
        else:
            text = _(
                "%(resource)s: at most %(asked)s, in %(month)s. What there is, is not"
                " entered.",
                **words,
            )
        url = url_for("capacity.index", resource=key, wave=code, _anchor="chosen")
        yield AskLine(text, url, bool(load.over(month)))
