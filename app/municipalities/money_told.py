"""What a municipality's money is told from, and what its figures open to."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.assumption_words import assumption_name
from app.figure_kinds import figure_kind_text
from app.filters import number as number_text
from app.money_words import exact_text
from app.provenance import ProvenancePart, Sources
from app.store.names import Names
from app.store.tables import AssumptionRow, MoneyFigureRow, OwnFigureRow
from planning.evaluate import Evaluation
from planning.finance.estimates import Case, Estimates
from planning.finance.projection import Inputs, Projection, Summary, YearFlow
from planning.money import to_ore
from planning.money_facts import Assumptions, Basis, FigureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One projection, and the rows and names that its figures are explained by."""

    evaluation: Evaluation
    projection: Projection
    estimates: Estimates
    names: Names
    figures: Mapping[str, MoneyFigureRow]
    own: Mapping[str, OwnFigureRow]
    assumed: Mapping[str, AssumptionRow]
    sources: Sources

    @property
    def inputs(self) -> Inputs:
        return self.projection.inputs

    @property
    def assumptions(self) -> Assumptions:
        return self.evaluation.snapshot.money.assumptions

    @property
    def summary(self) -> Summary:
        return self.projection.summary

    @property
    def averaged(self) -> tuple[YearFlow, ...]:
        """The years of the loan."""
        first = self.projection.first_averaged
        return tuple(it for it in self.projection.years if it.year >= first)

    @property
    def go_live_year(self) -> int:
        return self.projection.first_averaged - 1

    def sources_of(
        self, keys: tuple[str, ...], *assumptions: str
    ) -> tuple[tuple[str, ProvenancePart], ...]:
        """Where figures and assumptions come from; what shares a source is told once.

        Each with what it is that comes from there.
        """
        rows = [(self.figure_line(key)[0], self._figure(key)) for key in keys]
        given = [
            (label, self.sources.of(row)) for label, row in rows if row is not None
        ]
        given += [
            (assumption_name(key), self.sources.of(self.assumed[key]))
            for key in assumptions
            if key in self.assumed
        ]
        merged: list[tuple[str, ProvenancePart]] = []
        for label, source in given:
            at = next((n for n, it in enumerate(merged) if it[1] == source), None)
            if at is None:
                merged.append((label, source))
            elif label not in merged[at][0].split("; "):
                merged[at] = (f"{merged[at][0]}; {label}", source)
        return tuple(merged)

    def all_sources(self, *assumptions: str) -> tuple[tuple[str, ProvenancePart], ...]:
        """Where all that a result is reckoned from comes from."""
        given = self.inputs
        sums = (
            given.investment,
            given.platform,
            given.legacy,
            given.benefit,
            given.project,
        )
        keys = dict.fromkeys(key for it in sums for key in it.figures)
        return self.sources_of(tuple(keys), *assumptions)

    def _figure(self, key: str) -> MoneyFigureRow | OwnFigureRow | None:
        return self.figures.get(key) or self.own.get(key)

    def figure_line(self, key: str) -> tuple[str, str]:
        """What a documented or decided sum is, and how much."""
        row = self._figure(key)
        if row is None or row.amount is None:
            return key, _("no sum given")
        label = figure_kind_text(row.kind)
        if row.municipality not in {None, self.projection.municipality}:
            whose = self.names.municipality(row.municipality or "")
            label = _("%(municipality)s: %(what)s", municipality=whose, what=label)
        return label, exact_text(to_ore(row.amount))

    def reason_lines(self, keys: tuple[str, ...]) -> list[tuple[str, str]]:
        """Why the municipality gives the sums that it has given itself."""
        rows = (self.own.get(key) for key in keys)
        return [(_("Why"), row.reason) for row in rows if row is not None]

    def cases(self, kind: FigureKind) -> tuple[Case, ...]:
        """The documented cases that an estimate of a kind goes by."""
        rate = self.estimates.rates.get(kind)
        return () if rate is None else rate.cases

    def case_line(self, case: Case, kind: FigureKind) -> tuple[str, str]:
        """Which municipality a case is of, and what it comes to per inhabitant."""
        label = _(
            "%(municipality)s, %(people)s inhabitants",
            municipality=self.names.municipality(case.municipality),
            people=number_text(case.population),
        )
        same = [it for it in self.cases(kind) if it.municipality == case.municipality]
        if len(same) > 1:
            included = case.sourced.basis is Basis.DERIVED
            label = f"{label} ({reading_words(is_included=included)})"
        if case.sourced.cannot_hold is not None:
            label = _("%(case)s (the loan can’t be in it)", case=label)
        each = exact_text(round(case.per_inhabitant / 100) * 100)
        value = _(
            "%(sum)s, or %(each)s for each",
            sum=exact_text(case.sourced.likely),
            each=each,
        )
        return label, value


def reading_words(*, is_included: bool) -> str:
    """How a yearly total is read, in a few words."""
    if is_included:
        return _("read with the loan in it")
    return _("read without the loan")
