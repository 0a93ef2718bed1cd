"""The file that a user lets the app read."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from flask_wtf.file import (  # type: ignore[import-untyped]  # has no types
    FileField,
    FileRequired,
)


class ReadForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """One file."""

    file = FileField(_l("File"), validators=[FileRequired(_l("Choose a file."))])
