"""From what is asked for and what there is to the page that tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.capacity import queries
from app.capacity.choice import Choice, read_choice, year_of
from app.capacity.entered import Entered
from app.capacity.months import Months, told
from app.capacity.pages import (
    CapacityPage,
    ChosenPart,
    MonthLine,
    Option,
    ResourceLine,
    State,
)
from app.capacity_words import month_text, unit_texts
from app.conflict_parts import conflict_url
from app.filters import plain_text
from app.store.names import Names
from app.store.tables import ResourceRow
from planning.capacity import Capacity, Load, average, capacity, month_of
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation


class Gathering:
    """What the page and its file are made from."""

    def __init__(
        self, evaluation: Evaluation, names: Names, args: Mapping[str, str]
    ) -> None:
        snapshot = evaluation.snapshot
        self.names = names
        self.rows = queries.list_resources()
        self.found: Capacity = capacity(snapshot, evaluation.schedule)
        self.now = month_of(snapshot.status_date)
        self.sequences = {it.code: it.sequence for it in snapshot.plan.waves}
        self.conflicts = {
            it.concerns[0].partition(".")[2]: it
            for it in evaluation.conflicts
            if it.kind is Kind.CAPACITY_EXCEEDED
        }
        asked = {month for it in self.found.loads.values() for month in it.asked}
        self.years = _years(asked or {self.now})
        self.choice: Choice | None = None
        if self.rows:
            self.choice = read_choice(
                args,
                resources=[it.key for it in self.rows],
                waves=self.sequences,
                years=self.years,
                year=year_of(self.now),
            )

    def page(self, *, can_edit: bool) -> CapacityPage:
        """All of it."""
        choice = self.choice
        return CapacityPage(
            lines=tuple(map(self._line, self.rows)),
            chosen=None if choice is None else self._chosen(choice),
            resources=tuple(
                Option(it.key, plain_text(it.names), self._is_chosen(it))
                for it in self.rows
            ),
            waves=(
                Option("", _("All waves"), choice is None or not choice.wave),
                *(
                    Option(it, it, choice is not None and it == choice.wave)
                    for it in self.sequences
                ),
            ),
            first_years=self._years(None if choice is None else choice.first_year),
            last_years=self._years(None if choice is None else choice.last_year),
            can_edit=can_edit,
        )

    def _years(self, chosen: int | None) -> tuple[Option, ...]:
        return tuple(Option(str(it), str(it), it == chosen) for it in self.years)

    def _is_chosen(self, row: ResourceRow) -> bool:
        return self.choice is not None and row.key == self.choice.resource

    def months(self, choice: Choice) -> Months:
        """The months of the resource that is looked at."""
        return Months(
            found=self.found,
            names=self.names,
            sequences=self.sequences,
            now=self.now,
            choice=choice,
        )

    def _line(self, row: ResourceRow) -> ResourceLine:
        """One resource by its greatest month from the status date on."""
        load = self.found.loads[row.key]
        ahead = [it for it in load.asked if it >= self.now] or list(load.asked)
        most = max(
            ahead, key=lambda it: (average(load.total(it), it), -it), default=None
        )
        there = None if most is None else load.there_is.get(most)
        return ResourceLine(
            name=plain_text(row.names),
            unit=unit_texts()[row.unit],
            url=url_for("capacity.index", resource=row.key, _anchor="chosen"),
            is_chosen=self._is_chosen(row),
            most="" if most is None else told(load.total(most), most),
            is_assumed=most is not None and load.demand_is_assumed,
            month="" if most is None else month_text(most),
            there_is="" if most is None or there is None else told(there, most),
            state=self._state(load, self.conflicts.get(row.key)),
        )

    def _state(self, load: Load, conflict: Conflict | None) -> State:
        if conflict is not None:
            months = len(load.overloads(self.now))
            text = ngettext(
                "Too few in %(num)d month", "Too few in %(num)d months", months
            )
            kind = "error" if conflict.severity == "error" else "warning"
            return State(kind, text, conflict_url(conflict))
        ahead = [it for it in load.asked if it >= self.now]
        known = [it for it in ahead if it in load.there_is]
        if not ahead:
            return State("neutral", _("Nothing is asked for"))
        if not known:
            return State("info", _("Not entered what there is"))
        if len(known) < len(ahead):
            return State("info", _("Enough, where it is entered"))
        return State("success", _("Enough"))

    def _chosen(self, choice: Choice) -> ChosenPart:
        row = next(it for it in self.rows if it.key == choice.resource)
        load = self.found.loads[row.key]
        of_resource = self.months(choice)
        months = list(of_resource.months())
        lines = [of_resource.line(it) for it in months]
        shown = [it for it in lines if self._is_shown(it, choice)]
        entered = Entered(self.names, row)
        return ChosenPart(
            key=row.key,
            row_id=row.id,
            name=plain_text(row.names),
            unit=unit_texts()[row.unit],
            summary=self._summary(row),
            remarks=tuple(self._remarks(load, months)),
            months=tuple(shown),
            has_supply=any(it.there_is for it in shown),
            histogram=of_resource.histogram(months, lines),
            who=of_resource.who(),
            demands=entered.demands,
            supplies=entered.supplies,
            employees=entered.employees if entered.asks_for_employees else (),
            asks_for_employees=entered.asks_for_employees,
            file=url_for("capacity.table_file", **choice.arguments),
        )

    def _is_shown(self, line: MonthLine, choice: Choice) -> bool:
        """Months in which nothing is asked for say nothing; nor do others' months."""
        codes = {it.code for it in line.waves}
        return choice.wave in codes if choice.wave else bool(codes)

    def _summary(self, row: ResourceRow) -> str:
        line = self._line(row)
        if not line.most:
            return _("Nothing is asked for.")
        return _(
            "The most is asked for in %(month)s: %(most)s %(unit)s.",
            month=line.month,
            most=line.most,
            unit=line.unit,
        )

    def _remarks(self, load: Load, months: Sequence[int]) -> Iterator[str]:
        """What to know before relying on it."""
        if load.demand_is_assumed:
            yield _("What is asked for rests on an assumption.")
        if not load.assumed_months.isdisjoint(months):
            yield _("What there is rests on an assumption.")
        if load.unknown:
            yield ngettext(
                "Of %(num)d municipality it is not entered how many employees it has:"
                " what it asks for per 1,000 employees is left out.",
                "Of %(num)d municipalities it is not entered how many employees they"
                " have: what they ask for per 1,000 employees is left out.",
                len(load.unknown),
            )


def _years(months: Iterable[int]) -> tuple[int, ...]:
    found = [year_of(it) for it in months]
    return tuple(range(min(found), max(found) + 1))
