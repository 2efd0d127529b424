"""``makemessages`` finds the words of the rooms that know no Django as well."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOM = """
from tracker.lib.tongue import marked, say, say_many

KILLED = marked("people killed")


def said(many):
    return say("nearly {}"), say_many("{many} line", "{many} lines", many), _("a sentence"), unmarked("no message")
"""


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_words_marked_and_said_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, text in {"tracker": ROOM, "tests": '_("said in a test")\n', "tracker/reading": '_("read")\n'}.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "room.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [str(tmp_path / "tracker/locale")])
    call_command("makemessages", locale=["de"], verbosity=0)
    catalogue = (tmp_path / "tracker/locale/de/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    found = [line.removeprefix("msgid ") for line in catalogue.splitlines() if line.startswith("msgid ")]
    assert sorted(found) == ['""', '"a sentence"', '"nearly {}"', '"people killed"', '"{many} line"']
    assert 'msgid_plural "{many} lines"' in catalogue
