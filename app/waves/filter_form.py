"""The form that chooses which municipalities the board shows; anything may be asked."""

from collections.abc import Callable, Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from werkzeug.datastructures import MultiDict
from wtforms import SelectField, StringField

from app.filters import number
from app.store.names import Names
from app.store.sorting import sort_key
from app.waves.choice import LIVE, PLANNED, SIZES, Size
from planning.evaluate import Evaluation

Option = tuple[str, str]


class FilterForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """Which municipalities the board shows."""

    class Meta:
        csrf = False

    text = StringField(_l("Name or number"))
    region = SelectField(_l("Region"), validate_choice=False)
    trust = SelectField(_l("Hospital trust"), validate_choice=False)
    size = SelectField(_l("Inhabitants"), validate_choice=False)
    status = SelectField(_l("Status"), validate_choice=False)

    def __init__(
        self, *, regions: Iterable[Option], trusts: Iterable[Option], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        everything = ("", _("All"))
        self.region.choices = [everything, *regions]
        self.trust.choices = [everything, *trusts]
        self.size.choices = [
            everything,
            *((key, size_text(size)) for key, size in SIZES.items()),
        ]
        self.status.choices = [
            everything,
            (LIVE, _("Live")),
            (PLANNED, _("Planned")),
        ]


def filter_form(
    evaluation: Evaluation, names: Names, given: MultiDict[str, str]
) -> FilterForm:
    """The filters of the board, as the address has them."""
    municipalities = evaluation.snapshot.municipalities
    regions = {it.region for it in municipalities if it.region is not None}
    trusts = {it.trust for it in municipalities if it.trust is not None}
    return FilterForm(
        regions=named(regions, names.region),
        trusts=named(trusts, names.trust),
        formdata=given,
    )


def named(keys: Iterable[str], name: Callable[[str], str]) -> list[Option]:
    """Choices by their names, in the order of the alphabet."""
    return sorted(
        ((key, name(key)) for key in keys), key=lambda choice: sort_key(choice[1])
    )


def size_text(size: Size) -> str:
    """How many inhabitants: 2 000–4 999; the ends are open."""
    if size.below is None:
        return _("%(least)s or more", least=number(size.least))
    if not size.least:
        return _("Fewer than %(below)s", below=number(size.below))
    return _(
        "%(least)s to %(most)s", least=number(size.least), most=number(size.below - 1)
    )
