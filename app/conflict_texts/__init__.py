"""Conflicts in words: the sentence, the explanation and the mend of each kind.

A conflict is told from the engine's value or from the document that is kept with
a change. Without names the ids stand for themselves, as in a network file.
"""

from app.conflict_texts.explanation import Explanation
from app.conflict_texts.explanations import explanation_of, kind_text
from app.conflict_texts.marks import mark_text
from app.conflict_texts.mends import mend_text, mend_url
from app.conflict_texts.sentences import conflict_text, severity_text
from app.conflict_texts.told import Document, NodeNames

__all__ = [
    "Document",
    "Explanation",
    "NodeNames",
    "conflict_text",
    "explanation_of",
    "kind_text",
    "mark_text",
    "mend_text",
    "mend_url",
    "severity_text",
]
