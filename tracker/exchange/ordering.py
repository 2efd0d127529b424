"""What needs what first: rows may name rows that stand further down."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Key = TypeVar("Key")


def in_layers(needs: Mapping[Key, set[Key]]) -> tuple[list[list[Key]], list[Key]]:
    """The keys in layers, each needing only keys of earlier ones; and those that go round in circles or hang on one.

    Within a layer they keep the order of ``needs``.

    ``needs`` names for each key the others it needs; those that are no key themselves are passed over.
    """
    sorter = TopologicalSorter({key: others & needs.keys() for key, others in needs.items()})
    # Where keys go round in a circle the sorter still hands out all that no circle blocks.
    with suppress(CycleError):
        sorter.prepare()
    place = {key: number for number, key in enumerate(needs)}
    layers: list[list[Key]] = []
    while ready := sorter.get_ready():
        layers.append(sorted(ready, key=place.__getitem__))
        sorter.done(*ready)
    placed = {key for layer in layers for key in layer}
    return layers, [key for key in needs if key not in placed]
