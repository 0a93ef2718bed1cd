"""Every kind of loss has a sentence, and none that is nobody's."""

import re
from pathlib import Path

import pytest
from flask import Flask

from app.exchange import mspdi
from app.exchange.loss_texts import SENTENCES, loss_text, losses_document
from app.exchange.mspdi.losses import Loss


def test_every_kind_that_is_noted_has_a_sentence() -> None:
    folder = Path(mspdi.__file__ or "").parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    noted = set(re.findall(r'note\(\s*"([a-z-]+)"', code))
    assert noted <= SENTENCES.keys()
    assert all(f'"{kind}"' in code for kind in SENTENCES)


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_is_one(app: Flask, kind: str) -> None:
    told = loss_text(Loss(kind=kind, count=2, subjects=("Dig", "Build")))
    assert SENTENCES[kind]()[-1] == "."
    assert told.startswith(SENTENCES[kind]())


def test_people_are_counted_and_not_named() -> None:
    loss = Loss(kind="resources", count=1, subjects=("Somebody",))
    assert "Somebody" not in loss_text(loss)
    assert losses_document([loss])[0]["names"] == []


def test_the_first_places_are_named() -> None:
    loss = Loss(kind="notes", count=9, subjects=tuple("abcdefgh"))
    assert loss_text(loss).endswith("(9 times: a, b, c, d, e and more)")
