"""`import` of council meetings: told first, written on a word, as on the page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.cli.conftest import Run
from tests.app.meetings.test_importing import CALENDAR, TABLE

Write = Callable[[str, str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(content: str, name: str) -> str:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write_file


def test_a_table_is_told_then_written_once(run: Run, write: Write) -> None:
    path = write(TABLE, "motekalender.csv")
    tried = run("import", path)
    assert tried.status == 1
    assert "2024-02-15  1516    Ulstein       The municipal council" in tried.out
    assert "3 meetings are new." in tried.out
    assert "Nothing has been written. --apply writes it." in tried.out
    assert "motekalender.csv, line 7: “Oslo” is no municipality here." in tried.err
    assert "5 lines can’t be read." in tried.err
    assert "They have been written." in run("import", path, "--apply").out
    again = run("import", path, "--apply", "--format", "json").document
    assert (again["new"], len(again["there"]), again["change"]) == ([], 3, None)
    assert again["refused"][0]["line"] == 7
    whole = write("kommune;organ;dato\nUlstein;kommunestyret;2024-02-15\n", "en.csv")
    assert run("import", whole).status == 0


def test_a_calendar_needs_to_be_told_whose_it_is(run: Run, write: Write) -> None:
    path = write(CALENDAR, "moter.txt")
    refused = run("import", path)
    assert refused.status == 2
    assert "A calendar names no municipality" in refused.err
    assert "--municipality" in refused.err
    read = run("import", path, "--municipality", "Ulstein", "--format", "json")
    new = read.document["new"]
    assert [it["day"] for it in new] == ["2024-02-15", "2024-03-22"]
    assert {it["municipality"] for it in new} == {"1516"}
    assert read.document["applied"] is False
    unknown = run("import", path, "--municipality", "Ulstien")
    assert unknown.status == 2
    assert "1516 Ulstein" in unknown.err
    far = run("import", path, "--municipality", "Bogus")
    assert far.status == 2
    assert "Did you mean" not in far.err


def test_what_is_no_table_of_meetings_is_refused_with_the_mend(
    run: Run, write: Write
) -> None:
    lines = "kommune;organ;dato\nOslo;kommunestyret;2024-02-15\nUlstein;x;y\n"
    for more in ([], ["--apply"], ["--format", "json"]):
        none = run("import", write(lines, "feil.csv"), *more)
        assert none.status == 2
        assert "feil.csv, line 2: “Oslo” is no municipality here." in none.err
        assert "feil.csv: no line of it can be read." in none.err
    refused = run("import", write("navn;sted\na;b\n", "noe.csv"))
    assert refused.status == 2
    assert "noe.csv: The first line has to name the columns" in refused.err
    assert run("import", "-", stdin="dato;kommune\n").status == 2
    other = run("import", write(TABLE, "m.csv"), "--plan", "current")
    assert other.status == 2
    assert "--plan says nothing of such a file" in other.err
