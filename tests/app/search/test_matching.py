"""What is typed against what things are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.matching import Closeness, closeness, fold, is_near, is_one_slip

WORDS = st.text(alphabet="abeosundræøå", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Aalesund", "Ålesund"),
        ("alesund", "Ålesund"),
        ("OERLAND", "Ørland"),
        ("orland", "Ørland"),
        ("naeroysund", "Nærøysund"),
        ("naeroeysund", "Nærøysund"),
        ("k 11", "K11"),
        ("K-11", "K11"),
        ("ki1", "KI1"),
        ("indrefosen", "Indre Fosen"),
        ("orkide", "Orkidé"),
    ],
)
def test_what_is_the_same_name_written_otherwise_is_exact(typed, name):
    assert closeness(fold(typed), fold(name)) is Closeness.EXACT


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("ørl", "Ørland", Closeness.PREFIX),
        ("15", "1507", Closeness.PREFIX),
        ("fos", "Indre Fosen", Closeness.WORDS),
        ("fosen indre", "Indre Fosen", Closeness.WORDS),
        ("bølge 13", "Bølge K13", Closeness.WITHIN),
        ("høy", "Namdalshøyden", Closeness.WITHIN),
        ("os", "Rørosbanen", None),
        ("trondhiem", "Trondheim", None),
        ("***", "Ørland", None),
        ("", "Ørland", None),
    ],
)
def test_how_close_a_name_is(typed, name, found):
    assert closeness(fold(typed), fold(name)) is found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("trondhiem", "Trondheim"),
        ("trondhem", "Trondheim"),
        ("trondheiim", "Trondheim"),
        ("frondheim", "Trondheim"),
        ("indre fosn", "Indre Fosen"),
        ("prosjket", "Prosjektstart"),
        ("averoyy", "Averøy"),
    ],
)
def test_one_letter_may_be_wrong_in_a_longer_word(typed, name):
    assert is_near(fold(typed), fold(name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("or", "Os"), ("trndhiem", "Trondheim"), ("1508", "1507"), ("***", "Os")],
)
def test_two_letters_or_a_short_word_or_a_figure_may_not(typed, name):
    assert not is_near(fold(typed), fold(name))


@given(WORDS, st.data())
def test_a_slip_is_one_whatever_it_is(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("aeox"))
    for slipped in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ):
        assert is_one_slip(slipped, word)
        assert is_one_slip(word, slipped)


@given(st.text(alphabet="aeosø ", max_size=9))
def test_what_is_folded_stays_so(text):
    folded = fold(text).compact
    assert fold(folded).compact == folded


@given(WORDS)
def test_a_name_is_exactly_itself_and_begins_with_its_beginnings(word):
    name = fold(word)
    assert closeness(name, name) is Closeness.EXACT
    beginning = fold(name.compact[: len(name.compact) // 2 + 1])
    assert closeness(beginning, name) in {Closeness.EXACT, Closeness.PREFIX}
