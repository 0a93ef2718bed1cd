"""What is told of agreements, shares and shared costs, each in its own words."""

from collections.abc import Callable, Mapping
from typing import Any

from app import agreement_words, cost_words, share_words
from app.store.names import Names

FIELDS: Mapping[str, tuple[str, ...]] = {
    **agreement_words.FIELDS,
    **cost_words.FIELDS,
    **share_words.FIELDS,
}
SUBJECTS: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = {
    **agreement_words.SUBJECTS,
    **cost_words.SUBJECTS,
    **share_words.SUBJECTS,
}
READERS: Mapping[str, Callable[[Any], str]] = {
    **agreement_words.READERS,
    **share_words.READERS,
}


def field_texts() -> Mapping[str, str]:
    """What the fields of the rows are called."""
    return {
        **agreement_words.field_texts(),
        **cost_words.field_texts(),
        **share_words.field_texts(),
    }


def kind_texts() -> Mapping[str, str]:
    """What agreements, owners and entries of the ledger are."""
    return {**agreement_words.kind_texts(), **share_words.kind_texts()}


def row_texts() -> Mapping[str, str]:
    """What the rows of the tables are."""
    return {
        **agreement_words.row_texts(),
        **cost_words.row_texts(),
        **share_words.row_texts(),
    }
