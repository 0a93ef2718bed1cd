"""`python -m bench`: measure, and print a table for docs/BENCHMARKS.md."""

import os
import platform
from collections.abc import Iterator

import click
from flask import Flask

from app.collector import spare_answers
from bench.chart import PICTURE, draw_chart
from bench.edits import list_edits
from bench.engine import engine_cases
from bench.measuring import Case, measure, reference, spent, table
from bench.networks import NETWORK_SIZES, network_cases
from bench.others import compare_with_others, table_of_others
from bench.pages import page_cases
from bench.programme import filled_app, move_cases
from bench.scale import lines_of_sizes, measure_chain, measure_sizes


@click.command()
@click.option("--rounds", default=15, show_default=True, help="Rounds of each case.")
@click.option(
    "--size", default=200_000, show_default=True, help="Of the largest network."
)
@click.option("--only", default="", help="Cases whose name holds this text.")
@click.option("--chart", is_flag=True, help="Draw the chart of the documentation.")
def main(*, rounds: int, size: int, only: str, chart: bool) -> None:
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
        if only:
            return
        click.echo("\n" + "\n".join(list_edits(app, rounds=rounds)))
    tell_scale(size, rounds=rounds, chart=chart)


def tell_scale(size: int, *, rounds: int, chart: bool) -> None:
    """Write how the cost grows, and how long others take."""
    sizes = measure_sizes(size, rounds=rounds)
    chain = measure_chain(size, rounds=rounds)
    click.echo("\n" + "\n".join(lines_of_sizes(sizes, chain)))
    compared = [
        compare_with_others(each, rounds=rounds) for each in network_sizes(size)
    ]
    click.echo("\n" + table_of_others(compared))
    if chart:
        draw_chart(sizes, compared, PICTURE)


def network_sizes(most: int) -> list[int]:
    """Return the sizes that have a bar, up to the largest wanted."""
    return [each for each in NETWORK_SIZES if each <= most] or [most]


def cases(app: Flask, size: int) -> Iterator[Case]:
    """Yield all that is measured."""
    yield from engine_cases(app)
    yield from move_cases(app)
    yield from page_cases(app)
    for each in network_sizes(size):
        yield from network_cases(each)


if __name__ == "__main__":
    # As the server does before it listens.
    spare_answers()
    main()
