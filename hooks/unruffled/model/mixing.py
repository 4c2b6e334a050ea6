"""The order in which the replies of a conversation are shown where nothing mixes them anew.

The author's order is what a saved game, the record and the addresses count by; it is never shown,
unless a node asks for it: authors write the good reply first more often than they know.
"""

from __future__ import annotations

from hashlib import sha256

from .scenario import Node, Scenario


def mixed(scenario: Scenario, node: Node) -> list[int]:
    """Return the replies of a node, as numbers in the author's order, in the order shown.

    By the ids alone, so that two builds are equal and another wording moves nothing.
    """
    numbers = list(range(len(node.replies)))
    if node.order == "fixed":
        return numbers
    return sorted(
        numbers, key=lambda each: sha256(f"{scenario.id} {node.id} {each}".encode()).digest()
    )
