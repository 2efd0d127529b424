"""Certificates: the site must prove to be the host that was asked for, whatever address was dialled."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.reading.internet import PUBLIC, Handler, Server, Web, leads, sends, serve
from tracker.reading.addresses import Refused

HOST = x509.DNSName("news.example.org")
ADDRESS = x509.IPAddress(ip_address(PUBLIC))


@dataclass
class Authority:
    """Signs certificates; ``file`` holds its own for those who trust it."""

    folder: Path

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of the tests")])
        self.file = self.folder / "authority.pem"
        self.file.write_bytes(self._signed(self.name, self.key, 1).public_bytes(serialization.Encoding.PEM))

    def context(self, *, days: int = 1) -> ssl.SSLContext:
        """What a server needs to be news.example.org, or the address, until so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        file = self.folder / "server.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + self._signed(x509.Name([]), key, days).public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _signed(self, name: x509.Name, key: ec.EllipticCurvePrivateKey, days: int) -> x509.Certificate:
        now = datetime.now(UTC)
        own = key is self.key
        identifier = x509.SubjectKeyIdentifier.from_public_key(self.key.public_key())
        builder = (
            x509.CertificateBuilder(self.name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=9))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=own, path_length=None), critical=True)
        )
        if own:
            builder = builder.add_extension(identifier, critical=False)
        else:
            issuer = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)
            names = x509.SubjectAlternativeName([HOST, ADDRESS])
            builder = builder.add_extension(issuer, critical=False).add_extension(names, critical=True)
        return builder.sign(self.key, hashes.SHA256())


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def web(authority: Authority, request: pytest.FixtureRequest) -> Iterator[Web]:
    """A server behind TLS; ``request.param`` is how many days its certificate is still valid."""
    server = Server(("127.0.0.1", 0), Handler)
    context = authority.context(days=getattr(request, "param", 1))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    yield from serve(server)


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts the authority, in the way an operator would make it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("host", ["news.example.org", "NEWS.example.org.", PUBLIC])
def test_a_site_that_proves_its_name(web: Web, host: str) -> None:
    web.answers["/"] = sends()
    assert web.fetch(f"https://{host}/").body == b"<p>words"
    assert web.dialled == [(PUBLIC, 443)]


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("host", ["example.org", "sub.news.example.org", "1.1.1.1"])
def test_a_site_with_the_certificate_of_another(web: Web, host: str) -> None:
    web.answers["/"] = sends()
    with pytest.raises(Refused, match="valid certificate"):
        web.fetch(f"https://{host}/")
    assert web.asked == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("web", [-1], indirect=True)
def test_a_certificate_that_has_run_out(web: Web) -> None:
    with pytest.raises(Refused, match="valid certificate"):
        web.fetch("https://news.example.org/")


def test_an_authority_that_nobody_trusts(web: Web) -> None:
    with pytest.raises(Refused, match="valid certificate"):
        web.fetch("https://news.example.org/")


@pytest.mark.usefixtures("trusted")
def test_the_name_of_a_redirect_must_be_proved_anew(web: Web) -> None:
    web.answers["/"] = leads("https://example.org/")
    with pytest.raises(Refused, match=r"example\.org does not prove"):
        web.fetch("https://news.example.org/")
    assert len(web.asked) == 1


def test_a_server_that_speaks_only_tls_asked_without(web: Web) -> None:
    with pytest.raises(Refused, match="broke off"):
        web.fetch("http://news.example.org/")
