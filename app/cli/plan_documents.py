"""The JSON of `plan` and `check`: keys and shapes that scripts rely on.

Windows are inclusive, as people write them; `actual` is as exact as it is known:
a day, a month, a year, or the first and last day with a stroke between. Dates of
activities are half-open as in the engine.
"""

from typing import Any

from app.conflict_texts import conflict_text, explanation_of, mend_text
from app.exchange.network_file import activity_document
from app.store.names import Names
from planning.calendars import to_date
from planning.conflicts import Conflict, Severity
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE
from planning.snapshot import ReportState, Wave, Window


def plan_document(
    evaluation: Evaluation,
    names: Names,
    *,
    wave: str | None = None,
    municipality: str | None = None,
) -> dict[str, Any]:
    """A whole plan, or what concerns one wave or one municipality of it."""
    plan = evaluation.snapshot.plan
    wave_of = {at.municipality: at.wave for at in plan.placements}
    numbers = [
        each.number
        for each in evaluation.snapshot.municipalities
        if municipality in (None, each.number)
        and wave in (None, wave_of.get(each.number))
    ]
    wanted = wave or (municipality and wave_of.get(municipality))
    document: dict[str, Any] = {
        "plan": plan.name,
        "status_date": iso(evaluation.snapshot.status_date),
        "waves": [
            wave_document(each, wave_of)
            for each in plan.waves
            if each.code == wanted or (wave is None and municipality is None)
        ],
        "municipalities": [
            municipality_document(evaluation, number, names.municipality(number))
            for number in numbers
        ],
    }
    if municipality is not None:
        document["activities"] = {
            at.id: activity_document(at, is_ahead=evaluation.is_ahead(at.id))
            for number in numbers
            for at in evaluation.activities_of(number)
        }
    return document


def wave_document(wave: Wave, wave_of: dict[str, str | None]) -> dict[str, Any]:
    """When one wave goes live, why on that day, and who is in it."""
    reckoning = wave.reckoning
    return {
        "code": wave.code,
        "aliases": list(wave.aliases),
        "window": wave.window and [iso(wave.window.start), iso(wave.window.last)],
        "go_live": None if reckoning is None else iso(reckoning.day),
        "actual": wave.actual and as_known(wave.actual),
        "municipalities": [
            number for number, code in wave_of.items() if code == wave.code
        ],
        "set_day": None if wave.set_day is None else iso(wave.set_day),
        "cost_day": None if reckoning is None else iso(reckoning.cost_day),
        "reckoned_because": reckoning and reckoning.because.value,
        "actual_precision": wave.actual and wave.actual.precision.value,
    }


def municipality_document(
    evaluation: Evaluation, number: str, name: str
) -> dict[str, Any]:
    """The dates of one municipality, and the margin that they leave."""
    go_live = evaluation.go_live(number)
    actual = actual_of(evaluation, number)
    margin = evaluation.margins.get(number)
    return {
        "number": number,
        "name": name,
        "wave": evaluation.wave_of(number),
        "go_live": None if go_live is None else iso(go_live),
        "actual": actual and as_known(actual),
        "dates": {key: iso(day) for key, day in evaluation.dates(number).items()},
        "margin": None if margin is None else margin.days,
        "actual_precision": actual and actual.precision.value,
    }


def actual_of(evaluation: Evaluation, number: str) -> Window | None:
    """When a municipality went live, where that is reported."""
    return next(
        (
            report.finish or report.start
            for report in evaluation.snapshot.reports
            if (report.municipality, report.activity) == (number, GO_LIVE)
            and report.state is ReportState.DONE
        ),
        None,
    )


def check_document(evaluation: Evaluation, names: Names) -> dict[str, Any]:
    """All conflicts of a plan: open ones, the worst first, and then accepted ones.

    Counted by severity are those that are open.
    """
    conflicts = sorted(evaluation.conflicts, key=lambda it: it.accepted is not None)
    open_ones = [it for it in conflicts if it.accepted is None]
    return {
        "plan": evaluation.snapshot.plan.name,
        "status_date": iso(evaluation.snapshot.status_date),
        "conflicts": [conflict_document(each, names) for each in conflicts],
        "counts": {
            **{
                severity.value: sum(it.severity is severity for it in open_ones)
                for severity in Severity
            },
            "accepted": len(conflicts) - len(open_ones),
        },
    }


def conflict_document(conflict: Conflict, names: Names) -> dict[str, Any]:
    """One conflict with its sentence, what its kind means, and its nearest mend."""
    explanation = explanation_of(conflict.kind)
    mend = conflict.mend
    return {
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "concerns": list(conflict.concerns),
        "days": conflict.days,
        "values": dict(conflict.values),
        "text": conflict_text(conflict, names),
        "explanation": f"{explanation.rule} {explanation.why}",
        "mend": mend
        and {
            "kind": str(mend.kind),
            "target": mend.target,
            "value": mend.value,
            "parts": list(mend.parts),
            "text": mend_text(conflict, names),
        },
        "accepted": conflict.accepted,
    }


def as_known(window: Window) -> str:
    """A date no more exact than it is known: 2022-05-07, 2022-11, 2022."""
    first, last = to_date(window.start), to_date(window.last)
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and to_date(window.end).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if whole and first.month == 1 and last.month == 12 and first.year == last.year:
        return f"{first:%Y}"
    return f"{first.isoformat()}/{last.isoformat()}"


def iso(day: int) -> str:
    """A day of the engine as files have it."""
    return to_date(day).isoformat()
