"""What stands over the drawing: years, quarters and months by name."""

from dataclasses import dataclass

from babel.dates import format_skeleton
from flask_babel import format_date, get_locale
from flask_babel import gettext as _

from app.timeline.drawing import place
from app.timeline.scale import Scale, Stretch, Zoom, list_groups, list_ticks
from planning.calendars import to_date

ROOM_FOR_TICK = 30
ROOM_FOR_GROUP = 60


@dataclass(frozen=True, slots=True)
class Head:
    """A name over the drawing, and from where to where its period goes."""

    x: str
    end: str
    text: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Both lines of names; a period with too little room has none."""

    groups: tuple[Head, ...]
    ticks: tuple[Head, ...]


def heads(scale: Scale, zoom: Zoom) -> Heads:
    """Name the periods of a scale."""
    name_group = _quarter_of_year if zoom is Zoom.MONTH else _year
    name_tick = _month if zoom is Zoom.MONTH else _quarter
    return Heads(
        tuple(
            _head(it, name_group(it), scale)
            for it in list_groups(scale, zoom)
            if scale.x(it.finish) - scale.x(it.start) >= ROOM_FOR_GROUP
        ),
        tuple(
            _head(it, name_tick(it), scale)
            for it in list_ticks(scale, zoom)
            if scale.x(it.finish) - scale.x(it.start) >= ROOM_FOR_TICK
        ),
    )


def _head(period: Stretch, text: str, scale: Scale) -> Head:
    return Head(place(scale.x(period.start)), place(scale.x(period.finish)), text)


def _year(period: Stretch) -> str:
    return str(to_date(period.start).year)


def _quarter_of_year(period: Stretch) -> str:
    day = to_date(period.start)
    return str(format_skeleton("yQQQQ", day, locale=get_locale()))


def _quarter(period: Stretch) -> str:
    return _("Q%(number)s", number=(to_date(period.start).month + 2) // 3)


def _month(period: Stretch) -> str:
    return str(format_date(to_date(period.start), "LLL"))
