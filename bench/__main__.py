"""`python -m bench`: measure, and print a table for docs/BENCHMARKS.md."""

import os
import platform
from collections.abc import Iterator

import click
from flask import Flask

from app.collector import spare_answers
from bench.engine import engine_cases
from bench.measuring import Case, measure, reference, spent, table
from bench.networks import network_cases
from bench.programme import filled_app, move_cases, page_cases


@click.command()
@click.option("--rounds", default=15, show_default=True, help="Rounds of each case.")
@click.option("--size", default=10_000, show_default=True, help="Of the large network.")
@click.option("--only", default="", help="Cases whose name holds this text.")
def main(rounds: int, size: int, only: str) -> None:
    """Measure the engine, the store and the pages."""
    unit = min(spent(reference).processor for _ in range(rounds)) * 1000
    click.echo(
        f"Python {platform.python_version()}, {os.cpu_count()} cores; ", nl=False
    )
    click.echo(
        f"medians of {rounds} rounds; one unit took {unit:.1f} ms at the best.\n"
    )
    with filled_app() as app:
        measured = [
            measure(case, rounds=rounds)
            for case in cases(app, size)
            if only in case.name
        ]
    click.echo(table(measured))


def cases(app: Flask, size: int) -> Iterator[Case]:
    """Yield all that is measured."""
    yield from engine_cases(app)
    yield from move_cases(app)
    yield from page_cases(app)
    yield from network_cases(size)


if __name__ == "__main__":
    # As the server does before it listens.
    spare_answers()
    main()
