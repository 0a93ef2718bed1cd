"""What the web framework refuses, as sentences."""

from flask_babel import gettext as _


def http_texts(status: int) -> tuple[str, str]:
    """Return the title and the explanation of a refusal."""
    if status == 404:
        return _("The page was not found"), _(
            "Nothing is at this address. It may be misspelt, or what it showed may "
            "have been removed from the plan."
        )
    if status == 405:
        return _("This address can't be used like that"), _(
            "The address takes a form that was sent, or shows a page, and it was "
            "asked for the other one."
        )
    if status == 413:
        return _("Too much was sent"), _(
            "What was sent is larger than this installation accepts. Nothing was saved."
        )
    if status == 422:
        return _("What was sent can't be used"), _(
            "Something in the form is missing or can't be right. Nothing was saved."
        )
    return _("The request was not understood"), _(
        "What the browser sent can't be read. Nothing was saved."
    )
