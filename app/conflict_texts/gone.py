"""A municipality that has said no, withdrawn or left, and that the plan still has."""

from flask_babel import gettext as _

from app.conflict_texts.told import Told


def declined_text(it: Told) -> str:
    """What it has said or done, and when."""
    name, when = it.municipality, it.decided()
    if it.has_left:
        return _(
            "%(name)s has left the co-operation: %(when)s. The plan still has it in a"
            " wave.",
            name=name,
            when=when,
        )
    if it.is_withdrawn:
        return _("%(name)s has withdrawn: %(when)s.", name=name, when=when)
    return _("The council of %(name)s said no for now: %(when)s.", name=name, when=when)
