"""Which scopes are looked at: those of one kind, one alone, or a wave of its time.

A wave is looked at as one plan knew it: `wave:2020-06:PD2` are those who were to go
together then, each followed on by itself. A wave of the plan as it stands has a date
of its own too, and those who go with it now.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import plain_text
from app.scenario_address import find_scenario_seen
from app.slippage.groups import PROGRAMME, group_lines, list_groups
from app.slippage.lines import ACTUAL_VINTAGE, Told
from app.slippage.points import ScopeLine
from app.store.sorting import sort_key
from app.store.tables import StatementRow

DEFAULT = "trust"
WAVE_OF_ITS_TIME = re.compile(r"([A-Za-z]+)-?(\d+)")
KINDS = ("trust", "region", "municipality")
FOLLOWED = ("trust", "municipality", "wave")

Lines = dict[str, tuple[ScopeLine, ...]]


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
    groups_of_many = [*list_groups(told)]
    names = {it.scope: it.name for it in groups_of_many}
    lines = {it.scope: group_lines(told, it) for it in groups_of_many}
    for line in _lines(told):
        lines[line.scope] = (line,)
        names[line.scope] = line.name
    of_kind = {kind: _of_kind(lines, names, kind) for kind in KINDS}
    labels = {
        "trust": _("Health trusts"),
        "region": _("Regions"),
        "municipality": _("Municipalities"),
    }
    groups = (
        ChoiceGroup(_("Several"), _whole(told, lines, of_kind)),
        *(ChoiceGroup(label, of_kind[kind]) for kind, label in labels.items()),
        ChoiceGroup(_waves_title(), _of_now(told, lines)),
        ChoiceGroup(_("Waves of their time"), tuple(_waves(told, lines))),
    )
    return tuple(it for it in groups if it.choices)


def _whole(
    told: Told, lines: Lines, of_kind: Mapping[str, tuple[Choice, ...]]
) -> tuple[Choice, ...]:
    """Many at once."""
    named = set(told.named_by_statements())
    trusts = tuple(line for it in of_kind["trust"] for line in it.lines)
    municipalities = tuple(
        line for it in of_kind["municipality"] if it.value in named for line in it.lines
    )
    found = (
        Choice("trust", _("All health trusts that plans name"), trusts),
        Choice(PROGRAMME, _("The programme as a whole"), lines[PROGRAMME]),
        Choice(
            "municipality",
            _("All municipalities that earlier plans name"),
            municipalities,
        ),
    )
    return tuple(it for it in found if it.lines)


def _waves_title() -> str:
    scenario = find_scenario_seen()
    if scenario is None:
        return _("Waves of the plan as it stands")
    return _("Waves in the scenario “%(name)s”", name=scenario.name)


def _of_now(told: Told, lines: Lines) -> tuple[Choice, ...]:
    """A code means nothing outside its own plan; a baseline is of this one."""
    if not told.frozen:
        return ()
    found = (it for it in lines if it.startswith("wave:"))
    return tuple(Choice(it, lines[it][0].name, lines[it]) for it in found)


def choose(groups: Iterable[ChoiceGroup], value: str) -> Choice:
    """The choice that is asked for; the trusts where nobody knows it."""
    choices = {it.value: it for group in groups for it in group.choices}
    return choices.get(value, choices[DEFAULT])


def _lines(told: Told) -> Iterator[ScopeLine]:
    for scope in told.scopes():
        if scope.partition(":")[0] in FOLLOWED and (line := told.line(scope)):
            yield line


def _of_kind(lines: Lines, names: Mapping[str, str], kind: str) -> tuple[Choice, ...]:
    """Those of a kind by name."""
    found = (it for it in lines if it.startswith(f"{kind}:") and lines[it])
    choices = (Choice(it, names[it], lines[it]) for it in found)
    return tuple(sorted(choices, key=lambda it: sort_key(it.label)))


def _waves(told: Told, lines: Lines) -> Iterator[Choice]:
    for row in told.rows.values():
        code = WAVE_OF_ITS_TIME.fullmatch(row.code)
        if code is None or row.vintage == ACTUAL_VINTAGE:
            continue
        members = tuple(
            line for it in _members(told, row) for line in lines.get(it, ())
        )
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
