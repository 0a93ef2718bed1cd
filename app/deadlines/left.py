"""Whose deadlines one can be told of, with a word on those that have left."""

from flask_babel import gettext as _

from app.scopes import Scope, ScopeKind, kind_name, scope_choices, scope_name
from app.store import results
from app.store.names import Names
from app.ways_out import list_left


def choices_of(names: Names) -> dict[str, dict[str, str]]:
    """The programme, its municipalities, regions and waves, to choose from."""
    evaluation = results.evaluation(results.current_plan())
    groups = scope_choices(evaluation, names, with_whole=True)
    of_each = groups[kind_name(ScopeKind.MUNICIPALITY)]
    for number in list_left(evaluation):
        value = Scope(ScopeKind.MUNICIPALITY, number).value
        of_each[value] = _left_text(names.municipality(number))
    return groups


def of_text(scope: Scope, names: Names) -> str:
    """Whose deadlines they are."""
    name = scope_name(scope, names)
    if scope.kind is not ScopeKind.MUNICIPALITY:
        return name
    gone = list_left(results.evaluation(results.current_plan()))
    return _left_text(name) if scope.key in gone else name


def _left_text(name: str) -> str:
    return _("%(name)s (has left: no deadlines)", name=name)
