"""Which municipalities the board shows, as its address says."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.store.sorting import search_key
from planning.snapshot import Municipality

LIVE, PLANNED = "live", "planned"
LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True)
class Size:
    """Municipalities of so many inhabitants at least, and fewer than so many."""

    least: int
    below: int | None = None

    def holds(self, population: int) -> bool:
        """Whether a municipality is of this size."""
        return self.least <= population and (
            self.below is None or population < self.below
        )


SIZES: Mapping[str, Size] = {
    "smallest": Size(0, 2_000),
    "small": Size(2_000, 5_000),
    "middle": Size(5_000, 10_000),
    "large": Size(10_000, 20_000),
    "largest": Size(20_000),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address asks for; empty is everything."""

    text: str = ""
    region: str = ""
    trust: str = ""
    size: str = ""
    status: str = ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.arguments())

    def arguments(self) -> dict[str, str]:
        """The same as the query of an address, without what is empty."""
        given = {
            "text": self.text,
            "region": self.region,
            "trust": self.trust,
            "size": self.size,
            "status": self.status,
        }
        return {key: value for key, value in given.items() if value}

    def shows(self, municipality: Municipality, name: str, *, is_live: bool) -> bool:
        """Whether a municipality is one of those asked for."""
        return (
            self.region in {"", municipality.region}
            and self.trust in {"", municipality.trust}
            and self._is_of_size(municipality.population)
            and self.status in {"", LIVE if is_live else PLANNED}
            and self._is_called(municipality.number, name)
        )

    def _is_of_size(self, population: int) -> bool:
        if not self.size:
            return True
        return self.size in SIZES and SIZES[self.size].holds(population)

    def _is_called(self, number: str, name: str) -> bool:
        if not self.text:
            return True
        typed = (self.text, self.text.casefold().replace("oe", "ø"))
        wanted = {search_key(text) for text in typed} - {""}
        called = search_key(name)
        return number.startswith(self.text) or any(it in called for it in wanted)


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there finds nothing."""
    return Choice(
        text=arguments.get("text", "").strip()[:LONGEST_TEXT],
        region=arguments.get("region", ""),
        trust=arguments.get("trust", ""),
        size=arguments.get("size", ""),
        status=arguments.get("status", ""),
    )
