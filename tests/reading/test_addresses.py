"""Which addresses may be fetched: a table of numeric ones, ways of writing, and hosts with several."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading.addresses import Refused, check_address, is_public, public_addresses

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "168.63.129.15",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "2a00:1450:4001:80b::200e",
]
SPECIAL = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.0",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.170",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::7f00:1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
]
NO_ADDRESSES = [
    "",
    "localhost",
    "127.1",
    "0x7f.0.0.1",
    "2130706433",
    "8.8.8.8 ",
    "8.8.8.008",
    "[::1]",
    "\ud800",
    "\x00",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", SPECIAL + NO_ADDRESSES)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.one_of(st.ip_addresses().map(str), st.text(max_size=40)))
def test_nothing_is_public_that_python_does_not_call_global(address: str) -> None:
    assert not is_public(address) or ip_address(address).is_global


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("http://example.org", "example.org", 80, "/"),
        (" HTTPS://WWW.Example.org/a?b=c#d\n", "www.example.org", 443, "/a?b=c"),
        ("http://example.org.:443/", "example.org", 443, "/"),
        ("https://example.org:80/", "example.org", 80, "/"),
        ("http://bücher.example/ä?ö", "xn--bcher-kva.example", 80, "/%C3%A4?%C3%B6"),
        ("http://հայ.example/", "xn--y9a3aq.example", 80, "/"),
        ("http://[2606:4700::1111]/", "2606:4700::1111", 80, "/"),
        ("http://ex%61mple.org/", "example.org", 80, "/"),
        ("http://2130706433/", "2130706433", 80, "/"),
        ("http://example.org/a/../../b", "example.org", 80, "/b"),
    ],
)
def test_the_parts_of_an_address(url: str, host: str, port: int, path: str) -> None:
    target = check_address(url)
    assert (target.host, target.port, target.path) == (host, port, path)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "begin with http"),
        ("example.org/article", "begin with http"),
        ("//example.org/", "begin with http"),
        ("file:///etc/passwd", "begin with http"),
        ("ftp://example.org/", "begin with http"),
        ("gopher://example.org/", "begin with http"),
        ("javascript:alert(1)", "begin with http"),
        ("data:text/html,hi", "begin with http"),
        ("http://editor:secret@example.org/", "password"),
        ("http://editor@example.org/", "password"),
        ("http://example.org:443@127.0.0.1/", "password"),
        ("http://example.org:8080/", "port 8080"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "cannot be read"),
        ("http://[::1", "cannot be read"),
        ("http://[::1%25lo]/", "network interface"),
        ("http://１２７.0.0.1/", "cannot be read"),
        ("http://例。jp/", "cannot be read"),
        ("http:///article", "name of the site"),
        ("http://a..b/", "name of the site"),
        ("http://" + "a" * 64 + ".org/", "name of the site"),
        ("http://" + "a." * 130 + "org/", "name of the site"),
        ("http://example.org\\@127.0.0.1/", "backslash"),
        ("http://example.org/a b", "space"),
        ("http://exam\tple.org/", "space"),
        ("http://example.org/\r\nHost: evil", "space"),
        ("http://example.org/\x00", "cannot be seen"),
        ("http://example.org/\ud800", "cannot be seen"),
        ("http://example.org/" + "a" * 2000, "characters long"),
    ],
)
def test_an_address_that_is_not_fetched_and_why(url: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_address(url)


@given(st.text() | st.text().map("http://{}".format) | st.text(alphabet="[]:@/%.\\1af").map("http://{}".format))
def test_any_text_is_an_address_or_refused(url: str) -> None:
    try:
        target = check_address(url)
    except Refused:
        return
    assert target.host.isascii()
    assert target.path.startswith("/")
    assert target.port in (80, 443)


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1", "8.8.8.8"], ["8.8.8.8", "2002:7f00:1::"], ["nonsense"]],
)
def test_one_address_that_is_not_public_is_enough(addresses: list[str]) -> None:
    with pytest.raises(Refused, match=r"leads to a private network .*Paste the text instead\."):
        public_addresses(check_address("http://example.org/"), lambda host, port: addresses)


def test_all_public_addresses_are_kept_in_order() -> None:
    addresses = ["2606:4700::1111", "8.8.8.8", "1.1.1.1"]
    assert public_addresses(check_address("http://example.org/"), lambda host, port: addresses) == addresses


@pytest.mark.parametrize("error", [OSError("no such name"), UnicodeError("label too long")])
def test_a_host_that_is_not_found(error: Exception) -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise error

    with pytest.raises(Refused, match=r"No site called example\.org was found"):
        public_addresses(check_address("http://example.org/"), resolver)
