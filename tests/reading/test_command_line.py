"""`python -m tracker.reading`: folders in and out, and standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = Path(__file__).parent / "articles"
TEXT = "Border clash\n\nPolice said on Tuesday that at least 14 villagers were killed.\n"


def run(*arguments, text=""):
    command = [sys.executable, "-m", "tracker.reading", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=text.encode(), capture_output=True, timeout=60, check=False)


def test_a_folder_of_articles_is_read_into_another(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/one.txt").write_text(TEXT)
    labels = {"published": "2021-05-06", "title": "Border clash", "figures": [{"value": 99}]}
    (tmp_path / "in/one.json").write_text(json.dumps(labels))
    (tmp_path / "in/two.txt").write_text("Nothing happened.")
    done = run(tmp_path / "in", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, b"")
    (figure,) = json.loads((tmp_path / "out/one.json").read_text())["figures"]
    assert TEXT[figure["start"] : figure["end"]] == figure["text"] == "at least 14"
    assert (figure["value"], figure["qualifier"], figure["outcome"]) == (14, "at_least", "killed")
    assert figure["as_of"] == "2021-05-04"
    assert json.loads((tmp_path / "out/two.json").read_text()) == {"figures": []}


def test_standard_input_is_read(tmp_path):
    done = run("-", text=TEXT)
    assert [figure["value"] for figure in json.loads(done.stdout)["figures"]] == [14]


def test_bytes_that_are_no_text_are_read_all_the_same(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/one.txt").write_bytes(b"\xff\xfe\x00 12 people were killed. \x80")
    assert run(tmp_path / "in", tmp_path / "out").returncode == 0
    assert len(json.loads((tmp_path / "out/one.json").read_text())["figures"]) == 1


def test_wrong_arguments_are_refused_in_words(tmp_path):
    (tmp_path / "file").write_text("x")
    assert b"IN_DIR OUT_DIR" in run().stderr
    assert b"no folder" in run(tmp_path / "none", tmp_path / "out").stderr
    assert b"is a file" in run(tmp_path, tmp_path / "file").stderr
    assert run(tmp_path, tmp_path).returncode == 2


def test_a_text_is_read_alike_in_every_process(tmp_path):
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "tracker.reading", ARTICLES, tmp_path / seed],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            cwd=ROOT,
        )
    read = sorted((tmp_path / "1").iterdir())
    assert read
    for path in read:
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name
