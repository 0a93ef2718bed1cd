"""The commands in nynorsk, as the system or the user asks for it."""

from pathlib import Path

import click
import pytest
from flask_babel import force_locale

from app.cli import speaking
from app.cli.click_words import click_words
from tests.nynorsk import find_bokmal

COMMANDS = [
    ("check",),
    ("plan", "--municipality", "1516"),
    ("economy", "5054"),
    ("economy", "--help"),
    ("plan", "--wave", "K99"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "environment",
    [
        {"BOLGEPLAN_LANGUAGE": "nn"},
        {"BOLGEPLAN_LANGUAGE": "", "LC_ALL": "", "LANG": "nn_NO.UTF-8"},
    ],
)
def test_a_command_answers_in_nynorsk(run, command, environment):
    answer = run(*command, **environment)
    told = answer.out + answer.err
    assert told
    assert not find_bokmal(told)


def test_conflicts_are_told_in_nynorsk(run):
    told = run("check", BOLGEPLAN_LANGUAGE="nn").out
    assert "Åtvaring (1)" in told
    assert "Opsjonen må løysast ut seinast 1. april 2024." in told


@pytest.mark.parametrize(
    ("command", "nn", "nb"),
    [
        (("backup",), "Feil: Manglar argumentet 'FILE'.", "Feil: Mangler argumentet"),
        (("paln",), "Feil: Kommandoen 'paln' finst ikkje.", "'paln' finnes ikke."),
        (("plan", "--wav", "K13"), "Valet '--wav' finst ikkje.", "'--wav' finnes ikke"),
        (
            ("plan", "--format", "xml"),
            "Feil: Ugyldig verdi for '--format': 'xml' er ikkje ein av",
            "'xml' er ikke en av",
        ),
        (("plan", "extra"), "Uventa argument (extra)", "Uventet argument (extra)"),
        (("plan", "--help"), "[standard: text]", "[standard: text]"),
    ],
)
def test_wrong_usage_is_told_in_norwegian(run, command, nn, nb):
    for language, expected in (("nn", nn), ("nb", nb), ("nn", nn)):
        answer = run(*command, BOLGEPLAN_LANGUAGE=language)
        told = answer.out + answer.err
        assert expected in told
        assert "Bruk:" in told
        for english in ("Usage", "Error", "Try '"):
            assert english not in told


def test_wrong_usage_is_told_in_english_where_that_is_asked_for(run):
    assert "Error: Missing argument 'FILE'." in run("backup").err


def test_the_sentences_are_those_of_click():
    folder = Path(click.__file__).parent
    source = "".join(
        path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))
    )
    with speaking(), force_locale("en_GB"):
        for sentence in click_words():
            assert f'"{sentence}"' in source, sentence
