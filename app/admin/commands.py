"""What the programme office sets for the whole installation."""

from collections.abc import Mapping
from datetime import date

from app.access import User, require
from app.extensions import db
from app.store import results
from app.store.tables import ChangeRow, PlanRow, ThresholdRow
from app.store.tables.programme import PROGRAMME_ID
from app.store.thresholds import load_thresholds, threshold_values
from app.store.writing import writing

TOUCHED = (("programme", str(PROGRAMME_ID)),)


def set_status_date(
    plan: PlanRow, day: date, *, by: User, seen: int | None
) -> ChangeRow | None:
    """See the plan from another day."""
    require(by, "settings.edit")
    values = {"after": day.isoformat()}
    with writing(
        plan,
        by=by,
        what="settings.status-date",
        values=values,
        seen=seen,
        touches=TOUCHED,
    ) as write:
        results.programme().status_date = day
    return write.change


def set_price_year(
    plan: PlanRow, year: int | None, *, by: User, seen: int | None
) -> ChangeRow | None:
    """Say which year's prices the sums are in, or that it is not known."""
    require(by, "settings.edit")
    with writing(
        plan,
        by=by,
        what="settings.price-year",
        values={"after": year},
        seen=seen,
        touches=TOUCHED,
    ) as write:
        results.programme().price_year = year
    return write.change


def set_thresholds(
    plan: PlanRow, values: Mapping[str, str], *, by: User, seen: int
) -> ChangeRow | None:
    """Hold the plan against other thresholds; what is as it was stays unwritten."""
    require(by, "settings.edit")
    held = threshold_values(load_thresholds())
    changed = {key: it for key, it in values.items() if it != held[key]}
    with writing(
        plan,
        by=by,
        what="settings.thresholds",
        values={"after": changed},
        seen=seen,
        touches=[("threshold", key) for key in changed],
    ) as write:
        for key, value in changed.items():
            row = db.session.get(ThresholdRow, key)
            if row is None:
                db.session.add(ThresholdRow(key=key, value=value))
            else:
                row.value = value
    return write.change
