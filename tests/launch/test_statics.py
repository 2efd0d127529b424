"""Static files: collected once for each state of their sources; every one a template names exists."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tracker.launch import statics
from tracker.web import plotly
from tracker.web.statics import QuickCompressor

STATIC = re.compile(r"{% static ['\"]([^'\"]+)['\"]")


def test_the_state_changes_with_a_file_and_only_then(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static/a.css").write_text("a{}")
    first = statics.state_of(tmp_path)
    assert statics.state_of(tmp_path) == first
    (tmp_path / "static/a.css").write_text("b{}")
    assert statics.state_of(tmp_path) != first


def test_only_finished_folders_get_the_name_and_older_ones_go(tmp_path: Path) -> None:
    target = tmp_path / "static-new"
    (tmp_path / "static-old").mkdir()
    (tmp_path / "static-old.999999999.new").mkdir()
    another = tmp_path / f"static-other.{os.getppid()}.new"
    another.mkdir()
    statics.half_made(target).mkdir()
    statics.keep(target)
    assert {path.name for path in tmp_path.iterdir()} == {"static-new", another.name}


def test_every_static_file_that_a_template_names_exists() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (settings.BASE_DIR / "templates").rglob("*.html")]
    named = {name for text in texts for name in STATIC.findall(text)}
    assert {name for name in named if not finders.find(name)} == set()


def test_plotly_is_found_and_nothing_else_of_its_package() -> None:
    assert Path(str(finders.find("vendor/plotly.min.js"))).stat().st_size > 1_000_000
    for name in ("vendor/widgetbundle.js", "vendor/../plotly.min.js", "plotly.min.js", "datasets/iris.csv.gz"):
        assert not finders.find(name)


def test_the_small_plotly_is_preferred_where_it_was_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotly, "FETCHED", tmp_path / "small.js")
    whole, before = plotly.PlotlyFinder().find(plotly.NAME), statics.state_of(tmp_path)
    assert Path(whole).parent.name == "package_data"
    (tmp_path / "small.js").write_text("small")
    assert plotly.PlotlyFinder().find(plotly.NAME) == str(tmp_path / "small.js")
    assert statics.state_of(tmp_path) != before


def test_both_files_of_plotly_are_of_one_version() -> None:
    spec = find_spec("plotly")
    assert spec and spec.origin
    head = (Path(spec.origin).parent / "package_data/plotly.min.js").read_text(encoding="utf-8")[:200]
    fetched = re.search(r"^version=(.+)$", (settings.BASE_DIR / ".ci/plotly").read_text(encoding="utf-8"), re.M)
    assert fetched and f"plotly.js v{fetched[1]}\n" in head


def test_compressed_text_is_smaller() -> None:
    assert len(QuickCompressor.compress_brotli(b"claim " * 1000)) < 100


def test_settings_need_no_variable_at_all() -> None:
    code = "import tracker.settings as s; print(s.DEBUG, s.SECRET_KEY == '', s.DATABASES['default']['NAME'])"
    ran = subprocess.run([sys.executable, "-c", code], env={}, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert ran.stdout.split() == ["False", "True", "conflicting_counts"], ran.stderr


def test_behind_https_django_has_nothing_to_add() -> None:
    environ = {"HTTPS": "1", "SECRET_KEY": os.environ["SECRET_KEY"], "DATA_DIR": os.environ["DATA_DIR"]}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    ran = subprocess.run(command, env=environ, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_the_server_refuses_to_start_without_a_secret_key() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "import tracker.wsgi"], env={}, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert ran.returncode != 0
    assert "SECRET_KEY is missing" in ran.stderr
