"""What the overview sends: the revision that its user has looked at."""

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types

from app.form_fields import SeenField


class VisitForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """That the overview has been looked at."""

    seen = SeenField()
