"""Sentences on facts of the chain and decisions of councils.

Beside each kind in `OF_RIGHTS` stand the values that it takes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from app.change_words import Words
from app.commitment_words import inside_text, result_texts


def _of(it: Words) -> dict[str, Any]:
    return {"municipality": it.municipality(), "fact": inside_text(it.values["kind"])}


def _fact_recorded(it: Words) -> str:
    return _("%(municipality)s: it was recorded – %(fact)s", **_of(it))


def _fact_changed(it: Words) -> str:
    return _("%(municipality)s: a fact was changed – %(fact)s", **_of(it))


def _fact_removed(it: Words) -> str:
    return _("%(municipality)s: a fact was removed – %(fact)s", **_of(it))


def _decided(it: Words) -> dict[str, Any]:
    """The result in words, with the number of the case where there is one."""
    result = result_texts().get(it.values["result"], "")
    told = result[:1].lower() + result[1:]
    case = it.values["case"]
    if case:
        told = _("%(result)s, case %(case)s", result=told, case=case)
    return {"municipality": it.municipality(), "result": told}


def _decision_recorded(it: Words) -> str:
    return _("%(municipality)s: a decision was recorded – %(result)s", **_decided(it))


def _decision_changed(it: Words) -> str:
    return _("%(municipality)s: a decision was changed – %(result)s", **_decided(it))


def _decision_final(it: Words) -> str:
    return _("%(municipality)s: a decision is now final – %(result)s", **_decided(it))


def _decision_removed(it: Words) -> str:
    return _(
        "%(municipality)s: a decision was removed, with what followed from it –"
        " %(result)s",
        **_decided(it),
    )


def _task_done(it: Words) -> str:
    return _(
        "%(municipality)s: the task “%(task)s” is done",
        municipality=it.municipality(),
        task=it.values["text"],
    )


def _task_reopened(it: Words) -> str:
    return _(
        "%(municipality)s: the task “%(task)s” is not done after all",
        municipality=it.municipality(),
        task=it.values["text"],
    )


OF_RIGHTS: Mapping[str, Callable[[Words], str]] = {
    "rights.fact-recorded": _fact_recorded,  # municipality, kind, first, last
    "rights.fact-changed": _fact_changed,  # municipality, kind, first, last
    "rights.fact-removed": _fact_removed,  # municipality, kind, first, last
    "rights.decision-recorded": _decision_recorded,  # municipality, case, result
    "rights.decision-changed": _decision_changed,  # municipality, case, result
    "rights.decision-final": _decision_final,  # municipality, case, result
    "rights.decision-removed": _decision_removed,  # municipality, case, result
    "rights.task-done": _task_done,  # municipality, text
    "rights.task-reopened": _task_reopened,  # municipality, text
}
