"""The selected activity in words: its dates, and what it hangs together with."""

from collections.abc import Callable, Sequence

from flask_babel import ngettext

from app.live import is_rough
from app.timeline.facts import RowFacts
from app.timeline.links import Bond
from app.timeline.pages import BondLine, Selected
from app.timeline.rows import Branch
from app.timeline.words import Words
from planning.evaluate import Evaluation
from planning.schedule import ScheduledActivity

MOST_LINKS = 12


def selected_part(
    branch: Branch,
    facts: RowFacts,
    bonds: Sequence[Bond],
    *,
    evaluation: Evaluation,
    words: Words,
    chain_url: str,
    release_url: str,
    select_url: Callable[[str], str],
) -> Selected:
    """Tell of the selected activity; of very many links the first."""

    def line(bond: Bond) -> BondLine:
        return _bond_line(bond, evaluation, words, select_url(bond.other))

    before = [it for it in bonds if it.is_before]
    after = [it for it in bonds if not it.is_before]
    left = max(len(before) - MOST_LINKS, 0) + max(len(after) - MOST_LINKS, 0)
    return Selected(
        name=words.node(branch.id),
        dated=_dated(facts, words),
        state=words.state(branch, facts),
        room=words.room(facts),
        chain_url=chain_url,
        release_url=release_url,
        before=tuple(map(line, before[:MOST_LINKS])),
        after=tuple(map(line, after[:MOST_LINKS])),
        more=ngettext("and %(num)s more", "and %(num)s more", left) if left else "",
    )


def _dated(facts: RowFacts, words: Words) -> str:
    if facts.points:
        return words.point(facts.points[0], is_rough=facts.is_rough)
    return words.work(facts)


def _bond_line(bond: Bond, evaluation: Evaluation, words: Words, url: str) -> BondLine:
    at = evaluation.schedule.activities[bond.other]
    owner = evaluation.nodes[bond.other].owner_id
    return BondLine(
        name=words.node(bond.other),
        url=url,
        link=words.bond(bond),
        dated=_when(at, words, is_rough=is_rough(evaluation, owner)),
        sets_date=bond.sets_date,
    )


def _when(at: ScheduledActivity, words: Words, *, is_rough: bool) -> str:
    if is_rough:
        return words.about(at.start, at.finish)
    if at.start == at.finish:
        return words.day(at.start)
    return words.span(at.start, at.finish)
