"""The dates of a file of ours that its own network does not come to.

A date that is counted is nobody's to set, in a file no more than on screen.
"""

from dataclasses import replace

from flask_babel import gettext as _

from app.exchange.mspdi.reading import Read
from app.store.names import Names


def with_owners(read: Read, names: Names) -> Read:
    """The file with whose each step is in its name: a heading says it in the file."""
    project = read.project
    if project.origin is None:
        return read
    told = {it.id: names.node(it.id) for it in project.activities if "." in it.id}
    return replace(read, project=replace(project, names={**project.names, **told}))


def differing_advice() -> str:
    """What to do instead of setting a date that is counted."""
    return _(
        "These dates are counted from the wave, and typing another in a file changes"
        " nothing. Move the day of the wave, or put the municipality in another wave."
    )
