"""Which web addresses may be fetched: how they are written, and which numeric addresses lie in the public internet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network
from re import compile as pattern
from typing import NamedTuple
from urllib.parse import unquote

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

Resolver = Callable[[str, int], Sequence[str]]
"""From a host and a port to all the numeric addresses that the host has."""

ADVICE = "Paste the text instead."
LONGEST = 2000

_PORTS = {"http": 80, "https": 443}
_HOST = pattern(r"(?=.{1,253}\.?\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*+\.?")
_UNSEEN = pattern(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\]")

_NOT_PUBLIC_4 = tuple(
    map(
        IPv4Network,
        [
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by the customers of a carrier
            "127.0.0.0/8",  # this machine
            "168.63.129.16/32",  # the host of a machine in Azure
            "169.254.0.0/16",  # link-local, and most clouds' metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # multicast tunnels
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ],
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
"""All that is handed out for use in the internet. Loopback, mapped IPv4, NAT64, unique local, link-local, site-local
and multicast addresses lie outside.
"""
_NOT_PUBLIC_6 = tuple(
    map(
        IPv6Network,
        [
            "2001::/23",  # protocol assignments: Teredo, benchmarking, overlays
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which carries any IPv4 address
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation
        ],
    )
)


class Refused(ValueError):
    """An address that is not fetched, or an answer that is not taken; the message says why, in one or two sentences."""


class Target(NamedTuple):
    """A checked address: where to ask, and what for. ``host`` is ASCII, and bare when it is an IPv6 address."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def is_public(address: str) -> bool:
    """Whether the numeric address belongs to a machine in the public internet; False for anything else."""
    try:
        four = IPv4Address(address)
    except AddressValueError:
        return _is_public_6(address)
    return not any(four in network for network in _NOT_PUBLIC_4)


def _is_public_6(address: str) -> bool:
    try:
        six = IPv6Address(address)
    except AddressValueError:
        return False
    if six.scope_id is not None or six not in _GLOBAL_6:
        return False
    return not any(six in network for network in _NOT_PUBLIC_6)


def check_address(url: str) -> Target:
    """The parts of a web address that may be asked, as far as its writing tells. Raises Refused."""
    url = url.strip(" \t\r\n")
    if len(url) > LONGEST:
        raise Refused(f"The address is {len(url):,} characters long; at most {LONGEST:,} are read. {ADVICE}")
    if _UNSEEN.search(url):
        raise Refused("The address holds a space, a backslash or a character that cannot be seen. Copy it once more.")
    try:
        parts = parse_url(url)
    except LocationParseError:
        raise Refused("The address cannot be read: it should look like https://example.org/article.") from None
    if parts.scheme not in _PORTS:
        raise Refused("Only addresses that begin with http:// or https:// are fetched.")
    if parts.auth is not None:
        raise Refused("The address holds a user name or password, so it was not fetched. Remove what stands before @.")
    if parts.port not in (None, _PORTS["http"], _PORTS["https"]):
        raise Refused(f"The address names the port {parts.port}; only 80 and 443 are fetched. {ADVICE}")
    host = _checked_host(parts.host or "")
    port = parts.port or _PORTS[parts.scheme]
    return Target(parts._replace(fragment=None).url, parts.scheme, host, port, parts.request_uri)


def _checked_host(host: str) -> str:
    if host.startswith("["):
        bare = unquote(host[1:-1])
        if "%" in bare:
            raise Refused("The address names a network interface of this machine, so it was not fetched.")
        return bare
    if not _HOST.fullmatch(host):
        raise Refused("The name of the site cannot be read: it should look like example.org.")
    return host.removesuffix(".")


def public_addresses(target: Target, resolver: Resolver) -> Sequence[str]:
    """The numeric addresses of the target's host, asked for once. Raises Refused unless every one is public."""
    try:
        addresses = resolver(target.host, target.port)
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        raise Refused(f"No site called {target.host} was found. Check the address.")
    private = next((address for address in addresses if not is_public(address)), None)
    if private is not None:
        raise Refused(f"The address leads to a private network ({private}), so it was not fetched. {ADVICE}")
    return addresses
