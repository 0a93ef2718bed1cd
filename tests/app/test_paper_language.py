"""The language of what a municipality is given to keep."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.language import LANGUAGES
from app.paper_language import BY_FORM, paper_language, paper_languages
from app.store.tables import MunicipalityRow


def writing(form: str) -> MunicipalityRow:
    """A municipality that writes a form."""
    return MunicipalityRow(number="1516", language_form=form)


@pytest.mark.parametrize(
    ("form", "locale"),
    [("nynorsk", "nn_NO"), ("bokmål", "nb_NO"), ("nøytral", "nb_NO"), ("", "nb_NO")],
)
def test_it_is_the_form_of_the_municipality(form: str, locale: str) -> None:
    assert paper_language(writing(form)) == locale
    assert paper_language(writing(form), chosen="tlh", asked="klingon") == locale


@pytest.mark.parametrize("chosen", LANGUAGES)
def test_what_the_user_has_chosen_goes_before_the_form(chosen: str) -> None:
    assert paper_language(writing("nynorsk"), chosen=chosen) == chosen


@pytest.mark.parametrize(
    ("asked", "locale"), [("nb", "nb_NO"), ("nn_NO", "nn_NO"), ("en-GB", "en_GB")]
)
def test_what_is_asked_for_with_the_paper_goes_before_all(
    asked: str, locale: str
) -> None:
    found = paper_language(writing("nøytral"), asked=asked, chosen="en_GB")
    assert found == locale


def test_a_paper_can_be_had_in_every_language_its_own_first() -> None:
    assert paper_languages(writing("nynorsk")) == ["nn_NO", "nb_NO", "en_GB"]
    found = paper_languages(writing("nynorsk"), chosen="en_GB")
    assert found == ["en_GB", "nb_NO", "nn_NO"]


def test_every_form_of_a_municipality_has_a_language(plan) -> None:
    forms = {*db.session.scalars(select(MunicipalityRow.language_form))}
    assert forms == {*BY_FORM, "nøytral"}
