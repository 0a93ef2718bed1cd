"""What a visitor chose, and where they stood."""

from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import SelectField, StringField
from wtforms.validators import Length

from app.access import Role
from app.language import LANGUAGES


class ReturningForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """A choice made anywhere, that leads back there."""

    page = StringField(validators=[Length(max=2000)])

    @property
    def way_back(self) -> str:
        """The page that the visitor stood on, if it is one of ours."""
        page = self.page.data or ""
        return page if is_local_path(page) else "/"


class LanguageForm(ReturningForm):
    """The language that the visitor reads."""

    language = SelectField(_l("Language"), choices=[*LANGUAGES.items()])


class RoleForm(ReturningForm):
    """The role that the demonstration is seen with."""

    role = SelectField(_l("Role"), choices=[(role.value, role.value) for role in Role])


def is_local_path(page: str) -> bool:
    """Whether an address stays here, however a browser reads it."""
    if not page.startswith("/") or page.startswith("//"):
        return False
    if "\\" in page or any(ord(sign) <= 32 for sign in page):
        return False
    parts = urlsplit(page)
    return not parts.scheme and not parts.netloc
