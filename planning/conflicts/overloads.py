"""Months in which the waves ask for more of something than there is.

One conflict a resource: what is past raises none, and nothing is claimed of a month
for which nobody has entered what there is. What rests on an assumption can only
warn.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from planning.calendars import MONTHS, to_date
from planning.capacity import Capacity, Load, average, capacity, month_of
from planning.conflicts.lightening import Lightening, find_lightening
from planning.conflicts.survey import Survey
from planning.conflicts.values import Conflict, Kind, Severity
from planning.rollout import wave_id

RESOURCE = "resource"


def find_overloads(survey: Survey) -> Iterator[Conflict]:
    """Resources of which there is too little, each with its worst month."""
    facts = survey.snapshot.capacity
    if not facts.supplies:
        return
    found = capacity(survey.snapshot, survey.schedule)
    for resource in facts.resources:
        load = found.loads[resource.key]
        months = load.overloads(month_of(survey.today))
        if months:
            fails = resource.can_fail and not load.is_assumed(months)
            yield _overload(
                survey, found, load, months, Severity.ERROR if fails else None
            )


def _overload(
    survey: Survey,
    found: Capacity,
    load: Load,
    months: tuple[int, ...],
    severity: Severity | None,
) -> Conflict:
    worst = max(months, key=lambda it: (average(load.over(it), it), -it))
    in_all = sum((average(load.over(it), it) for it in months), Fraction())
    lightening = find_lightening(survey, found, load)
    return Conflict(
        kind=Kind.CAPACITY_EXCEEDED,
        severity=severity or Severity.WARNING,
        concerns=(
            f"{RESOURCE}.{load.resource}",
            *map(wave_id, _asking(survey, found, load, months)),
        ),
        values=(
            ("months", told_months(months)),
            ("worst", month_text(worst)),
            ("asked", amount_text(load.total(worst), worst)),
            ("there-is", amount_text(load.there_is[worst], worst)),
            ("over", amount_text(load.over(worst), worst)),
            ("in-all", tenths(in_all)),
            *((("assumed", "yes"),) if load.is_assumed(months) else ()),
            *(_after(lightening) if lightening else ()),
        ),
        mend=lightening.mend if lightening else None,
    )


def _after(lightening: Lightening) -> tuple[tuple[str, str], ...]:
    """What the mend leaves."""
    return (
        ("left", str(lightening.left)),
        ("left-in-all", tenths(lightening.left_in_all)),
    )


def _asking(
    survey: Survey, found: Capacity, load: Load, months: Iterable[int]
) -> Iterator[str]:
    """The waves that ask in some months, in the order of the plan."""
    asking = {code for it in months for code in found.by_wave(load.resource, it)}
    return (wave.code for wave in survey.snapshot.plan.waves if wave.code in asking)


def month_text(month: int) -> str:
    """2025-03: a month as the values of a conflict tell it."""
    return to_date(MONTHS[month]).isoformat()[:7]


def told_months(months: Iterable[int]) -> str:
    """2025-03/2025-05,2025-09: months in a row are told by their ends."""
    spans: list[list[int]] = []
    for month in months:
        if spans and spans[-1][1] == month - 1:
            spans[-1][1] = month
        else:
            spans.append([month, month])
    return ",".join(
        month_text(first)
        if first == last
        else f"{month_text(first)}/{month_text(last)}"
        for first, last in spans
    )


def amount_text(part_days: int, month: int) -> str:
    """47.3: an average over a month, to a tenth."""
    return tenths(average(part_days, month))


def tenths(amount: Fraction) -> str:
    """47.3: to a tenth."""
    return f"{float(amount):.1f}"
