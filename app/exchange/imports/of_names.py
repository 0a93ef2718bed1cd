"""Tasks that a file calls something else: the plan names its steps itself.

A name is known in every language, and so is the one that the plan had when the file
was written.
"""

from collections.abc import Iterator, Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from app.exchange.imports.changes import Misfit
from app.exchange.mspdi.fields import one_line
from app.exchange.mspdi.of_programme import task_name
from app.exchange.mspdi.project import Project
from app.store.names import Names
from planning.rollout import Node, Owner


def renamed_tasks(
    project: Project, nodes: Mapping[str, Node], known: Sequence[Names]
) -> Iterator[Misfit]:
    """Each step that has another name, once for all whom the file calls it so for."""
    found: dict[tuple[str, str], list[str]] = {}
    for id, node in nodes.items():
        said = project.names.get(id)
        if said is None or said in {one_line(task_name(node, it)) for it in known}:
            continue
        is_step = node.owner is Owner.MUNICIPALITY
        what = f"step.{node.key}" if is_step else id
        found.setdefault((what, said), []).append(id)
    for (what, said), ids in found.items():
        subject = ids[0] if len(ids) == 1 else what
        yield Misfit(kind="renamed-task", subject=subject, reason=_sentence(said, ids))


def _sentence(said: str, ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return _(
            "called “%(name)s” in the file. It keeps the name that the plan has; a step"
            " gets another in the template, for all.",
            name=said,
        )
    return ngettext(
        "called “%(name)s” in the file, in %(num)s municipality. It keeps the name that"
        " the plan has; a step gets another in the template, for all.",
        "called “%(name)s” in the file, in %(num)s municipalities. It keeps the name"
        " that the plan has; a step gets another in the template, for all.",
        len(ids),
        name=said,
    )
