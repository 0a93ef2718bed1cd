"""What is told of those asked for that have left or have given notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.cost_split.gathering import Found
from app.store.sorting import sort_key
from app.ways_out import left_text, notice_text
from planning.rights.ways_out import ways_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """What the two sums that are compared are called."""

    before: str
    after: str
    their_before: str
    their_after: str
    before_kroner: str
    after_kroner: str


def headings_of(found: Found) -> Headings:
    """As planned and after it; of what is recorded, without it and with it."""
    if found.choice.is_recorded:
        return Headings(
            before=_("If it had stayed"),
            after=_("As it is recorded"),
            their_before=_("Their part if they had stayed"),
            their_after=_("Their part as it is recorded"),
            before_kroner=_("If it had stayed, kroner"),
            after_kroner=_("As it is recorded, kroner"),
        )
    return Headings(
        before=_("As planned"),
        after=_("After it"),
        their_before=_("Their part as planned"),
        their_after=_("Their part after it"),
        before_kroner=_("As planned, kroner"),
        after_kroner=_("After it, kroner"),
    )


def recorded_texts(found: Found) -> Iterator[str]:
    """Who has left or leaves by what is recorded, and what the page does with it."""
    ways, names = ways_out(found.evaluation.snapshot), found.names
    told = {names.municipality(it): ways[it] for it in found.choice.recorded}
    for name in sorted(told, key=sort_key):
        tell = left_text if told[name].has_left else notice_text
        yield tell(told[name], name)
    if found.choice.is_recorded:
        yield _(
            "That is recorded, so nothing is tried here: the plan is compared with what"
            " it would have been with nobody leaving of those chosen."
        )
    elif told:
        yield _("That is in both of the sums that are compared.")
