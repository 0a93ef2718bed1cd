"""The template made whole, so that no step hangs loose.

What comes before go-live is counted back from it, and only what comes after can be
placed forward. Go-live has no date of its own: whatever follows it follows the
wave's date too, and would otherwise pull go-live towards itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from planning.durations import ZERO
from planning.snapshot import Placing, Template, TemplateActivity, TemplateLink

Links = tuple[TemplateLink, ...]


class GoLives(NamedTuple):
    """The keys of the two: the step of the municipality, the date of its wave."""

    own: str
    wave: str


def complete_template(
    template: Template, go_lives: GoLives, *, holds_option: bool = True
) -> Template:
    """The steps that a municipality goes through, with what an edit may have missed."""
    steps = tuple(
        step
        for step in template.activities
        if holds_option or not step.option_holders_only
    )
    keys = {go_lives.wave, *(step.key for step in steps)}
    links = tuple(
        link
        for link in template.links
        if link.predecessor in keys and link.successor in keys
    )
    after = _descendants(links, go_lives)
    return Template(
        activities=tuple(
            step
            if step.key in after
            else replace(step, placing=Placing.AS_LATE_AS_POSSIBLE)
            for step in steps
        ),
        links=(
            *links,
            *_from_wave(links, go_lives),
            *_to_go_live(steps, {*go_lives, *after, *_awaited(links)}, go_lives),
        ),
    )


def _descendants(links: Links, roots: Iterable[str]) -> set[str]:
    followers: dict[str, list[str]] = {}
    for link in links:
        followers.setdefault(link.predecessor, []).append(link.successor)
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        fresh = set(followers.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _awaited(links: Links) -> Iterator[str]:
    return (link.predecessor for link in links)


def _from_wave(links: Links, go_lives: GoLives) -> Iterator[TemplateLink]:
    """What waits for go-live waits in the same way for the wave."""
    for link in links:
        wanted = replace(link, predecessor=go_lives.wave)
        if link.predecessor == go_lives.own and wanted not in links:
            yield wanted


def _to_go_live(
    steps: tuple[TemplateActivity, ...], tied: set[str], go_lives: GoLives
) -> Iterator[TemplateLink]:
    """What nothing waits for has to be over by go-live."""
    own = go_lives.own
    is_there = any(step.key == own for step in steps)
    for step in steps:
        if is_there and step.key not in tied:
            yield TemplateLink(predecessor=step.key, successor=own, kind="FS", lag=ZERO)
