"""Keys for what people enter."""

import pytest

from app.keys import LONGEST_KEY, new_key

TAKEN = frozenset({"training", "training-3"})


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ({"nb": "Øving", "en": "Dress rehearsal"}, "dress-rehearsal"),
        ({"en": "Training"}, "training-2"),
        ({"nb": "Øving"}, "oving"),
        ({"en": "···"}, "step"),
        ({"en": "x" * 200}, "x" * LONGEST_KEY),
    ],
)
def test_a_key_comes_from_the_name_and_is_nobody_elses(names, key):
    assert new_key(names, TAKEN, nameless="step") == key


def test_a_key_is_found_however_many_are_taken():
    taken = {"july", *(f"july-{number}" for number in range(2, 50))}
    assert new_key({"en": "July"}, taken, nameless="period") == "july-50"
