"""Which compression a browser is answered with, and that nothing is lost by it."""

import gzip

import brotli
import pytest

from tracker.web.packing import ENCODINGS, encoding_for

ACCEPTED = [
    ("gzip, deflate, br, zstd", "br"),
    ("br", "br"),
    ("gzip", "gzip"),
    ("BR", "br"),
    ("gzip;q=1.0, br;q=0.5", "br"),
    ("br;q=0, gzip", "gzip"),
    ("br; q=0.0 , gzip ; q=0.000", ""),
    ("br;q=0.001", "br"),
    ("brr, xgzip", ""),
    ("identity", ""),
    ("*", ""),
    ("", ""),
    (";q=,,;", ""),
]


@pytest.mark.parametrize(("accepted", "encoding"), ACCEPTED)
def test_the_best_encoding_that_the_browser_takes(accepted: str, encoding: str) -> None:
    assert encoding_for(accepted) == encoding


def test_what_is_packed_can_be_unpacked() -> None:
    content = "a claim, «как сказано», 1 000 ".encode() * 500
    assert brotli.decompress(ENCODINGS["br"](content)) == content
    assert gzip.decompress(ENCODINGS["gzip"](content)) == content
    assert all(len(pack(content)) < len(content) / 10 for pack in ENCODINGS.values())
