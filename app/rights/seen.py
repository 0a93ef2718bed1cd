"""A form that says nothing but which state was looked at."""

from app.entered_forms import SeenForm


class SeenOnlyForm(SeenForm):
    """The state that was looked at, of a button."""
