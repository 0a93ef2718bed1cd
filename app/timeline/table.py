"""The same as the drawing, as a table: every row of it, and every date on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import url_for

from app.how_dated import How
from app.timeline.facts import RowFacts
from app.timeline.pages import Day, TableRow
from app.timeline.rows import Branch, Sort
from app.timeline.sheet import Line
from app.timeline.words import Words


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes rows of the table; `date_url` is where the page of a date stands."""

    words: Words
    date_url: Callable[[str], str]

    def row(self, line: Line) -> TableRow:
        """One row, with all that the drawing shows on it."""
        branch, facts = line.row.branch, line.facts
        is_single = branch.sort in {Sort.STEP, Sort.DATE} and facts.work is None
        days = tuple(self._days(facts))
        return TableRow(
            name=self.words.name(branch),
            url=page_of(branch),
            level=line.row.level,
            start=days[0] if is_single and days else self._start(branch, facts),
            finish="" if is_single else self.words.finish(facts),
            days=() if is_single else days,
            room=self.words.room(facts),
            is_critical=facts.is_critical,
            is_near_critical=facts.is_near_critical,
            margin=self.words.margin(facts),
            state=self.words.state(branch, facts),
            sureness=self.words.sureness(branch, facts),
            baseline=""
            if line.baseline is None
            else self.words.baseline(line.baseline),
        )

    def _start(self, branch: Branch, facts: RowFacts) -> Day | None:
        if facts.work is None:
            return None
        id = branch.id if branch.sort in {Sort.STEP, Sort.DATE} else ""
        start, how = self.words.start(facts), self.words.how
        if not id:
            return Day("", start, "", How.COMPUTED)
        return Day("", start, self.date_url(id), how.of(id))

    def _days(self, facts: RowFacts) -> Iterator[Day]:
        for point in facts.points:
            yield Day(
                self.words.point_name(point),
                self.words.point(point, is_rough=facts.is_rough),
                self.date_url(point.id),
                self.words.how.of(point.id),
            )


def page_of(branch: Branch) -> str:
    """The page that tells all of a row; steps have none of their own."""
    if branch.sort is Sort.MUNICIPALITY:
        return url_for("municipalities.municipality", number=branch.key)
    if branch.sort is Sort.WAVE:
        return url_for("waves.wave", code=branch.key)
    return ""
