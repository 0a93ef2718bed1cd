"""Parts of what is kept with a change, as a test needs them."""

from collections.abc import Sequence
from typing import Any


def conflict(
    id: str = "1516.go-live",
    *,
    kind: str = "margin-negative",
    severity: str = "error",
    days: int = 12,
    values: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """A conflict; Ulstein can't hold its wave, unless told otherwise."""
    return {
        "kind": kind,
        "severity": severity,
        "concerns": [id],
        "days": days,
        "values": [list(pair) for pair in values],
    }


def money(
    *numbers: str, bases: Sequence[str] = ("documented",), **kroner: int
) -> dict[str, Any]:
    """The same lines for each municipality, and as often in all."""
    places = numbers or ("1516",)
    each = sums(1, bases, kroner)
    return {
        "municipalities": [
            {"municipality": number, **each, "npv": present_values(bases)}
            for number in places
        ],
        "in_all": {
            "municipalities": len(places),
            **sums(len(places), bases, kroner),
        },
        "reckoned": [],
        "no_longer_reckoned": [],
    }


def sums(times: int, bases: Sequence[str], kroner: dict[str, int]) -> dict[str, Any]:
    """Lines of a budget over the years from 2025 to 2040."""
    return {
        "first": 2025,
        "last": 2040,
        "lines": {
            name: {"kroner": times * value, "bases": list(bases)}
            for name, value in kroner.items()
        },
        "investment": None,
    }


def present_values(bases: Sequence[str]) -> dict[str, Any]:
    """A present value that a year of delay lowers."""
    known = {"bases": list(bases)}
    return {
        "before": {"year": 2025, "kroner": 5_559_000, **known},
        "after": {"year": 2026, "kroner": 5_000_000, **known},
    }


def investment(
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    *bases: str,
) -> dict[str, Any]:
    """In which years how much is invested; how it is known before and after."""
    known = bases or ("documented", "documented")
    return {
        side: {"parts": [list(part) for part in parts], "bases": [basis]}
        for side, parts, basis in zip(
            ("before", "after"), (before, after), known, strict=True
        )
    }
