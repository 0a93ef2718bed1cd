"""Which conflicts the reader asked for, as the address says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.concerned import Reach
from app.conflict_texts import kind_text, severity_text
from app.store.names import Names
from app.store.sorting import sort_key
from app.table_choice import FilterPart, filter_part
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import Evaluation

OPEN, ACCEPTED = "open", "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address asks for; empty is everything."""

    severity: str = ""
    kind: str = ""
    wave: str = ""
    region: str = ""
    trust: str = ""
    municipality: str = ""
    state: str = ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.arguments())

    def arguments(self) -> dict[str, str]:
        """The same as the query of an address, without what is empty."""
        given = {
            "severity": self.severity,
            "kind": self.kind,
            "wave": self.wave,
            "region": self.region,
            "trust": self.trust,
            "municipality": self.municipality,
            "state": self.state,
        }
        return {key: value for key, value in given.items() if value}

    def shows(self, conflict: Conflict, reach: Reach) -> bool:
        """Whether a conflict is one of those asked for."""
        state = OPEN if conflict.accepted is None else ACCEPTED
        own = (conflict.severity.value, conflict.kind.value, state)
        asked = (self.severity, self.kind, self.state)
        if any(want not in {"", have} for want, have in zip(asked, own, strict=True)):
            return False
        reached = (
            (self.wave, reach.waves),
            (self.region, reach.regions),
            (self.trust, reach.trusts),
            (self.municipality, reach.municipalities),
        )
        return all(not want or want in find(conflict) for want, find in reached)


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there finds nothing."""
    return Choice(
        severity=arguments.get("severity", ""),
        kind=arguments.get("kind", ""),
        wave=arguments.get("wave", "").upper(),
        region=arguments.get("region", ""),
        trust=arguments.get("trust", ""),
        municipality=arguments.get("municipality", ""),
        state=arguments.get("state", ""),
    )


def filter_parts(
    evaluation: Evaluation, choice: Choice, names: Names, reach: Reach
) -> tuple[FilterPart, ...]:
    """The filters; of places those that any conflict reaches, and what is chosen."""
    conflicts = evaluation.conflicts
    kinds = {it.kind for it in conflicts} | set(map(_kind, filter(None, [choice.kind])))
    waves = [it.code for it in evaluation.snapshot.plan.waves if not it.is_live]
    severities = [(it.value, severity_text(it)) for it in Severity]
    listed = [(it.value, kind_text(it)) for it in Kind if it in kinds]
    states = [(OPEN, _("Open")), (ACCEPTED, _("Accepted"))]
    return (
        filter_part("severity", _("Severity"), choice.severity, severities),
        filter_part("kind", _("Kind"), choice.kind, listed),
        filter_part("wave", _("Wave"), choice.wave, [(it, it) for it in waves]),
        *_place_parts(conflicts, choice, names, reach),
        filter_part("state", _("State"), choice.state, states),
    )


def _place_parts(
    conflicts: Iterable[Conflict], choice: Choice, names: Names, reach: Reach
) -> Iterator[FilterPart]:
    """The filters of whom a conflict reaches, each by name."""
    places = (
        ("region", _("Region"), choice.region, reach.regions, names.region),
        ("trust", _("Health trust"), choice.trust, reach.trusts, names.trust),
        (
            "municipality",
            _("Municipality"),
            choice.municipality,
            reach.municipalities,
            names.municipality,
        ),
    )
    for key, label, chosen, reached, name in places:
        found = {it for each in conflicts for it in reached(each)}
        yield filter_part(key, label, chosen, _by_name({it: name(it) for it in found}))


def _kind(text: str) -> Kind | None:
    return Kind(text) if text in set(Kind) else None


def _by_name(named: Mapping[str, str]) -> list[tuple[str, str]]:
    """Choices in the order of the alphabet."""
    entries: Iterable[tuple[str, str]] = named.items()
    return sorted(entries, key=lambda it: sort_key(it[1]))
