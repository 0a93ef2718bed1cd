"""One date: when, why, what hangs on it, how much it may slip, by what rule."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.assumed import AssumedDates
from app.dates.against import AgainstPart, against_part
from app.dates.chain import ChainPart, ChainWords, Rows
from app.dates.drawing import Drawing, draw
from app.dates.facts import Facts
from app.dates.hanging import HangingPart, hanging_part
from app.dates.held import HeldPart, held_part
from app.dates.known import known_as
from app.dates.slack import CriticalPart, SlackPart, critical_part, slack_part
from app.filters import long_date, weekday
from app.how_dated import how_text
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import PlanRow
from planning.evaluate import Evaluation
from planning.explanation import Explainer
from planning.rollout import Node, Owner
from planning.snapshot import ActivityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSection:
    """What the template says of a step: its note, its source."""

    explanation: Texts
    provenance: ProvenancePart
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePage:
    """All of one date."""

    id: str
    name: str
    owner: str
    owner_url: str
    kind: str
    chain: tuple[ChainPart, ...]
    drawing: Drawing
    held: HeldPart | None
    state: str
    is_assumed: bool
    is_presumed: bool
    countdown: str
    last_working_day: str
    against: AgainstPart
    hanging: HangingPart
    slack: SlackPart
    critical: CriticalPart | None
    rule: RuleSection | None
    can_edit: bool

    @property
    def first(self) -> ChainPart:
        return self.chain[0]


@dataclass(frozen=True, slots=True)
class DateWorld:
    """What every date of a plan is told from."""

    plan: PlanRow
    evaluation: Evaluation
    explainer: Explainer
    names: Names
    rows: Rows
    sources: Sources
    assumed: AssumedDates
    user: User

    def words(self) -> ChainWords:
        """What the dates are told with."""
        facts = Facts(self.plan, self.evaluation, self.sources, self.user)
        return ChainWords(self.evaluation, self.names, self.rows, facts, self.sources)


def date_page(world: DateWorld, id: str) -> DatePage:
    """Tell one date."""
    evaluation, names = world.evaluation, world.names
    node, at = evaluation.nodes[id], evaluation.schedule.activities[id]
    words = world.words()
    links = world.explainer.explain(id).chain
    chain = words.tell(links)
    owner, owner_url = owner_of(node, names)
    is_presumed = at.presumed and node.kind is not ActivityKind.LIMIT
    is_rough = words.is_about(id) or bool(known_as(evaluation, id))
    return DatePage(
        id=id,
        name=words.name(id),
        owner=owner,
        owner_url=owner_url,
        kind=kind_text(node.kind),
        chain=chain,
        drawing=draw(chain, links),
        held=held_part(world.explainer, world.words(), id),
        state=how_text(chain[0].state),
        is_assumed=world.assumed.has(id),
        is_presumed=is_presumed,
        countdown=""
        if is_rough
        else countdown(at.start - evaluation.snapshot.status_date),
        last_working_day="" if is_rough else _working_day(evaluation, id),
        against=against_part(evaluation, id, names, world.user),
        hanging=hanging_part(world.explainer, words, id),
        slack=slack_part(evaluation, words, id),
        critical=critical_part(evaluation, id),
        rule=_rule(world, node),
        can_edit=world.user.may("template.edit"),
    )


def owner_of(node: Node, names: Names) -> tuple[str, str]:
    """Whose date it is, and their page."""
    match node.owner:
        case Owner.MUNICIPALITY:
            name = names.municipality(node.owner_id)
            return name, url_for("municipalities.municipality", number=node.owner_id)
        case Owner.WAVE:
            name = _("Wave %(code)s", code=node.owner_id)
            return name, url_for("waves.wave", code=node.owner_id)
        case Owner.TRUST:
            url = url_for("municipalities.index", trust=node.owner_id)
            return names.trust(node.owner_id), url
        case _:
            return _("The programme"), url_for("facts.plans")


def kind_text(kind: ActivityKind) -> str:
    """Name the kind of a step."""
    return {
        ActivityKind.MILESTONE: _("Milestone"),
        ActivityKind.LIMIT: _("Limit"),
        ActivityKind.PHASE: _("Phase"),
        ActivityKind.WORK: _("Work"),
    }[kind]


def countdown(days: int) -> str:
    """Say how far a day is from the status date."""
    if days == 0:
        return _("on the status date")
    if days > 0:
        return str(ngettext("in %(num)s day", "in %(num)s days", days))
    return str(ngettext("%(num)s day ago", "%(num)s days ago", -days))


def _working_day(evaluation: Evaluation, id: str) -> str:
    """The last working day before a limit that is on none."""
    at, node = evaluation.schedule.activities[id], evaluation.nodes[id]
    working = evaluation.calendar.last_working_day(at.start)
    if node.kind is not ActivityKind.LIMIT or working == at.start:
        return ""
    return _(
        "at the latest %(weekday)s %(day)s",
        weekday=weekday(working),
        day=long_date(working),
    )


def _rule(world: DateWorld, node: Node) -> RuleSection | None:
    step = world.rows.steps.get(node.key)
    if node.owner is not Owner.MUNICIPALITY or step is None:
        return None
    return RuleSection(
        explanation=step.explanation,
        provenance=world.sources.of(step),
        url=url_for("rollout.step", key=step.key),
    )
