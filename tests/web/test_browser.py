"""In a real browser the policy blocks nothing the site needs, and static files arrive."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/methodology/", "/accounts/login/", "/admin/login/", "/nowhere"])
def test_the_browser_has_nothing_to_complain_about(site: str, page: Page, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site + path, wait_until="load")
    assert [text for text in said if "404 (Not Found)" not in text] == []
    assert page.title()
