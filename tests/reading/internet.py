"""An internet on this machine: hosts with addresses of the test's choice, and one real server that answers for all."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tracker.reading.fetching import LIMITS, Fetched, Limits, fetch

PUBLIC = "93.184.215.14"
HTML = "text/html; charset=UTF-8"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

Answer = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """The internet as these tests see it: what hosts resolve to, and one server that answers for all of them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.hosts: dict[str, list[list[str]]] = {}
        self.answers: dict[str, Answer] = {}
        self.asked: list[BaseHTTPRequestHandler] = []
        self.resolved: list[str] = []
        self.dialled: list[tuple[str, int]] = []

    def resolver(self, host: str, port: int) -> list[str]:
        """The next answer of the host's name server; the last one stays. Numeric hosts are what they are."""
        self.resolved.append(host)
        answers = self.hosts.get(host, [[host if host[-1].isdigit() else PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def fetch(self, url: str = "http://example.org/", limits: Limits = LIMITS) -> Fetched:
        return fetch(url, limits=limits, resolver=self.resolver, dial=self.dial)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    web: Web

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        web = self.server.web
        web.asked.append(self)
        self.close_connection = True
        web.answers[self.path](self)

    def log_request(self, code: object = "", size: object = "") -> None:
        """Nothing is logged."""


def serve(server: Server) -> Iterator[Web]:
    server.web = Web(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.web
    server.shutdown()
    thread.join()
    server.server_close()


def sends(body: bytes = b"<p>words", status: int = 200, kind: str = HTML, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        named = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (named | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            handler.send_header(name, value.encode().decode("latin-1"))  # bare UTF-8, as many servers send it
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def leads(location: str, status: int = 302) -> Answer:
    return sends(b"", status, Location=location)


def raw(*parts: bytes, pause: float = 0, then: float = 0) -> Answer:
    """These bytes as they are, with a pause after each, until the client hangs up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for part in parts:
            handler.wfile.write(part)
            time.sleep(pause)
        time.sleep(then)

    return answer


@contextmanager
def took_at_most(seconds: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds
