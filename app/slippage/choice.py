"""Which scopes are looked at: those of one kind, one alone, or a wave of its time.

A wave is looked at as one plan knew it: `wave:2020-06:PD2` are those who were to go
together then, each followed on by itself. A wave of the plan as it stands has a date
of its own too, and those who go with it now.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import plain_text
from app.slippage.lines import ACTUAL_VINTAGE, ScopeLine, Told
from app.store.sorting import sort_key
from app.store.tables import StatementRow

DEFAULT = "trust"
WAVE_OF_ITS_TIME = re.compile(r"([A-Za-z]+)-?(\d+)")
FOLLOWED = ("trust", "region", "municipality", "wave")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to look at, and the scopes in it."""

    value: str
    label: str
    lines: tuple[ScopeLine, ...]


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices of one kind."""

    label: str
    choices: tuple[Choice, ...]


def list_choices(told: Told) -> tuple[ChoiceGroup, ...]:
    """Everything that can be looked at, by kind."""
    lines = {line.scope: line for line in _lines(told)}
    labels = {
        "trust": _("Health trusts"),
        "region": _("Regions"),
        "municipality": _("Municipalities"),
    }
    of_kind = {kind: _of_kind(lines.values(), kind) for kind in labels}
    named = set(told.named_by_statements())
    whole = (
        Choice("trust", _("All health trusts that plans name"), of_kind["trust"]),
        Choice(
            "municipality",
            _("All municipalities that earlier plans name"),
            tuple(it for it in of_kind["municipality"] if it.scope in named),
        ),
    )
    single = (
        ChoiceGroup(label, tuple(Choice(it.scope, it.name, (it,)) for it in found))
        for kind, label in labels.items()
        if (found := of_kind[kind])
    )
    # A code means nothing outside its own plan; a baseline is of this one.
    of_now = [
        it for it in lines.values() if told.frozen and it.scope.startswith("wave:")
    ]
    waves = (
        ChoiceGroup(
            _("Waves of the plan as it stands"),
            tuple(Choice(it.scope, it.name, (it,)) for it in of_now),
        ),
        ChoiceGroup(_("Waves of their time"), tuple(_waves(told, lines))),
    )
    return (
        ChoiceGroup(_("Several"), whole),
        *single,
        *(it for it in waves if it.choices),
    )


def choose(groups: Iterable[ChoiceGroup], value: str) -> Choice:
    """The choice that is asked for; the trusts where nobody knows it."""
    choices = {it.value: it for group in groups for it in group.choices}
    return choices.get(value, choices[DEFAULT])


def _lines(told: Told) -> Iterator[ScopeLine]:
    for scope in told.scopes():
        if scope.partition(":")[0] in FOLLOWED and (line := told.line(scope)):
            yield line


def _of_kind(lines: Iterable[ScopeLine], kind: str) -> tuple[ScopeLine, ...]:
    """Those of a kind by name."""
    found = (it for it in lines if it.scope.startswith(f"{kind}:"))
    return tuple(sorted(found, key=lambda it: sort_key(it.name)))


def _waves(told: Told, lines: dict[str, ScopeLine]) -> Iterator[Choice]:
    for row in told.rows.values():
        code = WAVE_OF_ITS_TIME.fullmatch(row.code)
        if code is None or row.vintage == ACTUAL_VINTAGE:
            continue
        members = tuple(lines[it] for it in _members(told, row) if it in lines)
        if members:
            plan = plain_text(told.vintages[row.vintage].names)
            yield Choice(
                f"wave:{row.vintage}:{row.code}",
                _("%(wave)s (%(plan)s)", wave=_wave_text(*code.groups()), plan=plan),
                members,
            )


def _members(told: Told, row: StatementRow) -> Iterator[str]:
    """Who was to go together by a plan, and by the plan as it stands who does."""
    yield from row.scopes
    snapshot = told.evaluation.snapshot
    for scope in row.scopes:
        kind, _separator, code = scope.partition(":")
        if kind == "wave":
            together = [f"trust:{it.code}" for it in snapshot.trusts if it.wave == code]
            members = {
                it.municipality for it in snapshot.plan.placements if it.wave == code
            }
            together += _whole_regions(told, members)
            together += [f"municipality:{it}" for it in sorted(members)]
            yield from (it for it in together if it not in row.scopes)


def _whole_regions(told: Told, members: set[str]) -> Iterator[str]:
    """The regions of which all municipalities are among some."""
    regions: dict[str, set[str]] = {}
    for it in told.evaluation.snapshot.municipalities:
        if it.region is not None:
            regions.setdefault(it.region, set()).add(it.number)
    for key, numbers in regions.items():
        if numbers <= members:
            yield f"region:{key}"


def _wave_text(word: str, number: str) -> str:
    """A code as it is said: PD2, wave 2, group 2."""
    if word == "wave":
        return _("Wave %(code)s", code=number)
    if word == "group":
        return _("Group %(code)s", code=number)
    return f"{word}{number}"
