"""All fixture files together: read, and checked against each other.

Nothing that is wrong stops the search for more: whoever mends the files sees
everything at once.
"""

from datetime import date
from pathlib import Path

from app.store.errors import FixtureError, Problem
from app.store.seed.files import FileReader, Files
from app.store.seed.money_checks import find_wrong_money
from app.store.seed.plan_checks import find_implausible, find_impossible
from app.store.seed.plan_shapes import WAVES
from app.store.seed.programme_facts import find_wrong_facts
from app.store.seed.references import find_unknown
from app.store.seed.shapes import SHAPES
from app.store.seed.shared_cost_entries import find_wrong_keys
from app.store.seed.wave_names import taken_names


def read_fixtures(folder: Path) -> Files:
    """Read every file of a folder.

    Raises:
        FixtureError: with all that is wrong with any of them.
    """
    problems: list[Problem] = []
    files = {shape.name: FileReader(shape, problems).read(folder) for shape in SHAPES}
    # What refers to a file that can't be read would all be reported as unknown.
    if not problems:
        problems.extend(find_unknown(files))
        problems.extend(find_implausible(files))
        problems.extend(taken_names(files[WAVES.name]))
        problems.extend(find_wrong_facts(files))
        problems.extend(find_wrong_money(files))
        problems.extend(find_wrong_keys(files))
    if not problems:
        problems.extend(find_impossible(files, status_date(files)))
    if problems:
        raise FixtureError(tuple(problems))
    return files


def facts(files: Files) -> dict[str, str]:
    """The values of the programme by key."""
    return {record["key"]: record["value"] for record in files["programme"]}


def status_date(files: Files) -> date:
    """The day up to which the fixtures tell what happened."""
    return date.fromisoformat(facts(files)["status_date"])
