"""The quality of a network file, with the usual thresholds."""

from app.exchange.network_file import NetworkFile
from planning.network import compile_network
from planning.quality.assess import assess_network
from planning.quality.values import Quality
from planning.schedule import build_schedule
from planning.thresholds import Thresholds


def network_quality(file: NetworkFile) -> Quality:
    """What the checks find in a network that can be scheduled.

    Raises:
        PlanningError: as scheduling it does.
    """
    schedule = build_schedule(
        compile_network(file.activities, file.links),
        calendar=file.calendar,
        start=file.start,
        status_date=file.status_date,
        ends=file.ends,
    )
    return assess_network(
        file.activities,
        file.links,
        schedule,
        Thresholds(),
        calendar=file.calendar,
        start=file.start,
        status_date=file.status_date,
        ends=file.ends,
    )
