"""That a yearly total can be read in one way less with a change, or in both again.

Told from the document that is kept with the change, where sums are whole kroner.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from app.money_words import money_text
from app.store.names import Names
from planning.money import KRONE

Document = Mapping[str, Any]


def reading_sentences(moved: Document, names: Names) -> Iterator[str]:
    """Whose total it is, why, and what it does to the estimates for others."""
    for it in moved.get("money", {}).get("municipalities", ()):
        if reading := it.get("reading"):
            yield from _sentences(reading, names.municipality(it["municipality"]))


def _sentences(reading: Document, name: str) -> Iterator[str]:
    told = {
        "name": name,
        "payment": money_text(reading["payment"] * KRONE),
        "total": money_text(reading["total"] * KRONE),
    }
    if reading["is_lost"]:
        yield _(
            "%(name)s: nobody says whether the loan is in the yearly sum of %(total)s."
            " Alone it comes to %(payment)s a year now, so it can’t be.",
            **told,
        )
        if reading["is_case"]:
            yield _(
                "Estimates for others rested on both readings of it, and rest on the"
                " other alone now. Part of what moves comes of that."
            )
        return
    yield _(
        "%(name)s: nobody says whether the loan is in the yearly sum of %(total)s. It"
        " comes to %(payment)s a year now, so it may be.",
        **told,
    )
    if reading["is_case"]:
        yield _(
            "Estimates for others rested on one reading of it, and rest on both now."
            " Part of what moves comes of that."
        )
