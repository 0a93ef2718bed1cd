"""Keys for what people enter: made from its name once, and never changed."""

import re
from collections.abc import Set

from app.store.columns import Texts
from app.store.sorting import search_key

LONGEST_KEY = 60


def new_key(names: Texts, taken: Set[str], *, nameless: str) -> str:
    """A key that nobody has, from the English name or the other one.

    `nameless` is what it is made from where the name has no letter of the alphabet.
    """
    name = names.get("en") or next(iter(names.values()))
    words = search_key(name).replace(" ", "-")[:LONGEST_KEY]
    stem = re.sub(r"[^a-z0-9-]", "", words).strip("-") or nameless
    keys = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(key for key in keys if key not in taken)
