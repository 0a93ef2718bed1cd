"""Who has withdrawn, gives notice or has left, in words for any page."""

from flask_babel import gettext as _

from app.filters import long_date, window
from planning.evaluate import Evaluation
from planning.rights.ways_out import WayOut, ways_out


def find_way_out(evaluation: Evaluation, number: str) -> WayOut | None:
    """How a municipality goes or has gone; None where it does not."""
    return ways_out(evaluation.snapshot).get(number)


def list_left(evaluation: Evaluation) -> frozenset[str]:
    """Those that have left, also after they were live: nobody counts them as live."""
    ways = ways_out(evaluation.snapshot)
    return frozenset(number for number, it in ways.items() if it.has_left)


def has_left(evaluation: Evaluation, number: str) -> bool:
    """Whether it has left: then it has no limit to keep."""
    way = find_way_out(evaluation, number)
    return way is not None and way.has_left


def has_withdrawn(evaluation: Evaluation, number: str) -> bool:
    """Whether it has taken back its accession: then there is none to take back."""
    way = find_way_out(evaluation, number)
    return way is not None and way.has_withdrawn


def left_text(way: WayOut, name: str) -> str:
    """That it has left, and when, in a sentence."""
    if way.is_counted:
        return _(
            "%(name)s has left the co-operation: its notice ran out (%(when)s).",
            name=name,
            when=window(way.when),
        )
    return _(
        "%(name)s has left the co-operation (%(when)s).",
        name=name,
        when=window(way.when),
    )


def notice_text(way: WayOut, name: str) -> str:
    """That notice is given, and when the membership is over."""
    if way.ends is None:
        return _(
            "%(name)s has given notice (%(when)s).", name=name, when=window(way.when)
        )
    return _(
        "%(name)s has given notice (%(when)s): its membership ends on %(day)s.",
        name=name,
        when=window(way.when),
        day=long_date(way.ends),
    )


def kept_notes(evaluation: Evaluation, number: str) -> tuple[str, ...]:
    """That the plan still has who has left in a wave; nothing of who was live."""
    wave = evaluation.wave_of(number)
    if wave is None or evaluation.is_live(number):
        return ()
    return (_("The plan still has it in %(wave)s.", wave=wave),)
