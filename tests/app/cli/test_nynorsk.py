"""The commands in nynorsk, as the system or the user asks for it."""

import pytest

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
