"""What a municipality depends on and can't hurry: its trust, national components."""

from collections.abc import Iterator

from planning.circumstances import Component
from planning.conflicts.mends import move_to_wave
from planning.conflicts.survey import Survey, iso, municipality_id
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.rollout import GO_LIVE, trust_id


def find_trusts_after(survey: Survey) -> Iterator[Conflict]:
    """Municipalities that go live before the trust that their patients come from."""
    trusts = {each.number: each.trust for each in survey.snapshot.municipalities}
    for number in survey.ahead:
        trust, at = trusts[number], survey.activity(number, GO_LIVE)
        there = (
            None if trust is None else survey.schedule.activities.get(trust_id(trust))
        )
        if trust is None or at is None or there is None or at.start >= there.start:
            continue
        later = move_to_wave(survey, number, there.start)
        wave = survey.wave_of[number]
        yield Conflict(
            kind=Kind.TRUST_AFTER_MUNICIPALITY,
            severity=Severity.WARNING,
            concerns=(municipality_id(number), there.id),
            days=there.start - at.start,
            values=(("day", iso(at.start)), ("trust-day", iso(there.start))),
            mend=later or Mend(MendKind.MOVE_TRUST, wave, trust),
        )


def find_late_components(survey: Survey) -> Iterator[Conflict]:
    """Components that come after the first step that needs them, or nobody knows when.

    A day that has passed is none that it can be expected on. What has begun without
    the component has shown that it can. Where the step is not in the template,
    nobody can say who needs it.
    """
    steps = {step.key for step in survey.snapshot.plan.template.activities}
    for component in survey.snapshot.components:
        if component.is_delivered:
            continue
        if component.needed_by not in steps:
            yield from _step_gone(survey, component)
            continue
        starts = _planned_starts(survey, component.needed_by)
        expected = component.expected
        if expected is not None and expected >= survey.today:
            yield from _too_late(component, expected, starts)
        elif starts and (component.is_late or expected is not None):
            yield _undated(component, expected, len(starts))


def _planned_starts(survey: Survey, key: str) -> dict[str, int]:
    """When those not live begin the step by plan, less those who have begun it."""
    found = {}
    for number in survey.ahead:
        at = survey.activity(number, key)
        if at is None:
            continue
        index = survey.network.index[at.id]
        if survey.network.activities[index].actual_start is None:
            found[number] = at.start
    return found


def _too_late(
    component: Component, expected: int, starts: dict[str, int]
) -> Iterator[Conflict]:
    before = {number: start for number, start in starts.items() if start < expected}
    if before:
        yield Conflict(
            kind=Kind.COMPONENT_LATE,
            severity=Severity.WARNING,
            concerns=(f"component.{component.key}", *map(municipality_id, before)),
            days=expected - min(before.values()),
            values=(("expected", iso(expected)), ("municipalities", str(len(before)))),
            mend=_report(component),
        )


def _step_gone(survey: Survey, component: Component) -> Iterator[Conflict]:
    """What is late is not in time because nobody knows for whom."""
    if survey.ahead and (component.is_late or component.expected is not None):
        yield Conflict(
            kind=Kind.COMPONENT_LATE,
            severity=Severity.INFORMATION,
            concerns=(f"component.{component.key}",),
            values=(("step-gone", component.needed_by),),
            mend=_report(component),
        )


def _undated(component: Component, passed: int | None, municipalities: int) -> Conflict:
    """No day is known, or the one that was has passed."""
    before = () if passed is None else (("was-expected", iso(passed)),)
    return Conflict(
        kind=Kind.COMPONENT_LATE,
        severity=Severity.INFORMATION,
        concerns=(f"component.{component.key}",),
        values=(*before, ("municipalities", str(municipalities))),
        mend=_report(component),
    )


def _report(component: Component) -> Mend:
    return Mend(MendKind.REPORT_COMPONENT, component.key)
