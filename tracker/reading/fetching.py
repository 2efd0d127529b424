"""Fetching one web page that an editor names, and nothing else that the editor or the page might want fetched.

Every address, also of a redirect, is checked before anything is sent: its writing by `check_address`, its host by
resolving it once and refusing it unless all its numeric addresses are public. The connection goes to one of exactly
those, while the request, the name asked for in TLS and the certificate keep to the host. Time and size are bounded
whatever the other end does. No proxy, cookie or password of this machine's is used.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http import HTTPStatus
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from time import monotonic
from urllib.parse import quote, urljoin

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from tracker.reading.addresses import ADVICE, Refused, Resolver, Target, check_address, public_addresses

Dial = Callable[[str, int, float], socket.socket]
"""Opens a connection to a numeric address and a port within so many seconds. May raise OSError."""

TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
HEADERS = {
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en, *;q=0.5",
    "Connection": "close",
    "User-Agent": "ConflictingCounts/1.0 (fetches single articles on behalf of an editor)",
}
_CHUNK = 64 * 1024
_MOST_TRIED = 4


@dataclass(frozen=True)
class Limits:
    """How much one fetch may take: seconds from first to last, bytes of the decoded page, redirects followed."""

    seconds: float = 10
    size: int = 5_000_000
    redirects: int = 5


LIMITS = Limits()


@dataclass(frozen=True)
class Fetched:
    """A page as it came: the ``url`` it was found at in the end, its decoded bytes, and the charset named for them."""

    url: str
    body: bytes
    charset: str | None


class _Clock:
    """Counts down one fetch."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises Refused when there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise self.over()
        return left

    def over(self) -> Refused:
        return Refused(f"The site took longer than {self._seconds:g} seconds, so the page was not fetched. {ADVICE}")


def resolve(host: str, port: int) -> Sequence[str]:
    """All numeric addresses of a host, as the system knows them, the best first."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """A connection straight to a numeric address."""
    return socket.create_connection((address, port), timeout=seconds)


def fetch(url: str, *, limits: Limits = LIMITS, resolver: Resolver = resolve, dial: Dial = dial) -> Fetched:
    """The page at ``url``. Raises Refused with what to tell the editor.

    ``resolver`` and ``dial`` reach the network by other ways than the system's, such as a gateway of the operator's.
    """
    clock = _Clock(limits.seconds)
    for _ in range(limits.redirects + 1):
        target = check_address(url)
        addresses = _in_time(partial(public_addresses, target, resolver), clock)
        with _asked(target, addresses, clock, dial) as answer:
            if answer.status not in REDIRECTS:
                return _page(target, answer, limits, clock)
            url = _redirected(target, answer)
    raise Refused(f"The address leads on more than {limits.redirects} times, so it was not fetched. {ADVICE}")


def _in_time(ask: Callable[[], Sequence[str]], clock: _Clock) -> Sequence[str]:
    """What ``ask`` returns or raises; Refused when the time is over first: resolving a name knows no time limit."""
    answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except Exception as error:
            answers.put(error)

    Thread(target=run, name="resolving", daemon=True).start()
    try:
        answer = answers.get(timeout=clock.left())
    except Empty:
        raise clock.over() from None
    if isinstance(answer, Exception):
        raise answer
    return answer


@contextmanager
def _asked(target: Target, addresses: Sequence[str], clock: _Clock, dial: Dial) -> Iterator[BaseHTTPResponse]:
    """The answer to one request, its body still to be read; all is cut off when the time is over."""
    with closing(_connected(target, addresses, clock, dial)) as line, closing(line.dup()) as watched:
        watch = Timer(clock.left(), _cut, [watched])
        watch.daemon = True
        watch.start()
        connection = _connection(target, line)
        try:
            connection.request("GET", target.path, headers=HEADERS, preload_content=False)
            with connection.getresponse() as answer:
                yield answer
        except (HTTPError, HTTPException, OSError) as error:
            clock.left()
            raise Refused(_in_words(target, error)) from None
        finally:
            watch.cancel()
            connection.close()


def _connected(target: Target, addresses: Sequence[str], clock: _Clock, dial: Dial) -> socket.socket:
    for address in addresses[:_MOST_TRIED]:
        try:
            return dial(address, target.port, clock.left())
        except OSError:
            continue
    clock.left()
    raise Refused(f"{target.host} could not be reached. Try again later, or paste the text instead.")


def _cut(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _connection(target: Target, line: socket.socket) -> HTTPConnection:
    """A connection that speaks to the target's host over a line that is open already."""
    if target.scheme == "http":
        return _Plain(target.host, target.port, line)
    return _Secure(target.host, target.port, line)


class _Plain(HTTPConnection):
    """`_new_conn` is where urllib3's own SOCKS connections put theirs in, too."""

    def __init__(self, host: str, port: int, line: socket.socket) -> None:
        super().__init__(host, port, timeout=line.gettimeout())
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line


class _Secure(HTTPSConnection):
    def __init__(self, host: str, port: int, line: socket.socket) -> None:
        super().__init__(host, port, timeout=line.gettimeout(), ssl_context=_trust())
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line


def _trust() -> ssl.SSLContext:
    """The authorities of the system and, for systems without any, those of certifi."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _in_words(target: Target, error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{target.host} does not prove with a valid certificate who it is, so it was not fetched. {ADVICE}"
    return f"{target.host} broke off before the page was complete. Try again later, or paste the text instead."


def _redirected(target: Target, answer: BaseHTTPResponse) -> str:
    """Where the answer sends us. Servers write letters beyond ASCII as bare UTF-8, which HTTP reads as Latin-1."""
    location = answer.headers.get("Location", "")
    if not location:
        raise Refused(f"{target.host} sends the reader elsewhere without saying where. {ADVICE}")
    ascii_only = quote(location.strip().encode("latin-1", "replace"), safe="!#$%&'()*+,/:;=?@[]\\")
    try:
        return urljoin(target.url, ascii_only)
    except ValueError:
        raise Refused(f"{target.host} sends the reader to an address that cannot be read. {ADVICE}") from None


def _page(target: Target, answer: BaseHTTPResponse, limits: Limits, clock: _Clock) -> Fetched:
    if answer.status != HTTPStatus.OK:
        raise Refused(f"{target.host} answered “{_status_in_words(answer.status)}” instead of the page. {ADVICE}")
    described = Message()
    described["Content-Type"] = answer.headers.get("Content-Type", "application/octet-stream")
    kind = described.get_content_type()
    if kind not in TYPES:
        raise Refused(f"The address leads to no web page but to a file of another kind ({kind[:60]}). {ADVICE}")
    if answer.headers.get("Content-Encoding", "").strip().lower() not in ENCODINGS:
        raise Refused(f"{target.host} packs its pages in a way that is not read here. {ADVICE}")
    return Fetched(target.url, _body(answer, limits, clock), described.get_content_charset())


def _status_in_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _body(answer: BaseHTTPResponse, limits: Limits, clock: _Clock) -> bytes:
    too_large = Refused(f"The page is larger than {limits.size / 1_000_000:g} MB, so it was not fetched. {ADVICE}")
    announced = answer.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdecimal() and int(announced[:20]) > limits.size:
        raise too_large
    body = bytearray()
    for chunk in answer.stream(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > limits.size:
            raise too_large
        clock.left()
    clock.left()
    return bytes(body)
