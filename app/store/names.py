"""What things are called, in one language: places, waves, steps, nodes.

What has no name, or is no longer there, is called by its own key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.store.columns import Texts, find_tongue
from app.store.results import results, revision
from app.store.tables import (
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
    MilestoneRow,
    MunicipalityRow,
    PlanRow,
    RegionRow,
    ResourceRow,
    ShareOwnerRow,
    TemplateActivityRow,
    TrustRow,
    WaveRow,
)
from planning.rollout import WAVE_GO_LIVE, Owner

LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one plan in one language."""

    municipalities: Mapping[str, str]
    waves: Mapping[str, str]
    trusts: Mapping[str, str]
    regions: Mapping[str, str]
    activities: Mapping[str, str]
    milestones: Mapping[str, str]
    bindings: Mapping[str, str] = field(default_factory=dict)
    components: Mapping[str, str] = field(default_factory=dict)
    closed_periods: Mapping[str, str] = field(default_factory=dict)
    resources: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    def municipality(self, number: str) -> str:
        """The name of a municipality: "Ulstein"."""
        return self.municipalities.get(number, number)

    def wave(self, code: str) -> str:
        """What a wave is called on its own: its code."""
        return code

    def trust(self, code: str) -> str:
        """The name of a hospital trust."""
        return self.trusts.get(code, code)

    def region(self, key: str) -> str:
        """The name of a region."""
        return self.regions.get(key, key)

    def binding(self, key: str) -> str:
        """The name of those who want to go together."""
        return self.bindings.get(key, key)

    def component(self, key: str) -> str:
        """The name of a national component."""
        return self.components.get(key, key)

    def closed_period(self, key: str) -> str:
        """The name of a period in which nobody goes live."""
        return self.closed_periods.get(key, key)

    def resource(self, key: str) -> str:
        """The name of something that waves ask for."""
        return self.resources.get(key, key)

    def owner(self, key: str) -> str:
        """The name of an owner of shares; a municipality has its own."""
        return self.owners.get(key) or self.municipality(key)

    def activity(self, key: str) -> str:
        """The name of a step of the template: "Opsjonen er utløst"."""
        return self.activities.get(key, key)

    def milestone(self, key: str) -> str:
        """The name of a date of the programme."""
        return self.milestones.get(key, key)

    def node(self, id: str) -> str:
        """What an id of the network or of a conflict stands for, in full.

        `1516.option-exercised` is "Ulstein: opsjonen er utløst".
        """
        owner, _separator, key = id.partition(".")
        if owner in NAMED_BY:
            return NAMED_BY[owner](self, key)
        if not key:
            return self.municipality(owner)
        return f"{self.municipality(owner)}: {_inside(self.activity(key))}"


NAMED_BY: Mapping[str, Callable[[Names, str], str]] = {
    Owner.MUNICIPALITY: Names.municipality,
    Owner.WAVE: lambda names, code: names.waves.get(code, code),
    Owner.TRUST: Names.trust,
    Owner.PROGRAMME: Names.milestone,
    "region": Names.region,
    "binding": Names.binding,
    "component": Names.component,
    "resource": Names.resource,
}
"""What stands before the dot in an id, and who knows the name of what follows."""


def names_for(plan: PlanRow, language: str) -> Names:
    """The names of a plan, kept by revision and language (nb, nn or en)."""
    key = ("names", plan.id, revision(), language)
    found: Names | None = results().find(key)
    if found is None:
        with force_locale(LOCALES[language]):
            found = _read(plan.id, language)
        results().keep(key, found)
    return found


def _read(plan_id: int, language: str) -> Names:
    rows = db.session.execute
    waves = rows(select(WaveRow.code).where(WaveRow.plan_id == plan_id)).scalars()
    steps = rows(
        select(TemplateActivityRow.key, TemplateActivityRow.names).where(
            TemplateActivityRow.plan_id == plan_id
        )
    )
    milestones = rows(
        select(MilestoneRow.key, MilestoneRow.names).where(
            MilestoneRow.plan_id == plan_id
        )
    )
    activities = {key: in_language(names, language) or key for key, names in steps}
    unnamed = _("Hospital trust without a name in the sources")
    return Names(
        municipalities=dict(
            rows(select(MunicipalityRow.number, MunicipalityRow.name)).tuples().all()
        ),
        waves={code: _("Wave %(code)s", code=code) for code in waves},
        trusts={
            code: name or unnamed
            for code, name in rows(select(TrustRow.code, TrustRow.name))
        },
        regions=dict(rows(select(RegionRow.key, RegionRow.name)).tuples().all()),
        activities={WAVE_GO_LIVE: _("Go-live of the wave"), **activities},
        milestones={
            key: in_language(names, language) or key for key, names in milestones
        },
        bindings=_named(BindingRow, language),
        components=_named(ComponentRow, language),
        closed_periods=_named(ClosedPeriodRow, language),
        resources=_named(ResourceRow, language),
        owners=dict(rows(select(ShareOwnerRow.key, ShareOwnerRow.name)).tuples().all()),
    )


def _named(
    table: type[BindingRow | ComponentRow | ClosedPeriodRow | ResourceRow],
    language: str,
) -> dict[str, str]:
    """The names of rows that have a key and a name in several languages."""
    rows = db.session.execute(select(table.key, table.names))
    return {key: in_language(names, language) or key for key, names in rows}


def in_language(texts: Texts, language: str) -> str:
    """A text in a language, or in the first that it is known in."""
    return texts.get(find_tongue(texts, language), "")


def _inside(name: str) -> str:
    """A name as it stands inside a sentence; an abbreviation stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
