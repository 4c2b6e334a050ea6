"""Choose one."""

from __future__ import annotations

from typing import Literal

from ..base import Choosing


class Single(Choosing):
    """Choose one: exactly one choice is the key."""

    kind: Literal["single"]
