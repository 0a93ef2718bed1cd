"""The checks of the plan and its score over time, ready to print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import MINUS, moment, number
from app.quality_counts import found_text
from app.quality_words import check_name
from app.store.tables import QualityScoreRow
from app.threshold_words import criticality_text, share_text
from planning.quality.values import Finding, Quality
from planning.thresholds import Check

WORST = 3
PASSED, FAILED, NOT_ASKED = "passed", "failed", "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check: whether it is passed, and what it found."""

    key: str
    name: str
    url: str
    state: str
    found: str
    share: str
    allowed: str
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """The score from a change on, and what it did to the checks."""

    when: str
    score: int
    passed: str
    change: str
    failing: str
    mended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityPage:
    """The score and every check, the failed ones that weigh most first."""

    score: int
    summary: str
    worst: tuple[CheckLine, ...]
    passed: int
    failed: int
    checks: tuple[CheckLine, ...]
    scores: tuple[ScoreLine, ...]
    chart_text: str
    sizes: Mapping[str, tuple[int, int]]
    criticality: str
    revision: int
    can_edit: bool


def quality_page(
    quality: Quality,
    scores: Sequence[QualityScoreRow],
    *,
    revision: int,
    sizes: Mapping[str, tuple[int, int]],
    can_edit: bool,
) -> QualityPage:
    """Tell the quality of a plan; `sizes` are those of the chart in pixels."""
    lines = tuple(check_line(it) for it in in_order(quality.findings))
    passed, asked = sum(it.is_passed for it in quality.asked), len(quality.asked)
    told = tuple(_score_lines(scores))
    return QualityPage(
        score=quality.score,
        summary=summary(quality),
        worst=tuple(it for it in lines if it.state == FAILED)[:WORST],
        passed=passed,
        failed=asked - passed,
        checks=lines,
        scores=tuple(reversed(told)),
        chart_text=_chart_text(told),
        sizes=sizes,
        criticality=criticality_text(quality.thresholds.criticality),
        revision=revision,
        can_edit=can_edit,
    )


def summary(quality: Quality) -> str:
    """How the plan stands, in a sentence for who plans."""
    asked = len(quality.asked)
    passed = sum(it.is_passed for it in quality.asked)
    if passed == asked:
        return _("The plan passes every check.")
    told = ngettext(
        "The plan passes %(passed)s of %(num)s check.",
        "The plan passes %(passed)s of %(num)s checks.",
        asked,
        passed=passed,
    )
    holds = all(
        quality.finding(it).is_passed
        for it in (Check.NEGATIVE_FLOAT, Check.CRITICAL_PATH_TEST)
    )
    if holds:
        return f"{told} " + _(
            "Its dates hold together: none is too late for what it leads to, and every"
            " go-live follows what drives it."
        )
    return f"{told} " + _(
        "Its dates do not hold together: see negative float and the critical path test"
        " first."
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The failed checks first, those that weigh most before the others."""
    return sorted(findings, key=lambda it: (not it.weight, it.is_passed, -it.weight))


def check_line(finding: Finding) -> CheckLine:
    """One check as a row of the table."""
    check = finding.check
    return CheckLine(
        key=check.value,
        name=check_name(check),
        url=url_for("quality.check", key=check.value),
        state=_state(finding),
        found=found_text(finding),
        share=share_text(_whole(finding)) if finding.asked else "",
        allowed=share_text(finding.allowed) if finding.asked else "",
        weight=str(finding.weight) if finding.asked else "",
    )


def _state(finding: Finding) -> str:
    if not finding.asked:
        return NOT_ASKED
    return PASSED if finding.is_passed else FAILED


def _whole(finding: Finding) -> int:
    """The share in whole percent; what is there is never told as nothing."""
    return max(round(finding.share), 1) if finding.count else 0


def _score_lines(scores: Sequence[QualityScoreRow]) -> Iterator[ScoreLine]:
    """The scores from the first to the last, each with what it changed."""
    before: QualityScoreRow | None = None
    for row in scores:
        was, now = _failed(before), _failed(row)
        yield ScoreLine(
            when=_("before the first change") if row.at is None else moment(row.at),
            score=row.score,
            passed=_("%(passed)s of %(asked)s", passed=row.passed, asked=row.asked),
            change="" if before is None else _signed(row.score - before.score),
            failing="" if before is None else _names(now - was),
            mended="" if before is None else _names(was - now),
        )
        before = row


def _failed(row: QualityScoreRow | None) -> set[str]:
    return set() if row is None else set(row.failed.split())


def _names(keys: set[str]) -> str:
    """What checks are called; one that this version does not know is left out."""
    return ", ".join(check_name(it) for it in Check if it.value in keys)


def _signed(amount: int) -> str:
    if amount == 0:
        return "0"
    return (MINUS if amount < 0 else "+") + number(abs(amount))


def _chart_text(lines: Sequence[ScoreLine]) -> str:
    """What the chart shows, for those who do not see it."""
    if not lines:
        return ""
    return _(
        "The score over time, from %(first)s to %(last)s of 100; the same is in the"
        " table.",
        first=lines[0].score,
        last=lines[-1].score,
    )
