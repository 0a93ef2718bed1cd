"""What holds a date back: why it can't be on its planned day, from what is known."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.dates.chain import ChainPart, ChainWords
from app.filters import days
from planning.explanation import Explainer


@dataclass(frozen=True, slots=True)
class HeldPart:
    """The earliest day, how much later than planned it is, and what sets it."""

    sentence: str
    chain: tuple[ChainPart, ...]


def held_part(explainer: Explainer, words: ChainWords, id: str) -> HeldPart | None:
    """Tell what holds a date back; none where it can be on its planned day."""
    found = explainer.explain_held(id)
    if found is None:
        return None
    chain = words.tell(found.chain)
    later = explainer.days_held(explainer.at(id).position)
    return HeldPart(
        _(
            "At the earliest: %(day)s, %(days)s later than planned.",
            day=chain[0].day,
            days=days(later),
        ),
        chain,
    )
