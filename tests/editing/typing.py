"""Filling in the desk's forms as a person without scripts would: what the page offers, with some fields changed."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


class _Form(HTMLParser):
    """The controls of the form with this id, as a browser would send them."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.inside = wanted, False
        self.values: dict[str, Any] = {}
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.wanted
        if not self.inside:
            return
        name = given.get("name", "")
        if tag == "select":
            self.select = name
            self.values.setdefault(name, "") if "multiple" not in given else None
        elif tag == "option" and self.select and ("selected" in given or self.values.get(self.select) is None):
            self.values[self.select] = given.get("value", "")
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""
        elif tag == "input" and name and given.get("type") not in ("checkbox", "radio"):
            self.values[name] = given.get("value", "")
        elif tag == "input" and name and "checked" in given:
            self.values[name] = given.get("value", "on")

    def handle_data(self, data: str) -> None:
        if self.inside and self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.values[self.area] = self.values[self.area].removeprefix("\n")
            self.area = ""
        if tag == "form":
            self.inside = False


def offered(response: HttpResponse, form: str = "log-form") -> dict[str, Any]:
    """What the form on the page would send if nothing were typed."""
    parser = _Form(form)
    parser.feed(response.content.decode())
    parser.values.pop("csrfmiddlewaretoken", None)
    return parser.values


def log(client: Client, article_pk: int, then: str = "next", **typed: Any) -> HttpResponse:
    """Open the article's page, change these fields of its form, press a button, land on the next page."""
    page = client.get(f"/desk/articles/{article_pk}/")
    data = offered(page) | typed | {"then": then}
    return client.post(f"/desk/articles/{article_pk}/claims/new/", data, follow=True)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(response: HttpResponse) -> str:
    """The page as text with single spaces."""
    parser = _Text()
    parser.feed(response.content.decode())
    return " ".join(" ".join(parser.parts).split())
