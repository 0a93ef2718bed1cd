"""What a chain ends in: where the fact is from, who entered it, where it is changed."""

from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _

from app.access import User
from app.dates import queries
from app.extensions import Base
from app.filters import dated, long_date, moment, window
from app.live import find_report
from app.provenance import ProvenancePart, Sources
from app.scenario_address import here
from app.store.overlay import OpenScenario
from app.store.tables import DeadlineRow, PlanRow, ReportRow
from app.told_reports import told_text
from planning.evaluate import Evaluation
from planning.explanation import ChainLink, Fact, FactKind, Reason
from planning.rollout import Node, Owner
from planning.snapshot import Because

ENTERED = "entered"
PLANNED_FIELDS = ("window_first", "window_last", "set_day")


@dataclass(frozen=True, slots=True)
class RulePart:
    """A rule or a choice that counts in a link, and where it is from.

    `url` is where it is changed; empty where it is not.
    """

    label: str
    provenance: ProvenancePart
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPart:
    """A fact: when it was or is, its source or who entered it, and its own page.

    `note` says which day the rule alone would give.
    """

    dated: str
    provenance: ProvenancePart | None
    written: str
    change_url: str
    url: str
    url_text: str
    note: str = ""


class Facts:
    """Tells the facts of one plan to a user."""

    def __init__(
        self, plan: PlanRow, evaluation: Evaluation, sources: Sources, user: User
    ) -> None:
        self._plan, self._evaluation = plan, evaluation
        self._sources, self._user = sources, user

    def part(self, fact: Fact) -> FactPart:
        """A fact with where it comes from."""
        node = self._evaluation.nodes[fact.id]
        if node.owner is Owner.WAVE:
            return self._of_wave(node)
        if node.owner is Owner.TRUST:
            return self._of_trust(node)
        if node.owner is Owner.PROGRAMME:
            return self._of_milestone(node)
        if fact.kind is FactKind.NAMED_DAY:
            return self._of_limit(node, fact.key)
        if fact.kind is FactKind.NOTHING_BEFORE:
            return _part()
        return self._of_report(node)

    def placement(self, link: ChainLink) -> RulePart | None:
        """Who placed a municipality in the wave that its go-live follows."""
        if link.reason is not Reason.FOLLOWS_WAVE:
            return None
        number = self._evaluation.nodes[link.id].owner_id
        row = queries.find_placement(self._plan, number)
        assert row is not None  # noqa: S101 - the plan was loaded from it
        url = url_for("waves.placement", number=number)
        label = scenario_label(_("The place in the wave"), row, "wave_id")
        return RulePart(label, self._sources.of(row), url)

    def tie(self, link: ChainLink) -> RulePart | None:
        """Which source has a trust go live with the wave that it follows."""
        node = self._evaluation.nodes[link.id]
        if link.reason is not Reason.FOLLOWS or node.owner is not Owner.TRUST:
            return None
        row = queries.find_trust(node.owner_id)
        assert row is not None  # noqa: S101 - the plan was loaded from it
        return RulePart(_("The trust’s wave"), self._sources.of(row), "")

    def _of_wave(self, node: Node) -> FactPart:
        row = queries.find_wave(self._plan, node.owner_id)
        assert row is not None  # noqa: S101 - the plan was loaded from it
        reckoning = self._evaluation.reckonings[node.owner_id]
        url = url_for("waves.wave", code=node.owner_id)
        text = _("About wave %(code)s", code=node.owner_id)
        if reckoning.because in {Because.ACTUAL, Because.ACTUAL_FIRST_DAY}:
            source = self._sources.part(
                row.actual_source, row.actual_reference, "documented", {}
            )
            return _part(provenance=source, url=url, url_text=text)
        is_set = reckoning.because is Because.SET_BY_OFFICE
        if is_set or row.confidence == ENTERED:
            return self._entered(row, *PLANNED_FIELDS, url=url, url_text=text)
        return _part(provenance=self._sources.of(row), url=url, url_text=text)

    def _of_trust(self, node: Node) -> FactPart:
        row = queries.find_trust(node.owner_id)
        actual = next(
            it.actual
            for it in self._evaluation.snapshot.trusts
            if it.code == node.owner_id
        )
        return _part(
            dated="" if actual is None else window(actual),
            provenance=None if row is None else self._sources.of(row),
            url=url_for("municipalities.index", trust=node.owner_id),
            url_text=_("The municipalities of the trust"),
        )

    def _of_milestone(self, node: Node) -> FactPart:
        row = queries.find_milestone(self._plan, node.key)
        milestones = self._evaluation.snapshot.plan.milestones
        return _part(
            dated=window(next(it.window for it in milestones if it.key == node.key)),
            provenance=None if row is None else self._sources.of(row),
            url=url_for("facts.plans", _anchor="milestones-title"),
            url_text=_("The dates of the programme"),
        )

    def _of_limit(self, node: Node, key: str) -> FactPart:
        row = queries.find_deadline(self._plan, node.owner_id, key)
        url = url_for("municipalities.limit", number=node.owner_id, key=key)
        may = self._user.may("plan.edit")
        part = self._of_entry(
            row, "day", url=url if may else "", url_text=_("Change the day")
        )
        return replace(part, note=self._counted(node, key))

    def _counted(self, node: Node, key: str) -> str:
        """The day that the rule alone would give, where it is another."""
        limits = self._evaluation.limits(node.owner_id)
        days = (it.derived_day for it in limits if it.key == key and it.is_explicit)
        day = next(days, None)
        if day is None:
            return ""
        return _("Counted back from go-live it would be %(day)s.", day=long_date(day))

    def _of_report(self, node: Node) -> FactPart:
        report = find_report(self._evaluation, node.owner_id, node.key)
        if report is not None and report.told_by:
            return _part(
                dated="" if report.finish is None else window(report.finish),
                written=told_text(report.told_by).capitalize(),
                url=url_for("rights.municipality", number=node.owner_id),
                url_text=_("The chain of facts"),
            )
        row = queries.find_report(node.owner_id, node.key)
        url = url_for("municipalities.step", number=node.owner_id, key=node.key)
        may = self._user.may("progress.report")
        return self._of_entry(
            row,
            "state",
            "start_first",
            "finish_first",
            url=url if may else "",
            url_text=_("Change the report"),
        )

    def _of_entry(
        self, row: DeadlineRow | ReportRow | None, *fields: str, url: str, url_text: str
    ) -> FactPart:
        assert row is not None  # noqa: S101 - the plan was loaded from it
        told = reported_text(row) if isinstance(row, ReportRow) else ""
        if row.confidence == ENTERED:
            return self._entered(row, *fields, url=url, url_text=url_text, told=told)
        provenance = self._sources.of(row)
        return _part(dated=told, provenance=provenance, url=url, url_text=url_text)

    def _entered(
        self, row: Base, *fields: str, url: str, url_text: str, told: str = ""
    ) -> FactPart:
        """Who entered it, and when; what is not in the history says only that."""
        change = queries.find_last_change(row, *fields)
        if change is None:
            return _part(
                dated=told,
                provenance=ProvenancePart(ENTERED),
                url=url,
                url_text=url_text,
            )
        if change.scenario is not None:
            return _part(
                dated=told,
                written=_by_scenario(change, change.scenario),
                change_url=here("scenarios.scenario", scenario_id=change.scenario.id),
                url=url,
                url_text=url_text,
            )
        may = self._user.may("history.view")
        return _part(
            dated=told,
            written=_("By %(who)s, %(when)s", who=change.who, when=moment(change.at)),
            change_url=url_for("history.change", change_id=change.id) if may else "",
            url=url,
            url_text=url_text,
        )


def scenario_label(label: str, row: Base, *fields: str) -> str:
    """What a rule is called, with the scenario that it is as it is by."""
    change = queries.find_scenario_change(row, *fields)
    if change is None or change.scenario is None:
        return label
    name = change.scenario.name
    return _("%(what)s, by the scenario “%(name)s”", what=label, name=name)


def _by_scenario(change: queries.LastChange, scenario: OpenScenario) -> str:
    return _(
        "By the scenario “%(name)s”: %(who)s, %(when)s",
        name=scenario.name,
        who=change.who,
        when=moment(change.at),
    )


def reported_text(row: ReportRow) -> str:
    """When something happened, from its first known day to its last."""
    first = row.start_first or row.finish_first
    last = row.finish_last or row.start_last
    if first is None or last is None:
        return _("at a time that is not known")
    return dated(first, last, row.precision)


def _part(
    *,
    dated: str = "",
    provenance: ProvenancePart | None = None,
    written: str = "",
    change_url: str = "",
    url: str = "",
    url_text: str = "",
) -> FactPart:
    return FactPart(
        dated=dated,
        provenance=provenance,
        written=written,
        change_url=change_url,
        url=url,
        url_text=url_text,
    )
