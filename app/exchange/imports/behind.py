"""What is said where the plan has been changed since a file was written."""

from flask_babel import gettext as _

from app.exchange.imports.answer import Answer
from app.past_changes import writer_name


def behind_text(answer: Answer) -> str:
    """Whether the file would be refused for it, and who was first."""
    if answer.clash is not None:
        return _(
            "The plan has been changed since the file was written. The file would be"
            " refused, all of it: %(name)s changed the same thing since. Export the"
            " plan anew, and make your changes in that file.",
            name=writer_name(answer.clash.by, answer.clash.by_name)
            or _("Another user"),
        )
    if not answer.is_behind or not answer.compared.changes:
        return ""
    if answer.trial is None:
        return _(
            "The plan has been changed since the file was written. Where others have"
            " changed the same thing, the file would be refused."
        )
    return _(
        "The plan has been changed since the file was written. What the file would"
        " change is told against the plan as it is now."
    )
