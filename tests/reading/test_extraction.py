"""What is taken out of a web page, and what never is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.reading.extraction import extract

WORDS = "The ministry said on Thursday that the fighting near the bridge had gone on through the night."
STORY = [WORDS, "Twelve soldiers were killed there, a spokesman told reporters in the capital; thirty were wounded."]
STORY += ["Nobody else has confirmed the figures, and the other side has not yet said how many of its own it lost."]


def page(body: str, head: str = "", attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def article(*paragraphs: str) -> str:
    return page("<article>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "</article>")


def test_one_paragraph_a_line_without_markup() -> None:
    markup = article(
        "At least <b>12</b> soldiers\n were&nbsp;killed.", WORDS, "“He &amp; I” saw 3&#160;000 <a href=x>dead</a>."
    )
    assert extract(markup)["text"].split("\n") == [
        "At least 12 soldiers were killed.",
        WORDS,
        "“He & I” saw 3 000 dead.",
    ]


def test_headings_lists_and_quotes_stay_without_their_marks() -> None:
    body = f"<article><h1>Dead at the bridge</h1><p>{WORDS}</p><h2>The toll</h2><ul><li>Seven in the north of it</li>"
    body += (
        "<li>Five in the south of it</li></ul><blockquote><p>We lost 12 men there, he said.</p></blockquote></article>"
    )
    assert extract(page(body))["text"].split("\n") == [
        "Dead at the bridge",
        WORDS,
        "The toll",
        "Seven in the north of it",
        "Five in the south of it",
        "We lost 12 men there, he said.",
    ]


@pytest.mark.parametrize(
    "unwanted",
    [
        "<script>var dead = 'FORBIDDEN';</script>",
        "<script type='text/template'><p>FORBIDDEN words that look like a paragraph of the article.</p></script>",
        "<style>p::after { content: 'FORBIDDEN' }</style>",
        "<noscript><p>FORBIDDEN: turn on scripts</p></noscript>",
        "<!-- FORBIDDEN -->",
        "<p onclick=\"alert('FORBIDDEN')\" title='FORBIDDEN'>Twelve were killed.</p>",
        "<a href='javascript:FORBIDDEN'>Twelve were killed.</a>",
        "<svg><script>FORBIDDEN</script></svg>",
        "<iframe srcdoc='<p>FORBIDDEN</p>'></iframe>",
        "<table><tr><td>FORBIDDEN</td><td>99 killed</td></tr></table>",
        "<nav><a href=/>FORBIDDEN</a></nav>",
        "<footer>FORBIDDEN</footer>",
        "<textarea>FORBIDDEN</textarea>",
    ],
)
def test_what_is_no_text_of_the_article_is_left_out(unwanted: str) -> None:
    text = extract(page(f"<article><p>{'</p><p>'.join(STORY)}</p>{unwanted}</article>"))["text"]
    assert text.removesuffix("\nTwelve were killed.").split("\n") == STORY


def test_comments_of_readers_are_left_out() -> None:
    comments = f"<ol class='comment-list'><li class='comment'><p>{WORDS} They lie.</p></li></ol>"
    body = f"<article><p>{'</p><p>'.join(STORY)}</p></article><section id='comments'>{comments}</section>"
    assert extract(page(body))["text"].split("\n") == STORY


def test_what_the_head_tells() -> None:
    head = """<title>Twelve killed near the bridge | Example News</title>
        <meta property="og:title" content="Twelve killed near the bridge">
        <meta property="og:site_name" content="Example News">
        <meta property="article:published_time" content="2020-10-23T23:30:00+04:00">
        <meta property="article:modified_time" content="2021-01-01T00:00:00Z">"""
    found = extract(page(f"<p>{WORDS}</p><p>{WORDS} More.</p>", head, 'lang="en-GB"'))
    del found["text"]
    assert found == {
        "title": "Twelve killed near the bridge",
        "date": "2020-10-23",
        "publisher": "Example News",
        "language": "en-GB",
    }


def test_structured_data_tell_too() -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "Dead at the bridge", "datePublished": "2020-10-23", "publisher": {"name": "Example News"}}
        </script>"""
    found = extract(page(f"<p>{WORDS}</p><p>{WORDS} More.</p>", head))
    assert (found["title"], found["date"], found["publisher"]) == ("Dead at the bridge", "2020-10-23", "Example News")


def test_a_date_is_not_guessed_from_the_words() -> None:
    found = extract(article(WORDS, "On 3 March 2019 the truce ended.", "© 2024 Example News"))
    assert found["date"] == ""


@pytest.mark.parametrize("markup", ["<p>Twelve were killed.</p>", "Twelve<br>were killed.", "<P>Twelve were killed."])
def test_a_scrap_of_a_page(markup: str) -> None:
    assert "were killed." in extract(markup)["text"]


@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</p>", "<html", "<!--", "a", ">", "<script>", "&#0;", "\x00"])).map("".join)
)
@example("")
@example("<html")
@example("<" * 10_000)
@example("<html><body>" + "<div>" * 10_000)
def test_any_markup_is_read(markup: str) -> None:
    assert isinstance(extract(markup), dict)
