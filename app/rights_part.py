"""What a municipality's page tells of its rights, in a few lines."""

from dataclasses import dataclass

from app.chain_words import missing_text, state_sentence
from app.store import results
from app.store.commitments import facts_of
from app.store.tables import MunicipalityRow
from planning.calendars import to_day
from planning.rights.chain import chain_of


@dataclass(frozen=True, slots=True)
class RightsPart:
    """How far the chain has come at the status date, and what of it is not known."""

    sentence: str
    missing: str


def rights_part(row: MunicipalityRow) -> RightsPart:
    """The state of a municipality's rights, in sentences."""
    day = to_day(results.programme().status_date)
    state = chain_of(facts_of(row.number), day, holds_option=row.holds_option)
    return RightsPart(state_sentence(state), missing_text(state))
