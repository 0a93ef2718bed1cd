"""The comparison in a browser: for everybody, on a phone, with what stays in sight."""

from playwright.sync_api import Page

from tests.browser import list_violations, served

SIZES = ({"width": 390, "height": 844}, {"width": 1440, "height": 900})


def test_it_is_for_everybody_and_heads_stay_in_sight(page: Page, app, scenario) -> None:
    asked = f"state=plan&state={scenario}&state=vintage:2023-11&by=municipality"
    with served(app) as address:
        for size in SIZES:
            page.set_viewport_size(size)
            for path in (f"?{asked}", f"/moved?from=plan&to={scenario}&of=1515"):
                page.goto(f"{address}/compare{path}")
                assert list_violations(page) == []
                assert page.evaluate(
                    "document.documentElement.scrollWidth <= innerWidth"
                )
        page.goto(f"{address}/compare?{asked}")
        region = page.locator("#compare-table")
        region.evaluate("it => it.scrollTo(0, 2000)")
        top = region.bounding_box()
        head = page.locator(".compare thead th").first.bounding_box()
        assert top is not None
        assert head is not None
        assert abs(head["y"] - top["y"]) < 4
