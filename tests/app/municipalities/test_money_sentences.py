"""What a council hears, whatever the projection comes to."""

from dataclasses import replace

import pytest
from flask_babel import force_locale

from app.money_words import about_text
from app.municipalities.money_gathering import gather
from app.municipalities.money_ranges import about_figure, break_even_years, shares
from app.municipalities.money_sentences import (
    net_text,
    once_text,
    share_sentence,
    sureness,
)
from planning.finance.loans import LoanTerms
from planning.finance.projection import Sourced
from planning.money_facts import Basis
from tests.app.reading import read

MILLION = 100_000_000


@pytest.fixture
def told(app):
    """Indre Fosen, all documented, in Norwegian."""
    with app.test_request_context(), force_locale("nb_NO"):
        found = gather("5054", {})
        assert found is not None
        yield found.told


def with_net(told, net, *, low=None, high=None, basis=None):
    projection = told.projection
    mean = projection.summary.average_annual

    def summary(value):
        return replace(projection.summary, average_annual=replace(mean, net=value))

    changed = replace(
        projection,
        summary=summary(net),
        favourable=None if high is None else summary(high),
        unfavourable=None if low is None else summary(low),
    )
    if basis is not None:
        legacy = replace(projection.inputs.legacy, basis=basis)
        changed = replace(changed, inputs=replace(projection.inputs, legacy=legacy))
    return replace(told, projection=changed)


def with_share(told, share, year=2031):
    summary = replace(
        told.summary, break_even_benefit_share=share, break_even_year=year
    )
    return replace(told, projection=replace(told.projection, summary=summary))


def test_better_worse_or_the_same(told):
    assert "2,0 mill. kr bedre ut i året" in net_text(with_net(told, 2 * MILLION))
    assert "2,0 mill. kr dårligere ut i året" in net_text(with_net(told, -2 * MILLION))
    assert "like godt ut" in net_text(with_net(told, 0))


def test_a_range_on_one_side_of_nothing_stands_in_the_sentence(told):
    worse = with_net(
        told,
        -2 * MILLION,
        low=-3 * MILLION,
        high=-MILLION,
        basis=Basis.ESTIMATED,
    )
    assert "anslagsvis 2,0 mill. kr (1,0–3,0) dårligere ut" in net_text(worse)


def test_a_range_across_nothing_is_told_as_uncertain(told):
    open_ = with_net(
        told, MILLION, low=-MILLION, high=3 * MILLION, basis=Basis.ESTIMATED
    )
    assert "er ikke sikkert" in net_text(open_)
    assert "alt fra 1,0 mill. kr dårligere til 3,0 mill. kr bedre" in net_text(open_)


@pytest.mark.parametrize(
    ("net", "low", "high", "said"),
    [
        (600_000, -37_000_000, 18_000_000, "+10 000 kr i året"),
        (4_000_000, -230_000_000, 120_000_000, "0,0 mill. kr i året"),
        (12_000_000, -230_000_000, 120_000_000, "+0,1 mill. kr i året"),
        (12_000_000, -37_000_000, 120_000_000, "alt fra 0,4 mill. kr dårligere"),
    ],
)
def test_the_sentence_and_the_figure_are_rounded_alike(told, net, low, high, said):
    open_ = with_net(told, net, low=low, high=high, basis=Basis.ESTIMATED)
    sentence = net_text(open_).replace("\u00a0", " ")
    figure = about_text(net, low, high, Basis.ESTIMATED, is_signed=True)
    likely = figure.replace("\u00a0", " ").removeprefix("ca. ").partition(" (")[0]

    assert said in sentence
    assert f"Anslaget er {likely} i året" in sentence


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "Det er ikke regnet med noen gevinst."),
        (0.0, "Det betaler seg uten noe av gevinsten."),
        (0.75, "må minst 75\u00a0% av gevinsten slå til"),
        (1.0, "må minst 100\u00a0% av gevinsten slå til"),
        (1.5, "Det ville trengs 150\u00a0% av den."),
    ],
)
def test_how_much_of_the_benefit_must_come_true(told, share, said):
    assert said in share_sentence(with_share(told, share))


def test_one_case_of_one_kind_is_named(told):
    one = with_net(told, MILLION, basis=Basis.ONE_CASE)
    assert any(
        "Hva dagens systemer koster, bygger på ett eneste tilfelle" in it
        for it in sureness(one)
    )


def test_what_nobody_knows_is_an_unknown_sum(told):
    missing = Sourced(likely=0, low=0, high=0, basis=Basis.MISSING)
    inputs = replace(told.inputs, investment=missing)
    unknown = replace(told, projection=replace(told.projection, inputs=inputs))
    assert "Innføringen koster et ukjent beløp én gang" in once_text(unknown)


def test_a_loan_over_a_single_year(told):
    loan = replace(told.projection, loan=LoanTerms(years=1))
    assert once_text(replace(told, projection=loan)).endswith("lån over 1 år.")


def test_years_and_shares_have_the_ends_that_are_known(told):
    projection = told.projection
    early = replace(
        projection.summary, break_even_year=2028, break_even_benefit_share=0.5
    )
    late = replace(
        projection.summary, break_even_year=2036, break_even_benefit_share=1.1
    )
    never = replace(late, break_even_year=None, break_even_benefit_share=None)
    both = replace(projection, favourable=early, unfavourable=late)
    assert break_even_years(both) == "2031 (2028–2036)"
    assert shares(both).replace("\u00a0", " ") == "75 % (50–110 %)"
    half = replace(projection, favourable=early, unfavourable=never)
    assert break_even_years(half) == "2031 (tidligst 2028)"
    assert shares(half).replace("\u00a0", " ") == "75 %"
    none = replace(projection, favourable=never, unfavourable=never)
    assert break_even_years(none) == "2031"


def test_no_words_are_about(app):
    with app.test_request_context():
        for text, told in (
            ("2031 (2028–2036)", "ca. 2031 (2028–2036)"),
            ("ikke innen årene som er regnet ut",) * 2,
            ("ingenting av gevinsten trengs",) * 2,
        ):
            assert about_figure(text, Basis.ESTIMATED) == told
        assert about_figure("2031", Basis.DOCUMENTED) == "2031"


def test_averoy_is_not_told_about_words(client):
    told = read(client, "/municipalities/1554/money")
    assert "ikke innen årene" in told
    assert "ca. ikke" not in told
