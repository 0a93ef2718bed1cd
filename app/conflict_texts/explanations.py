"""What each kind of conflict means: the rule, why it matters, where it comes from.

A few plain sentences for somebody who reads them once. The numbers of a conflict
stand in its own sentence; here stands what holds for all of its kind.
"""

from collections.abc import Callable, Mapping

from app.conflict_texts.explained_circumstances import CIRCUMSTANCES
from app.conflict_texts.explained_dates import DATES
from app.conflict_texts.explained_proposals import PROPOSALS
from app.conflict_texts.explanation import Explanation
from app.conflict_texts.regret import EXPLAINED
from planning.conflicts import Kind


def explanation_of(kind: Kind | str) -> Explanation:
    """Explain a kind of conflict."""
    return EXPLANATIONS[Kind(kind)]()


def kind_text(kind: Kind | str) -> str:
    """What a kind is called: the heading of its group."""
    return explanation_of(kind).title


EXPLANATIONS: Mapping[Kind, Callable[[], Explanation]] = {
    **DATES,
    **CIRCUMSTANCES,
    **PROPOSALS,
    **EXPLAINED,
}
