"""The last meeting of a council at which a limit can still be kept.

Two days count: when the papers must be ready, and when the council meets. Where no
meeting is known there is nothing to tell; the page of meetings says what to enter.
"""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app.deadline_sources.deadline import Deadline, Kind, places_of, whole_day
from app.filters import long_date
from app.safe_meetings import all_safe_meetings
from app.store import results
from app.store.names import Names
from planning.evaluate import Evaluation


def list_meetings(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The last safe meetings of everybody who has a limit to keep."""
    places = places_of(evaluation)
    for number, safe in all_safe_meetings(results.current_plan()).items():
        for limit, found in safe.items():
            if found is None or found.last is None:
                continue
            what = names.activity(limit)
            days = {
                "papers": (
                    found.last.ready,
                    _("%(limit)s: papers ready for the council", limit=what),
                ),
                "council": (
                    found.last.council,
                    _("%(limit)s: last council meeting in time", limit=what),
                ),
            }
            for key, (day, text) in days.items():
                yield Deadline(
                    id=f"{number}.{limit}.{key}",
                    kind=Kind.MEETING,
                    window=whole_day(day),
                    what=text,
                    whose=names.municipality(number),
                    how_sure=_(
                        "Counted back from the limit of %(day)s",
                        day=long_date(found.deadline),
                    ),
                    is_firm=False,
                    is_done=False,
                    url=url_for("meetings.municipality", number=number),
                    place=places[number],
                )
