"""What a visitor chose, and where they stood."""

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import StringField
from wtforms.validators import AnyOf, Length

from app.access import Role
from app.addresses import LONGEST_ADDRESS, is_local_path
from app.language import LANGUAGES


class ReturningForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """A choice made anywhere, that leads back there."""

    page = StringField(validators=[Length(max=LONGEST_ADDRESS)])

    @property
    def way_back(self) -> str:
        """The page that the visitor stood on, if it is one of ours."""
        page = self.page.data or ""
        return page if is_local_path(page) else "/"


class LanguageForm(ReturningForm):
    """The language that the visitor reads."""

    language = StringField(validators=[AnyOf([*LANGUAGES])])


class RoleForm(ReturningForm):
    """The role that the demonstration is seen with."""

    role = StringField(validators=[AnyOf([role.value for role in Role])])
