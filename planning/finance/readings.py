"""How a yearly total can be read, before and after.

A total that doesn't say whether the loan is in it is read in both ways, until the loan
alone comes to more than the total: then it can't be in it. Of what estimates for others
rest on a reading falls out with that, or comes back.
"""

from dataclasses import dataclass

from planning.finance.projection import Inputs, RestOf
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True)
class ChangedReading:
    """A reading that is not possible any more, or is again; with the loan as it is."""

    is_lost: bool
    rest_of: RestOf

    @property
    def is_case(self) -> bool:
        """Whether estimates for others rest on it: not on what one has decided."""
        return self.rest_of.basis is not Basis.DECIDED


def changed_reading(was: Inputs, now: Inputs) -> ChangedReading | None:
    """The reading that came or went; mostly None."""
    before, after = was.platform.cannot_hold, now.platform.cannot_hold
    if after is not None and was.platform_excluding_loan is not None:
        return ChangedReading(True, after)
    again = now.platform.rest_of
    if before is not None and again and now.platform_excluding_loan is not None:
        return ChangedReading(False, again)
    return None
