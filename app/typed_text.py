"""Texts as users write them: in one language, theirs, or in each that is asked for."""

from wtforms import StringField

from app.filters import plain_text
from app.language import language
from app.store.columns import Texts


def as_written(before: Texts, typed: str) -> Texts:
    """A text in the language it was typed in; one that is kept stays in its own.

    `before` is the text that the field showed.
    """
    text = typed.replace("\r\n", "\n").strip()
    if before and text == plain_text(before):
        return before
    return {language(): text} if text else {}


def typed_texts(*, nb: StringField, nn: StringField, en: StringField) -> Texts:
    """What fields for the languages hold; one left empty says nothing."""
    typed = {"nb": nb.data, "nn": nn.data, "en": en.data}
    given = {tongue: (text or "").strip() for tongue, text in typed.items()}
    return {tongue: text for tongue, text in given.items() if text}
