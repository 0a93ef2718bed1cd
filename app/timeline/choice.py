"""What a reader has chosen to see; it stands in the address of the page.

What is unfolded is named once for each (`open=K13&open=1516`) or all in one
(`open=K13,1516`). Keys that nothing in the scope has are dropped as they are read.
What the selected activity is inside of is unfolded with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from app.timeline.rows import Branch, Sort, list_branches, path_to
from app.timeline.scale import Zoom
from app.timeline.scopes import WHOLE, Scope

ALL, OUTER = "all", "outer"
BETWEEN = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A scope, how closely it is looked at, and what is unfolded and selected.

    `opened` are keys; None is everything.
    """

    scope: Scope
    zoom: Zoom
    opened: frozenset[str] | None = frozenset()
    at: str = ""
    vintage: str = ""

    @property
    def asked_zoom(self) -> str:
        """The zoom as an address has to name it; empty where it goes by itself."""
        return "" if self.zoom is self.scope.zoom else str(self.zoom)

    @property
    def asked_open(self) -> tuple[str, ...]:
        """The keys that an address names."""
        if self.opened is None or ALL in self.opened:
            return (ALL,)
        return tuple(sorted(self.opened))

    def query(self) -> str:
        """The choice as the query of an address."""
        pairs = [
            ("scope", "" if self.scope == WHOLE else self.scope.value),
            ("zoom", self.asked_zoom),
            ("vintage", self.vintage),
            ("open", BETWEEN.join(self.asked_open)),
            ("at", self.at),
        ]
        return urlencode(
            [(name, value) for name, value in pairs if value], safe=f":{BETWEEN}"
        )

    def folding(self, branch: Branch, shown: Iterable[str]) -> "Choice":
        """The choice with one branch folded; `shown` are the keys unfolded now."""
        is_inside = bool(self.at and path_to(branch.inside, self.at))
        return replace(
            self,
            opened=frozenset(shown) - {branch.key},
            at="" if is_inside else self.at,
        )

    def within(self, keys: frozenset[str]) -> "Choice":
        """The choice without what there was no room for."""
        if self.opened is None:
            return self
        return replace(self, opened=self.opened & keys)

    def zooming(self, zoom: Zoom) -> "Choice":
        """The choice at another zoom."""
        return replace(self, zoom=zoom)

    def opening(self, keys: frozenset[str]) -> "Choice":
        """The choice with these unfolded, and no others."""
        return replace(self, opened=keys)

    def folded(self) -> "Choice":
        """The choice with nothing unfolded, and nothing selected."""
        return replace(self, opened=frozenset(), at="")

    def selecting(self, id: str) -> "Choice":
        """The choice with an activity selected."""
        return replace(self, at=id)

    def unfolding(self, branch: Branch) -> "Choice":
        """The choice with one branch unfolded too."""
        return replace(self, opened=(self.opened or frozenset()) | {branch.key})


def read_choice(
    args: "MultiDict[str, str]",
    scope: Scope,
    branches: Sequence[Branch],
    vintages: Iterable[str],
) -> Choice:
    """Read the choice of an address."""
    zooms = {it.value: it for it in Zoom}
    asked = {key for it in args.getlist("open") for key in it.split(BETWEEN)}
    opened: frozenset[str] | None = None
    if ALL not in asked:
        if OUTER in asked:
            asked |= {it.key for it in branches if it.sort is not Sort.GROUP}
        known = {it.key for it in list_branches(branches)} - {""}
        opened = frozenset(asked & known)
    vintage = args.get("vintage", "")
    found = path_to(branches, args.get("at", ""))
    return Choice(
        scope=scope,
        zoom=zooms.get(args.get("zoom", ""), scope.zoom),
        opened=opened,
        at=found[-1].id if found else "",
        vintage=vintage if vintage in set(vintages) else "",
    )


def wanted_keys(choice: Choice, branches: Sequence[Branch]) -> frozenset[str] | None:
    """The keys of all that is to be unfolded; None is everything."""
    if choice.opened is None:
        return None
    above = {it.key for it in path_to(branches, choice.at)[:-1]}
    roots = {branches[0].key} if len(branches) == 1 else set()
    return choice.opened | above | roots
