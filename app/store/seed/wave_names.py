"""What waves are called in the fixtures: each code and alias names one wave alone.

Capital and small letters are the same here, as they are to whoever asks for a wave.
"""

from collections.abc import Iterable, Iterator

from app.store.errors import Problem
from app.store.seed.files import Record
from app.store.seed.plan_shapes import WAVES


def taken_names(waves: Iterable[Record]) -> Iterator[Problem]:
    """Codes and aliases that another wave has; codes come before aliases."""
    records = list(waves)
    line_of: dict[str, int] = {}
    for column in ("code", "alias"):
        for record in records:
            name = record[column]
            if not name:
                continue
            earlier = line_of.setdefault(name.upper(), record.line)
            if earlier != record.line:
                yield Problem(
                    file=WAVES.file,
                    line=record.line,
                    column=column,
                    kind="taken-name",
                    values={"value": name, "earlier": earlier},
                )
