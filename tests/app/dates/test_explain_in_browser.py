"""The whole job: from a date on a municipality's page down to its rule."""

import pytest

from tests.browser import list_violations, served


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_date_is_explained_down_to_its_rule(app, page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    with served(app) as address:
        page.goto(f"{address}/municipalities/1516")
        page.locator("#limit-withdrawal-limit .date-link").click()
        page.wait_for_url("**/dates/1516.withdrawal-limit")
        links = page.locator(".chain__link")
        assert links.count() == 3
        links.nth(0).locator("summary").click()
        assert "252–253" in links.nth(0).inner_text()
        assert list_violations(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        links.nth(2).get_by_role("link").first.click()
        page.wait_for_url("**/dates/wave.K13")
        page.set_viewport_size({"width": 1440, "height": 900})
        assert list_violations(page) == []
