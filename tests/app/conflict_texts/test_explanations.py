"""Every kind of conflict is explained: its rule, why it matters, where it is from."""

import pytest

from app.conflict_texts import explanation_of, kind_text
from app.conflict_texts.explanations import EXPLANATIONS
from planning.conflicts import Kind


def test_every_kind_is_explained():
    assert set(EXPLANATIONS) == set(Kind)


def test_every_kind_has_a_name_of_its_own():
    assert len({kind_text(kind) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_an_explanation_says_all_three(kind):
    explanation = explanation_of(kind)
    for sentence in (explanation.rule, explanation.why, explanation.source):
        assert sentence.endswith(".")
        assert len(sentence) < 400
