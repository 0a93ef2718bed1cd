"""Where somebody stood who takes a change back or does it again."""

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import StringField
from wtforms.validators import Length

from app.addresses import is_local_path

LONGEST_ADDRESS = 2000


class WayBackForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """Nothing to fill in but the page to come back to."""

    back = StringField(validators=[Length(max=LONGEST_ADDRESS)])

    @property
    def way_back(self) -> str:
        """The page that the user stood on, if it is one of ours; else nothing."""
        page = self.back.data or ""
        is_ours = len(page) <= LONGEST_ADDRESS and is_local_path(page)
        return page if is_ours else ""
