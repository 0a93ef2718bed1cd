"""The views on a municipality's money; `routes.py` gives them their addresses."""

import hashlib
from collections.abc import Mapping

from flask import Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from app.charts import SVG, Scheme, Size
from app.language import chosen_locale, language
from app.municipalities import queries
from app.municipalities.charts import cash_flow_svg
from app.municipalities.money_chart import cash_flow
from app.municipalities.money_file import money_csv
from app.municipalities.money_gathering import choose_loan, gather
from app.municipalities.money_page import money_page
from app.paper_language import paper_language, paper_languages
from app.spreadsheets import attachment
from app.store import results

CHART = "cash-flow"


def show_money(number: str, arguments: Mapping[str, str]) -> ResponseReturnValue:
    """Show what joining costs and gains, with the loan that is looked at."""
    row = queries.get_municipality(number)
    return render_template(
        "municipalities/money.html",
        page=money_page(row, arguments),
        paper_locales=paper_languages(row, chosen=chosen_locale()),
        page_url=url_for("municipalities.money", number=number),
    )


def give_money_file(number: str, arguments: Mapping[str, str]) -> Response:
    """Give the yearly table as a file, in the language of the municipality's papers."""
    row = queries.get_municipality(number)
    asked = arguments.get("language", "")
    locale = paper_language(row, asked=asked, chosen=chosen_locale())
    with force_locale(locale):
        found = gather(number, arguments) or abort(404)
        response = attachment(money_csv(found.told), f"{number}-money")
        response.content_language.add(language())
    return response


def draw_cash_flow(number: str, arguments: Mapping[str, str]) -> Response:
    """The cash flow as a picture, which stays as long as nothing has changed."""
    queries.get_municipality(number)
    evaluation = results.evaluation(results.current_plan())
    if number not in evaluation.projections:
        abort(404)
    choice, projection = choose_loan(evaluation, number, arguments)
    scheme = read_scheme(arguments.get("scheme", ""))
    size = read_size(arguments.get("size", ""))
    revision = evaluation.snapshot.revision
    key = (CHART, number, revision, language(), choice.terms, scheme, size)
    svg: bytes | None = results.results().find(key)
    if svg is None:
        svg = cash_flow_svg(cash_flow(projection), scheme=scheme, size=size)
        results.results().keep(key, svg)
    response = Response(svg, mimetype=SVG)
    response.set_etag(hashlib.sha256(svg).hexdigest()[:32])
    return response


def read_scheme(text: str) -> Scheme:
    """The scheme that an address asks for; light is everybody's."""
    return Scheme(text) if text in {*Scheme} else Scheme.LIGHT


def read_size(text: str) -> Size:
    """The size that an address asks for."""
    return Size(text) if text in {*Size} else Size.WIDE
