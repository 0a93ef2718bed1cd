"""Who is in which wave: by whose day its steps wait for, or by the outline."""

from collections.abc import Iterator, Mapping

from app.exchange.imports.changes import ChangeKind, Misfit, PlanChange
from app.exchange.mspdi.project import Project
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Owner, activity_id

# Headings of waves stand on the second level of the outline.
WAVE_LEVEL = 2


def compare_placements(
    project: Project, planned: Project, evaluation: Evaluation
) -> Iterator[PlanChange | Misfit]:
    """Who is in another wave than the plan has."""
    linked, outlined = _linked(project), _outlined(project)
    waves = {it.code for it in evaluation.snapshot.plan.waves}
    for number, code in _outlined(planned).items():
        # What stands as it was written says nothing; what is another one does.
        said = {*linked.get(number, ()), outlined.get(number, code)} - {code}
        if len(said) == 1 and said <= waves:
            (after,) = said
            yield PlanChange(
                kind=ChangeKind.PLACEMENT,
                target=number,
                before={"wave": code},
                after={"wave": after},
            )
        elif said:
            yield Misfit(kind="two-waves", subject=activity_id(number, GO_LIVE))


def _linked(project: Project) -> dict[str, set[str]]:
    """The waves whose days the steps of each municipality wait for."""
    found: dict[str, set[str]] = {}
    for id, code in project.tied.items():
        found.setdefault(id.partition(".")[0], set()).add(code)
    for link in project.links:
        owner, _dot, code = link.predecessor.partition(".")
        if owner == Owner.WAVE:
            found.setdefault(link.successor.partition(".")[0], set()).add(code)
    return found


def _outlined(project: Project) -> Mapping[str, str]:
    """The wave under whose heading each municipality stands."""
    found: dict[str, str] = {}
    codes: set[str] = set()
    numbers: list[str] = []
    for line in (*project.outline, None):
        if line is None or (line.level <= WAVE_LEVEL and line.activity is None):
            if len(codes) == 1:
                found |= dict.fromkeys(numbers, *codes)
            codes, numbers = set(), []
        elif line.activity is not None:
            owner, _dot, key = line.activity.partition(".")
            if owner == Owner.WAVE:
                codes.add(key)
            elif key == GO_LIVE:
                numbers.append(owner)
    return found
