"""Texts as users write them."""

from wtforms import Form, StringField

from app.typed_text import typed_texts


class Named(Form):
    nb = StringField()
    nn = StringField()
    en = StringField()


def test_a_field_left_empty_says_nothing() -> None:
    form = Named(data={"nb": " bølge ", "nn": "", "en": None})
    assert typed_texts(nb=form.nb, nn=form.nn, en=form.en) == {"nb": "bølge"}


def test_every_language_is_kept() -> None:
    form = Named(data={"nb": "bølge", "nn": "bølgje", "en": "wave"})
    found = typed_texts(nb=form.nb, nn=form.nn, en=form.en)
    assert found == {"nb": "bølge", "nn": "bølgje", "en": "wave"}
