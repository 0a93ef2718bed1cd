"""What an explanation of a kind of conflict is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """A kind in a few words, its rule, why that matters, and where it is from."""

    title: str
    rule: str
    why: str
    source: str
