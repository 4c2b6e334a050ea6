"""Choose all that apply."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...words import marked
from ..base import Choosing


class Multiple(Choosing):
    """Choose all that apply: one key or more, at least one distractor."""

    instruction: ClassVar[str] = marked("Choose all that apply.")
    one_key: ClassVar[bool] = False

    kind: Literal["multiple"]
