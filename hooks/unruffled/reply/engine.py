"""The engine of the page, run here: the same scripts, in an interpreter with limits.

It comes as a wheel, quickjs-ng, which has none for a Mac with an Intel chip. Where it is missing,
`engine()` returns None, and whoever asked says what was not run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..assets import PACKAGE

SCRIPTS = ("reply-pattern.js", "reply-text.js", "reply.js", "reply-proof.js")
"""In browser/core/, each below those that it imports from."""
MEMORY = 256 * 1024 * 1024
SECONDS = 20
"""For everything that is asked at once; a single pattern has a bound of its own."""

_IMPORT = re.compile(r"^import .*?;$", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


class Stopped(Exception):
    """The engine was stopped: it took too long, or too much memory."""


class Engine:
    """The scripts, loaded once; every call has limits."""

    def __init__(self, interpreter: Any) -> None:
        self._interpreter = interpreter
        self._context = self._fresh()

    def _fresh(self) -> Any:
        context = self._interpreter.Context()
        context.set_memory_limit(MEMORY)
        context.eval(script())
        return context

    def call(self, function: str, *values: Any, seconds: int = SECONDS) -> Any:
        """Call a function of the scripts with JSON; raise Stopped beyond a limit."""
        self._context.set_time_limit(seconds)
        texts = [json.dumps(value, ensure_ascii=False) for value in values]
        try:
            return json.loads(self._context.get(function)(*texts))
        except self._interpreter.JSException as error:
            self._context = self._fresh()
            raise Stopped(str(error).strip().splitlines()[0]) from error

    def take(self, data: Mapping[str, Any]) -> None:
        """Take the rules; what `check` finds is by them."""
        self.call("takeRules", data)

    def check(self, drafts: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return what is found in each draft: `{"text": …, "context": …}`."""
        found: list[dict[str, Any]] = self.call("checkAll", drafts)
        return found


@cache
def script() -> str:
    """Return the scripts as one, without their imports."""
    folder = PACKAGE / "browser" / "core"
    texts = ((folder / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)


@cache
def engine() -> Engine | None:
    """Return the engine; None where there is no interpreter."""
    try:
        import quickjs  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        return None
    return Engine(quickjs)
