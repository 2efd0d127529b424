"""The rooms and the arrows between them: an import may only point downward."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TRACKER = Path(__file__).resolve().parent.parent / "tracker"
ROOF = {"settings", "urls", "wsgi", "env", "launch"}

MAY_IMPORT = {
    "lib": set(),
    "reading": {"lib"},
    "ledger": {"lib"},
    "web": {"ledger", "reading", "lib"},
    "charts": {"web", "ledger", "lib"},
    "exchange": {"web", "ledger", "reading", "lib"},
    "pages": {"charts", "exchange", "web", "ledger", "lib"},
    "editing": {"charts", "exchange", "web", "ledger", "reading", "lib"},
    "api": {"charts", "exchange", "web", "ledger", "lib"},
}
NETWORK = {"urllib3", "urllib.request", "http.client", "socket", "ssl", "requests", "httpx", "ftplib", "smtplib"}


def modules(*rooms: str) -> list[Path]:
    """Every Python file of these rooms; of all rooms when none is named."""
    return [path for room in rooms or sorted(MAY_IMPORT) for path in sorted((TRACKER / room).rglob("*.py"))]


@cache
def imports(path: Path) -> list[str]:
    """Full dotted names of what a file imports: ``from tracker.lib import counts`` is ``tracker.lib.counts``."""
    return list(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full, from tracker on"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    """Whether ``name`` is ``package`` or lies in it."""
    return name == package or name.startswith(package + ".")


def named(path: Path) -> str:
    """``editing/views/desk.py``."""
    return str(path.relative_to(TRACKER))


def test_every_folder_is_a_room_or_the_roof() -> None:
    folders = {path.name for path in TRACKER.iterdir() if any(path.glob("**/*.py"))} - {"__pycache__"}
    assert folders - ROOF <= set(MAY_IMPORT)


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = [
        f"{named(path)}: {name}"
        for path in modules(room)
        for name in imports(path)
        if within(name, "tracker") and not any(within(name, f"tracker.{room}") for room in allowed)
    ]
    assert wrong == []


def test_the_shelf_of_lib_is_standard_library_only() -> None:
    outside = ("django", "psycopg", "plotly", "pydantic", "ninja")
    wrong = [f"{named(path)}: {name}" for path in modules("lib") for name in imports(path) if name.startswith(outside)]
    assert wrong == []


def test_only_editing_and_exchange_write() -> None:
    rooms = set(MAY_IMPORT) - {"editing", "exchange", "ledger"}
    wrong = [
        f"{named(path)}: {name}"
        for path in modules(*rooms)
        for name in imports(path)
        if within(name, "tracker.ledger.changes")
    ]
    assert wrong == []


def test_only_reading_opens_network_connections() -> None:
    wrong = [
        f"{named(path)}: {name}"
        for path in modules(*set(MAY_IMPORT) - {"reading"})
        for name in imports(path)
        if any(within(name, package) for package in NETWORK)
    ]
    assert wrong == []


def test_reading_and_the_drawings_know_no_django() -> None:
    blind = [*modules("reading"), TRACKER / "charts/figures.py", TRACKER / "charts/svg.py"]
    wrong = [
        f"{named(path)}: {name}"
        for path in blind
        if path.exists()
        for name in imports(path)
        if within(name, "django") or name.startswith("tracker.ledger")
    ]
    assert wrong == []


def test_doors_do_not_import_each_other() -> None:
    doors = {"pages", "editing", "api"}
    for door in doors:
        assert not MAY_IMPORT[door] & (doors - {door})


def test_templates_load_only_tags_of_their_own_room_or_below() -> None:
    """A template folder is a room's; ``{% load %}`` names one of the room's tag modules or Django's."""
    tags = {path.stem: path.parent.parent.name for path in TRACKER.glob("*/templatetags/*.py") if path.stem[0] != "_"}
    wrong = []
    for path in (TRACKER.parent / "templates").rglob("*.html"):
        room = path.relative_to(TRACKER.parent / "templates").parts[0]
        for word in loaded(path.read_text(encoding="utf-8")):
            owner = tags.get(word)
            if room in MAY_IMPORT and owner and owner != room and owner not in MAY_IMPORT[room]:
                wrong.append(f"{path.name} loads {word} of {owner}")
    assert wrong == []


def loaded(text: str) -> list[str]:
    """The words of every ``{% load %}``."""
    return [word for part in text.split("{% load ")[1:] for word in part.split("%}")[0].split()]
