"""What a scenario is called, and what it is for."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length


class ScenarioForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A name and, if wanted, a note."""

    name = StringField(
        _l("Name"), validators=[InputRequired(), Length(max=80)], default=""
    )
    note = TextAreaField(_l("Note"), validators=[Length(max=1000)], default="")
