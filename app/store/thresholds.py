"""Rows to thresholds: what people have set, and for the rest the usual ones."""

from collections.abc import Mapping

from sqlalchemy import select

from app.extensions import db
from app.store.tables import ThresholdRow
from planning.schedule import CriticalBy
from planning.thresholds import ALLOWED, LENGTHS, Criticality, Thresholds

CRITICAL_BY, CRITICAL_FLOAT = "critical-by", "critical-float"
NEAR_CRITICAL_FLOAT = "near-critical-float"
SHARE, DAYS = "share.", "days."


def load_thresholds() -> Thresholds:
    """Read what holds now."""
    rows = db.session.execute(select(ThresholdRow.key, ThresholdRow.value))
    return read_thresholds(dict(rows.tuples().all()))


def read_thresholds(values: Mapping[str, str]) -> Thresholds:
    """The thresholds of values by their keys; those that are missing are as usual."""
    usual = Criticality()
    return Thresholds(
        criticality=Criticality(
            critical_by=CriticalBy(values.get(CRITICAL_BY, usual.critical_by)),
            critical_float=int(values.get(CRITICAL_FLOAT, usual.critical_float)),
            near_critical_float=int(
                values.get(NEAR_CRITICAL_FLOAT, usual.near_critical_float)
            ),
        ),
        allowed={it: int(values[SHARE + it]) for it in ALLOWED if SHARE + it in values},
        lengths={it: int(values[DAYS + it]) for it in LENGTHS if DAYS + it in values},
    )


def threshold_values(thresholds: Thresholds) -> dict[str, str]:
    """Every threshold by its key, as it is kept."""
    criticality = thresholds.criticality
    return {
        CRITICAL_BY: criticality.critical_by.value,
        CRITICAL_FLOAT: str(criticality.critical_float),
        NEAR_CRITICAL_FLOAT: str(criticality.near_critical_float),
        **{DAYS + it: str(thresholds.days(it)) for it in LENGTHS},
        **{SHARE + it: str(thresholds.share(it)) for it in ALLOWED},
    }
