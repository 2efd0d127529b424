"""Fetching from a real server on this machine: `Web.dial` leads there whatever public address was checked."""

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from threading import Event

import pytest

from tests.reading.internet import HEAD, PUBLIC, Answer, Handler, Server, Web, leads, raw, sends, serve, took_at_most
from tracker.reading.addresses import Refused
from tracker.reading.fetching import Fetched, Limits, fetch

SHORT = Limits(seconds=0.3)


@pytest.fixture
def web() -> Iterator[Web]:
    yield from serve(Server(("127.0.0.1", 0), Handler))


def test_a_page(web: Web) -> None:
    web.answers["/article?id=5"] = sends("<p>Küche".encode())
    assert web.fetch("http://example.org/article?id=5#top") == Fetched(
        "http://example.org/article?id=5", "<p>Küche".encode(), "utf-8"
    )
    sent = web.asked[0].headers
    assert sent["Host"] == "example.org"
    assert "ConflictingCounts" in sent["User-Agent"]
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)
    assert web.dialled == [(PUBLIC, 80)]


@pytest.mark.parametrize("encode", [gzip.compress, zlib.compress])
def test_a_packed_page(web: Web, encode: Callable[[bytes], bytes]) -> None:
    name = "gzip" if encode is gzip.compress else "deflate"
    web.answers["/"] = sends(encode(b"<p>words" * 9000), Content_Encoding=name)
    assert web.fetch().body == b"<p>words" * 9000


def test_plain_text_in_another_charset(web: Web) -> None:
    web.answers["/"] = sends(b"words", kind="text/plain; charset=ISO-8859-1")
    assert web.fetch().charset == "iso-8859-1"


@pytest.mark.parametrize("addresses", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:10.0.0.1"], ["64:ff9b::a00:1"]])
def test_a_host_with_a_private_address_is_never_dialled(web: Web, addresses: list[str]) -> None:
    web.hosts["example.org"] = [addresses]
    with pytest.raises(Refused, match="private network"):
        web.fetch()
    assert web.dialled == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "2130706433", "0x7f000001", "017700000001", "127.1", "localhost"]
)
def test_this_machine_by_any_name_and_the_system_resolver(host: str) -> None:
    with pytest.raises(Refused, match="private network"):
        fetch(f"http://{host}/")


def test_a_name_is_resolved_once_and_that_address_is_dialled(web: Web) -> None:
    web.hosts["example.org"] = [[PUBLIC], ["127.0.0.1"]]
    web.answers["/"] = sends()
    web.fetch()
    assert web.resolved == ["example.org"]
    assert web.dialled == [(PUBLIC, 80)]


def test_a_name_that_turns_private_before_a_redirect_to_itself(web: Web) -> None:
    web.hosts["example.org"] = [[PUBLIC], ["127.0.0.1"]]
    web.answers["/"] = leads("/again")
    with pytest.raises(Refused, match=r"private network \(127\.0\.0\.1\)"):
        web.fetch()
    assert len(web.dialled) == 1


def test_the_next_address_is_tried_when_one_does_not_answer(web: Web) -> None:
    web.hosts["example.org"] = [["2606:4700::1111", PUBLIC]]
    web.answers["/"] = sends()

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        if ":" in address:
            raise OSError("no route")
        return web.dial(address, port, seconds)

    assert fetch("http://example.org/", resolver=web.resolver, dial=dial).body == b"<p>words"


def test_a_host_that_does_not_answer(web: Web) -> None:
    def dial(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError

    with pytest.raises(Refused, match=r"example\.org could not be reached"):
        fetch("http://example.org/", resolver=web.resolver, dial=dial)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web: Web, status: int) -> None:
    web.answers["/"] = leads("/b%20c?d", status)
    web.answers["/b%20c?d"] = leads("//www.example.org/է e", status)
    web.answers["/%D5%A7%20e"] = sends()
    web.hosts["www.example.org"] = [["1.1.1.1"]]
    assert web.fetch().url == "http://www.example.org/%D5%A7%20e"
    assert web.dialled == [(PUBLIC, 80), (PUBLIC, 80), ("1.1.1.1", 80)]


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.1/", "private network"),
        ("http://[::1]/", "private network"),
        ("http://[::ffff:7f00:1]/", "private network"),
        ("http://[64:ff9b::7f00:1]/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("//10.0.0.1/", "private network"),
        ("file:///etc/passwd", "begin with http"),
        ("ftp://example.org/", "begin with http"),
        ("http://example.org:8000/", "port 8000"),
        ("http://a:b@example.org/", "password"),
        ("http://[broken", "cannot be read"),
        ("\\\\127.0.0.1\\", "backslash"),
        ("", "without saying where"),
    ],
)
def test_a_redirect_is_checked_from_scratch(web: Web, location: str, why: str) -> None:
    web.answers["/"] = leads(location)
    with pytest.raises(Refused, match=why):
        web.fetch()
    assert len(web.asked) == len(web.dialled) == 1


def test_five_redirects_and_no_more(web: Web) -> None:
    web.answers |= {f"/{n}": leads(f"/{n + 1}") for n in range(6)} | {"/6": sends()}
    assert web.fetch("http://example.org/1").url == "http://example.org/6"
    with pytest.raises(Refused, match="more than 5 times"):
        web.fetch("http://example.org/0")
    assert len(web.asked) == 12


def test_a_loop(web: Web) -> None:
    web.answers["/"] = leads("/")
    with pytest.raises(Refused, match="more than 5 times"):
        web.fetch()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (204, "204 No Content"),
        (304, "304 Not Modified"),
        (403, "403 Forbidden"),
        (404, "404 Not Found"),
        (599, "“599”"),
    ],
)
def test_a_status_is_named_and_its_body_left_unread(web: Web, status: int, words: str) -> None:
    web.answers["/"] = sends(b"x", status, Content_Length="10000000")
    with pytest.raises(Refused, match=words):
        web.fetch()


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/svg+xml", "application/octet-stream", "text/xml", "video/mp4"]
)
def test_other_kinds_of_file(web: Web, kind: str) -> None:
    web.answers["/"] = sends(kind=kind)
    with pytest.raises(Refused, match="file of another kind"):
        web.fetch()


def test_a_file_of_no_kind(web: Web) -> None:
    web.answers["/"] = raw(b"HTTP/1.1 200 OK\r\n\r\nwords")
    with pytest.raises(Refused, match="file of another kind"):
        web.fetch()


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip"])
def test_other_ways_of_packing(web: Web, encoding: str) -> None:
    web.answers["/"] = sends(Content_Encoding=encoding)
    with pytest.raises(Refused, match="packs its pages"):
        web.fetch()


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_used(web: Web, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:1")
    web.answers["/"] = sends()
    assert web.fetch().body == b"<p>words"
    assert web.dialled == [(PUBLIC, 80)]


def test_cookies_are_not_kept(web: Web) -> None:
    web.answers["/"] = sends(b"", 302, Location="/in", Set_Cookie="session=1")
    web.answers["/in"] = sends()
    web.fetch()
    assert "Cookie" not in web.asked[1].headers


@pytest.mark.parametrize(
    "answer",
    [
        sends(b"<p>half", Content_Length="100"),
        sends(b"not packed at all", Content_Encoding="gzip"),
        raw(b""),
        raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        raw(b"HTTP/1.1 999999 \xff\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 200 + b"\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ],
)
def test_an_answer_that_breaks_off_or_is_none(web: Web, answer: Answer) -> None:
    web.answers["/"] = answer
    with pytest.raises(Refused, match="broke off"):
        web.fetch()


@pytest.mark.parametrize(
    "answer",
    [
        raw(then=2),
        raw(HEAD + b"\r\n", *[b"a"] * 40, pause=0.05),
        raw(HEAD, *[b"X: a\r\n"] * 40, pause=0.05),
        raw(*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 40, pause=0.05),
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"1\r\na\r\n"] * 40, pause=0.05),
    ],
    ids=["silence", "body", "headers", "continue", "chunks"],
)
def test_a_slow_drip_ends_with_the_time(web: Web, answer: Answer) -> None:
    web.answers["/"] = answer
    with took_at_most(1.5), pytest.raises(Refused, match=r"longer than 0\.3 seconds"):
        web.fetch(limits=SHORT)


def test_redirects_share_one_clock(web: Web) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        leads("/")(handler)

    web.answers["/"] = answer
    with took_at_most(1.5), pytest.raises(Refused, match="longer than"):
        web.fetch(limits=SHORT)


def test_a_slow_name_server_ends_with_the_time(web: Web) -> None:
    answered = Event()

    def resolver(host: str, port: int) -> list[str]:
        answered.wait(2)
        return [PUBLIC]

    with took_at_most(1.5), pytest.raises(Refused, match="longer than"):
        fetch("http://example.org/", limits=SHORT, resolver=resolver, dial=web.dial)
    answered.set()
    assert web.dialled == []


def test_a_slow_handshake_ends_with_the_time(web: Web) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        web.port = silent.getsockname()[1]
        with took_at_most(1.5), pytest.raises(Refused, match="longer than"):
            web.fetch("https://example.org/", limits=SHORT)


def gigabyte(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(HEAD + b"\r\n")
    for _ in range(1000):
        handler.wfile.write(bytes(1_000_000))


def announced(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(HEAD + b"Content-Length: 1000000000\r\n\r\n")
    time.sleep(5)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    packed = zlib.compressobj(wbits=31)
    handler.wfile.write(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    handler.wfile.write(b"".join(packed.compress(bytes(1_000_000)) for _ in range(60)) + packed.flush())


def many_bombs(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(10_000_000)) * 100)


@pytest.mark.parametrize("answer", [gigabyte, announced, bomb, many_bombs])
def test_a_page_too_large_is_given_up_early(web: Web, answer: Answer) -> None:
    web.answers["/"] = answer
    tracemalloc.start()
    with took_at_most(4), pytest.raises(Refused, match="larger than 5 MB"):
        web.fetch()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_page_of_exactly_the_limit(web: Web) -> None:
    web.answers["/"] = sends(b"a" * 1000)
    assert len(web.fetch(limits=Limits(size=1000)).body) == 1000
    with pytest.raises(Refused, match="larger than"):
        web.fetch(limits=Limits(size=999))
