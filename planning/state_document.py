"""A state of the plan as a document: plain values, exact, ready for JSON.

Days are ISO dates and half-open as in the engine, amounts are kroner as decimal
text. What is written is read as it was, to the øre; the checksum is taken of the one
way of writing it, so that the order of keys and the spaces of a file don't matter.
Only what the version of the document says can be read.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from planning.calendars import to_day
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import Limit
from planning.snapshot import ActivityKind, Because, Precision, Window
from planning.state import (
    MilestoneState,
    MonthLoad,
    MunicipalityState,
    PlanState,
    StepDates,
    TrustState,
    WaveState,
)
from planning.state_money import maybe, money_document, read_money

VERSION = 1

Document = Mapping[str, Any]


def state_checksum(document: Document) -> str:
    """The sha256 of the one way of writing a document."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()


def canonical(document: Document) -> str:
    """The one way of writing a document."""
    return json.dumps(
        document,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )


def state_document(state: PlanState) -> dict[str, Any]:
    """A state as plain values."""
    return {
        "version": VERSION,
        "plan": state.plan,
        "status_date": _iso(state.status_date),
        "revision": state.revision,
        "waves": [_wave(it) for it in state.waves],
        "trusts": [_trust(code, it) for code, it in state.trusts.items()],
        "municipalities": [
            _municipality(number, it) for number, it in state.municipalities.items()
        ],
        "milestones": [_milestone(key, it) for key, it in state.milestones.items()],
        "conflicts": [_conflict(it) for it in state.conflicts],
        "loads": [
            {"resource": key, "months": [_load(it) for it in months]}
            for key, months in state.loads.items()
        ],
    }


def read_state(document: Document) -> PlanState:
    """The state that a document holds.

    Raises:
        ValueError, KeyError, TypeError: where it is none of this version.
    """
    if document["version"] != VERSION:
        raise ValueError(f"a state of version {document['version']}")
    return PlanState(
        plan=document["plan"],
        status_date=_day(document["status_date"]),
        revision=document["revision"],
        waves=tuple(_read_wave(it) for it in document["waves"]),
        trusts={it["code"]: _read_trust(it) for it in document["trusts"]},
        municipalities={
            it["number"]: _read_municipality(it) for it in document["municipalities"]
        },
        milestones={it["key"]: _read_milestone(it) for it in document["milestones"]},
        conflicts=tuple(_read_conflict(it) for it in document["conflicts"]),
        loads={
            it["resource"]: tuple(_read_load(month) for month in it["months"])
            for it in document["loads"]
        },
    )


def _wave(it: WaveState) -> dict[str, Any]:
    return {
        "code": it.code,
        "sequence": it.sequence,
        "aliases": list(it.aliases),
        "window": maybe(_window, it.window),
        "set_day": maybe(_iso, it.set_day),
        "actual": maybe(_window, it.actual),
        "day": maybe(_iso, it.day),
        "cost_day": maybe(_iso, it.cost_day),
        "because": it.because and it.because.value,
    }


def _read_wave(it: Document) -> WaveState:
    return WaveState(
        code=it["code"],
        sequence=it["sequence"],
        aliases=tuple(it["aliases"]),
        window=maybe(_read_window, it["window"]),
        set_day=maybe(_day, it["set_day"]),
        actual=maybe(_read_window, it["actual"]),
        day=maybe(_day, it["day"]),
        cost_day=maybe(_day, it["cost_day"]),
        because=maybe(Because, it["because"]),
    )


def _trust(code: str, it: TrustState) -> dict[str, Any]:
    return {
        "code": code,
        "wave": it.wave,
        "go_live": maybe(_iso, it.go_live),
        "known": maybe(_window, it.known),
        "is_live": it.is_live,
    }


def _read_trust(it: Document) -> TrustState:
    return TrustState(
        wave=it["wave"],
        go_live=maybe(_day, it["go_live"]),
        known=maybe(_read_window, it["known"]),
        is_live=it["is_live"],
    )


def _municipality(number: str, it: MunicipalityState) -> dict[str, Any]:
    return {
        "number": number,
        "region": it.region,
        "trust": it.trust,
        "wave": it.wave,
        "go_live": maybe(_iso, it.go_live),
        "known": maybe(_window, it.known),
        "is_live": it.is_live,
        "earliest": maybe(_iso, it.earliest),
        "margin_days": it.margin_days,
        "dates": [_step(key, at) for key, at in it.dates.items()],
        "limits": [[at.key, _iso(at.day), _iso(at.derived_day)] for at in it.limits],
        "money": maybe(money_document, it.money),
    }


def _read_municipality(it: Document) -> MunicipalityState:
    return MunicipalityState(
        region=it["region"],
        trust=it["trust"],
        wave=it["wave"],
        go_live=maybe(_day, it["go_live"]),
        known=maybe(_read_window, it["known"]),
        is_live=it["is_live"],
        earliest=maybe(_day, it["earliest"]),
        margin_days=it["margin_days"],
        dates={at[0]: _read_step(at) for at in it["dates"]},
        limits=tuple(Limit(at[0], _day(at[1]), _day(at[2])) for at in it["limits"]),
        money=maybe(read_money, it["money"]),
    )


def _step(key: str, at: StepDates) -> list[Any]:
    dates = [_iso(at.start), _iso(at.finish)]
    return [key, *dates, at.kind.value, at.is_done, at.is_presumed]


def _read_step(at: list[Any]) -> StepDates:
    _key, start, finish, kind, is_done, is_presumed = at
    kinds = ActivityKind(kind)
    return StepDates(_day(start), _day(finish), kinds, is_done, is_presumed)


def _milestone(key: str, it: MilestoneState) -> dict[str, Any]:
    return {
        "key": key,
        "window": _window(it.window),
        "start": _iso(it.start),
        "finish": _iso(it.finish),
        "is_phase": it.is_phase,
        "is_done": it.is_done,
    }


def _read_milestone(it: Document) -> MilestoneState:
    return MilestoneState(
        window=_read_window(it["window"]),
        start=_day(it["start"]),
        finish=_day(it["finish"]),
        is_phase=it["is_phase"],
        is_done=it["is_done"],
    )


def _conflict(it: Conflict) -> dict[str, Any]:
    return {
        "kind": it.kind.value,
        "severity": it.severity.value,
        "concerns": list(it.concerns),
        "days": it.days,
        "values": [list(pair) for pair in it.values],
        "accepted": it.accepted,
    }


def _read_conflict(it: Document) -> Conflict:
    return Conflict(
        kind=Kind(it["kind"]),
        severity=Severity(it["severity"]),
        concerns=tuple(it["concerns"]),
        days=it["days"],
        values=tuple((name, value) for name, value in it["values"]),
        accepted=it["accepted"],
    )


def _load(it: MonthLoad) -> list[Any]:
    return [_iso(it.first), it.asked, it.there_is]


def _read_load(it: list[Any]) -> MonthLoad:
    return MonthLoad(_day(it[0]), it[1], it[2])


def _window(it: Window) -> list[str]:
    return [_iso(it.start), _iso(it.end), it.precision.value]


def _read_window(it: list[str]) -> Window:
    return Window(_day(it[0]), _day(it[1]), Precision(it[2]))


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _day(text: str) -> int:
    return to_day(date.fromisoformat(text))
