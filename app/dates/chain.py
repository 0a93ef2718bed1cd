"""The chain that sets a date, ready to print: a sentence, a rule, a source a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from flask import url_for
from flask_babel import gettext as _

from app.assumed import ASSUMED
from app.dates.facts import FactPart, Facts, RulePart, scenario_label
from app.dates.known import known_as, reckoned_sentence
from app.dates.sentences import (
    began_sentence,
    fact_sentence,
    length_sentence,
    link_sentence,
)
from app.filters import long_date, span, weekday
from app.how_dated import How, HowDated
from app.lag_words import LagWords
from app.live import about, find_report, is_rough
from app.provenance import Sources
from app.store.names import Names
from app.store.tables import TemplateActivityRow, TemplateLinkRow
from planning.evaluate import Evaluation
from planning.explanation import ChainLink, FactKind, Reason, Side
from planning.rollout import WAVE_GO_LIVE, Node, Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPart:
    """One date of a chain, and why it is then."""

    id: str
    name: str
    url: str
    day: str
    weekday: str
    state: How
    is_earliest: bool
    sentence: str
    length: str
    rules: tuple[RulePart, ...]
    fact: FactPart | None


class Rows:
    """The rows of the template, by what they are to the network."""

    def __init__(
        self,
        steps: dict[str, TemplateActivityRow],
        links: dict[tuple[str, str, str], TemplateLinkRow],
    ) -> None:
        self.steps = steps
        self._links = links

    def link(self, link: ChainLink, node: Node, other: Node) -> TemplateLinkRow | None:
        """The row that a chain's link comes from; some are there without one."""
        key = WAVE_GO_LIVE if other.owner is Owner.WAVE else other.key
        ends = node.key, key
        if link.reason is Reason.FOLLOWS:
            ends = key, node.key
        return self._links.get((*ends, link.kind.value))

    def between(self, predecessor: str, successor: str) -> TemplateLinkRow | None:
        """The row of the first link from one step to another."""
        ends = predecessor, successor
        return next((it for key, it in self._links.items() if key[:2] == ends), None)


class ChainWords:
    """Tells the links of chains of one evaluation."""

    def __init__(
        self,
        evaluation: Evaluation,
        names: Names,
        rows: Rows,
        facts: Facts,
        sources: Sources,
    ) -> None:
        self.evaluation, self.names, self.rows = evaluation, names, rows
        self._facts, self._sources = facts, sources
        self._how, self.lags = HowDated(evaluation), LagWords(evaluation)
        self._rough: set[str] = set()

    def tell(self, chain: tuple[ChainLink, ...]) -> tuple[ChainPart, ...]:
        """Every link of a chain, in its order.

        What is counted from something that happened in a month or year is known no
        more exactly than that.
        """
        if rests_on_rough(self.evaluation, chain):
            self._rough.update(it.id for it in chain[:-1])
        return tuple(
            self._part(link, following, is_first=index == 0)
            for index, (link, following) in enumerate(
                zip(chain, (*chain[1:], None), strict=True)
            )
        )

    def name(self, id: str, *, within: str = "") -> str:
        """What a date is called; a municipality's own without its name."""
        node = self.evaluation.nodes[id]
        if node.owner is Owner.MUNICIPALITY and node.owner_id == within:
            return self.names.activity(node.key)
        if node.owner is Owner.WAVE:
            return _("Go-live of wave %(code)s", code=node.owner_id)
        if node.owner is Owner.TRUST:
            return _("%(trust)s goes live", trust=self.names.trust(node.owner_id))
        return self.names.node(id)

    def day(self, id: str, start: int, finish: int) -> str:
        """A date as exactly as it is known; of work its first and last day."""
        if self.is_about(id):
            return about(start, finish)
        return long_date(start) if start == finish else span(start, finish)

    def is_about(self, id: str) -> bool:
        """Whether no day is known of what it is counted from, or of the go-live."""
        if id in self._rough:
            return True
        node = self.evaluation.nodes[id]
        if node.owner is not Owner.MUNICIPALITY:
            return False
        return is_rough(self.evaluation, node.owner_id)

    def how(self, id: str) -> How:
        """How a date is known."""
        return self._how.of(id)

    def _lag(self, link: ChainLink, following: ChainLink) -> str:
        """The time between a date and the next of its chain."""
        ends = link.id, following.id
        before, after = ends[::-1] if link.reason is Reason.FOLLOWS else ends
        return self.lags.between(before, after, link.kind, link.lag)

    def _part(
        self, link: ChainLink, following: ChainLink | None, *, is_first: bool
    ) -> ChainPart:
        node = self.evaluation.nodes[link.id]
        fact = None if link.fact is None else self._facts.part(link.fact)
        told = "" if fact is None else fact.dated
        known = "" if link.side is Side.EARLIEST else known_as(self.evaluation, link.id)
        day = self.day(link.id, link.start, link.finish)
        is_day = link.start == link.finish and not self.is_about(link.id)
        if known or (told and _happened(link)):
            # As exactly as it is known, which may be a month.
            shown = known or told
            day, is_day = shown, shown == day
        return ChainPart(
            id=link.id,
            name=self.name(link.id, within=node.owner_id),
            url="" if is_first else url_for("dates.date", activity_id=link.id),
            day=day,
            weekday=weekday(link.start) if is_day else "",
            state=self.state(link),
            is_earliest=link.side is Side.EARLIEST,
            sentence=fact_sentence(link, self.evaluation, told)
            if following is None
            else link_sentence(
                link,
                following,
                self.name(following.id, within=node.owner_id),
                partial(self._at, following.id),
                lag=self._lag(link, following),
            ),
            length=self._reckoned(link) if known else self._length(link),
            rules=tuple(self._rules(link, following)),
            fact=fact,
        )

    def _length(self, link: ChainLink) -> str:
        """How long it takes, and so when it begins or is over."""
        tell, is_about = partial(self._at, link.id), self.is_about(link.id)
        if not self._is_start_counted(link):
            return length_sentence(link, tell, is_about=is_about)
        index = self.evaluation.network.index[link.id]
        takes = self.evaluation.network.activities[index].duration
        return began_sentence(takes, tell(link.start), is_about=is_about)

    def _is_start_counted(self, link: ChainLink) -> bool:
        """Whether it is reported done with its end alone."""
        is_done = link.fact is not None and link.fact.kind is FactKind.REPORTED_DONE
        node = self.evaluation.nodes[link.id]
        report = find_report(self.evaluation, node.owner_id, node.key)
        has_end_alone = report is not None and report.start is None
        return is_done and has_end_alone and link.start < link.finish

    def _at(self, id: str, day: int) -> str:
        return self.day(id, day, day)

    def _reckoned(self, link: ChainLink) -> str:
        """With which day it is reckoned; the sentence of a wave says that itself."""
        if self.evaluation.nodes[link.id].owner is Owner.WAVE:
            return ""
        return reckoned_sentence(self.evaluation, link.id)

    def state(self, link: ChainLink) -> How:
        """How the day of a link is known; an earliest date is counted, or reported."""
        if link.side is Side.PLANNED or _happened(link):
            return self._how.of(link.id)
        return How.COMPUTED

    def _rules(
        self, link: ChainLink, following: ChainLink | None
    ) -> Iterator[RulePart]:
        node = self.evaluation.nodes[link.id]
        if following is not None:
            row = self.rows.link(link, node, self.evaluation.nodes[following.id])
            if row is not None:
                url = url_for("rollout.link", link_id=row.id)
                label = scenario_label(_("The rule"), row, "lag", "kind")
                yield RulePart(label, self._sources.of(row), url)
        for placed in (self._facts.placement(link), self._facts.tie(link)):
            if placed is not None:
                yield placed
        step = self.rows.steps.get(node.key)
        takes_time = node.owner is Owner.MUNICIPALITY and link.start != link.finish
        if step is not None and takes_time and not _happened(link):
            label = (
                _("The duration, an assumption")
                if step.confidence == ASSUMED
                else _("The duration")
            )
            label = scenario_label(label, step, "duration")
            url = url_for("rollout.step", key=step.key)
            yield RulePart(label, self._sources.of(step), url)


def rests_on_rough(evaluation: Evaluation, chain: tuple[ChainLink, ...]) -> bool:
    """Whether a chain ends in a report that names no day."""
    fact = chain[-1].fact
    if fact is None or fact.kind is not FactKind.REPORTED_DONE:
        return False
    report = find_report(evaluation, evaluation.nodes[fact.id].owner_id, fact.key)
    known = None if report is None else report.finish or report.start
    return known is not None and not known.is_day


def _happened(link: ChainLink) -> bool:
    kinds = {FactKind.REPORTED_DONE, FactKind.TRUST_ACTUAL}
    return link.fact is not None and link.fact.kind in kinds
