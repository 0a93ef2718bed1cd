"""What the ids of a programme's network stand for.

Ids are dotted: `1516.option-exercised`, `wave.K13`, `trust.HNT`.
"""

from dataclasses import dataclass
from enum import StrEnum

from planning.snapshot import ActivityKind

GO_LIVE = "go-live"
WAVE_GO_LIVE = "wave-go-live"


class Owner(StrEnum):
    """Whose date it is."""

    PROGRAMME = "programme"
    WAVE = "wave"
    TRUST = "trust"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Node:
    """What an id of the network stands for."""

    id: str
    owner: Owner
    owner_id: str
    key: str
    kind: ActivityKind


def wave_id(code: str) -> str:
    """The id of a wave's go-live milestone."""
    return f"{Owner.WAVE}.{code}"


def trust_id(code: str) -> str:
    """The id of a trust's go-live milestone."""
    return f"{Owner.TRUST}.{code}"


def programme_id(key: str) -> str:
    """The id of a date of the programme itself."""
    return f"{Owner.PROGRAMME}.{key}"


def activity_id(municipality: str, key: str) -> str:
    """The id of one template activity of one municipality."""
    return f"{municipality}.{key}"
