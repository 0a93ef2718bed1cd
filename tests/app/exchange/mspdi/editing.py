"""A file edited as somebody does in Microsoft Project: one element of one task."""

import re
from collections.abc import Callable

Edit = Callable[[str], str]
OPENING = "<Task>\n"


def edited(content: str, id: str, edit: Edit) -> str:
    """The file with the task of one of our ids changed."""
    tasks = content.split(OPENING)
    found = [at for at, it in enumerate(tasks) if f"<Value>{id}</Value>" in it]
    assert len(found) == 1, id
    tasks[found[0]] = edit(tasks[found[0]])
    return OPENING.join(tasks)


def put(tag: str, value: str) -> Edit:
    """Give the first element of a name another value."""
    return lambda task: re.sub(
        f"<{tag}>[^<]*</{tag}>", f"<{tag}>{value}</{tag}>", task, count=1
    )


def add(text: str, *, before: str) -> Edit:
    """Put more before the first element of a name."""
    return lambda task: task.replace(f"<{before}>", f"{text}<{before}>", 1)


def drop(content: str, id: str) -> str:
    """The file without a task."""
    tasks = content.split(OPENING)
    last = tasks[-1].partition("</Task>")[2]
    kept = [it for it in tasks if f"<Value>{id}</Value>" not in it]
    assert len(kept) == len(tasks) - 1
    return OPENING.join(kept) + ("" if kept[-1] == tasks[-1] else last)
