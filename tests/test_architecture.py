"""What no tool knows: who imports what, where things stand, what templates hold.

Files are read, not imported, except where a name is said to exist.
"""

import ast
import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).resolve().parent.parent
CODE = ("app", "planning", "bench", "scripts", "tests")
TEMPLATES = sorted((TOP / "templates").rglob("*.html"))
PARTIALS = [path for path in TEMPLATES if path.name.startswith("_")]

PLANNING_LIBRARIES = {"networkx", "numpy", "holidays"}
# A library and the files or folders that may import it.
DOORS = {
    "networkx": ("planning/network.py",),
    "holidays": ("planning/calendars.py",),
    "numpy": (
        "planning/columns.py",
        "planning/day_tables.py",
        "planning/floats.py",
        "planning/levels.py",
        "planning/load.py",
        "planning/network.py",
        "planning/outside.py",
        "planning/passes.py",
        "planning/placing.py",
        "planning/schedule.py",
        "planning/structure.py",
        "planning/workload.py",
        "planning/risk/",
    ),
    "htmx_flask": ("app/htmx.py",),
    "lucide": ("app/assets.py",),
    "waitress": ("app/cli/serving.py",),
    "icalendar": ("app/feeds/calendar.py", "app/meetings/events.py"),
    "defusedxml": ("app/exchange/mspdi/parsing.py",),
    "openpyxl": ("app/exchange/workbook.py",),
    "apscheduler": ("app/jobs/clock.py",),
    "typst": ("app/papers/",),
    "docx": ("app/papers/",),
    "alembic": ("app/store/",),
    "flask_migrate": ("app/store/",),
}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
NAMELESS = {"utils", "helpers", "common", "services", "manager"}


def list_code(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (TOP / folder).rglob("*.py"))


def place(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Return the dotted names that a file imports, inside functions too; read once."""
    return tuple(list_imports(ast.parse(path.read_text(encoding="utf-8"))))


def list_imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_planning_knows_no_web_no_database_and_no_language() -> None:
    allowed = sys.stdlib_module_names | PLANNING_LIBRARIES | {"planning"}
    faults = [
        f"{place(path)}: {name}"
        for path in list_code("planning")
        for name in imports_of(path)
        if name.partition(".")[0] not in allowed
    ]
    assert not faults


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    faults = [
        place(path)
        for path in list_code("app", "planning")
        if any(name.partition(".")[0] == library for name in imports_of(path))
        and not place(path).startswith(DOORS[library])
    ]
    assert not faults


def test_pictures_are_drawn_in_charts_and_never_with_pyplot() -> None:
    faults = [
        f"{place(path)}: {name}"
        for path in list_code("app", "planning")
        for name in imports_of(path)
        if name.startswith("matplotlib")
        and (path.name != "charts.py" or "pyplot" in name)
    ]
    assert not faults


def test_features_do_not_import_each_other() -> None:
    features = {path.parent.name for path in (TOP / "app").glob("*/routes.py")}
    faults = [
        f"{place(path)}: {name}"
        for feature in features
        for path in list_code(f"app/{feature}")
        for name in imports_of(path)
        if re.match(r"app\.(\w+)", name) and name.split(".")[1] in features - {feature}
    ]
    assert not faults


def test_nothing_but_routes_and_their_kin_knows_the_request() -> None:
    kin = {
        "app/htmx.py",
        "app/access.py",
        "app/scenario_address.py",
        "app/table_files.py",
    }
    faults = [
        place(path)
        for path in list_code("app")
        if {"flask.request", "flask.g"} & {*imports_of(path)}
        and path.name != "routes.py"
        and place(path) not in kin
    ]
    assert not faults


def test_the_store_alone_commits() -> None:
    faults = [
        place(path)
        for path in list_code("app")
        if "session.commit(" in path.read_text(encoding="utf-8")
        and not place(path).startswith("app/store/")
    ]
    assert not faults


def test_modules_name_the_thing() -> None:
    assert not [place(path) for path in list_code(*CODE) if path.stem in NAMELESS]


def test_files_are_short() -> None:
    pages = [*TEMPLATES, *(TOP / "static").rglob("*.css"), TOP / "static/app.js"]
    lengths = {
        place(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*list_code(*CODE), *pages]
        if "migrations/versions" not in place(path)
    }
    assert not {name: n for name, n in lengths.items() if n > LONGEST_FILE}


def test_functions_are_short() -> None:
    faults = [
        f"{place(path)}: {node.name}, {length_of(node)} lines"
        for path in list_code(*CODE)
        if "migrations/versions" not in place(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        if length_of(node) > LONGEST_FUNCTION
    ]
    assert not faults


def length_of(function: ast.FunctionDef) -> int:
    """Return how many lines a function has, not counting what it says of itself."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None:
        return lines
    return lines - ((first.end_lineno or 0) - first.lineno + 1)


@pytest.mark.parametrize("path", PARTIALS, ids=place)
def test_a_partial_names_the_type_that_it_needs(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    match = re.fullmatch(r"\{# \w+: ([\w.\[\], |]+) #\}", first)
    assert match, "the first line is {# name: dotted.Type #}"
    for name in re.findall(r"\w+(?:\.\w+)+", match[1]):
        module, _dot, attribute = name.rpartition(".")
        assert hasattr(importlib.import_module(module), attribute), name


@pytest.mark.parametrize("path", TEMPLATES, ids=place)
def test_a_template_holds_nothing_that_the_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for forbidden in (
        r"\sstyle=",
        r"<style",
        r"\son[a-z]+=",
        r"hx-on",
        r"javascript:",
        r"<script(?![^>]*\ssrc=)",
        r"\|\s*safe\b",
        r"(src|href)=\"(https?:)?//",
    ):
        assert not re.search(forbidden, text), forbidden


def test_colours_are_named_in_one_place() -> None:
    given = {"tokens.css", "print.css"}
    faults = [
        f"{place(path)}: {colour}"
        for path in (TOP / "static/css").glob("*.css")
        if path.name not in given
        for colour in re.findall(
            r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", path.read_text(encoding="utf-8")
        )
    ]
    assert not faults


def test_every_sentence_is_translated() -> None:
    catalogues = load_catalogues()
    found = catalogues.extract_sentences()
    faults = []
    for language in catalogues.LANGUAGES:
        path = TOP / "app" / "translations" / language / "LC_MESSAGES" / "messages.po"
        catalogue = catalogues.update_catalogue(path, language, found)
        faults += catalogues.find_faults(path, catalogue)
    assert not faults, f"{len(faults)} faults, the first: {faults[:5]}"


def load_catalogues() -> ModuleType:
    """Return what `make catalogues` runs."""
    path = TOP / "scripts" / "catalogues.py"
    spec = importlib.util.spec_from_file_location("catalogues", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
