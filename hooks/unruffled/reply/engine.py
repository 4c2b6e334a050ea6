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
from .known import Known, digest

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
    """The scripts, loaded once; every call has limits. What was found before is not asked again."""

    def __init__(self, interpreter: Any, known: Known | None = None) -> None:
        self._interpreter = interpreter
        self._known = known or Known()
        self._context: Any = None
        self._rules: str | None = None
        self._taken = False

    def call(self, function: str, *values: Any, seconds: int = SECONDS) -> Any:
        """Call a function of the scripts with JSON; raise Stopped beyond a limit."""
        texts = [json.dumps(value, ensure_ascii=False) for value in values]
        key = digest(script(), function, *texts)
        found = self._known.get([key])
        if key not in found:
            found[key] = self._run(function, texts, seconds)
            self._known.keep(found)
        return found[key]

    def take(self, data: Mapping[str, Any]) -> None:
        """Take the rules; what `check` finds is by them."""
        self._rules = json.dumps(data, ensure_ascii=False)
        self._taken = False

    def check(self, drafts: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return what is found in each draft: `{"text": …, "context": …}`."""
        state = digest(script(), self._rules or "")
        keys = [digest(state, json.dumps(each, sort_keys=True)) for each in drafts]
        found = self._known.get(keys)
        open_ = {key: each for key, each in zip(keys, drafts, strict=True) if key not in found}
        if open_:
            if self._rules and not self._taken:
                self._run("takeRules", [self._rules], SECONDS)
                self._taken = True
            told = self._run("checkAll", [json.dumps(list(open_.values()))], SECONDS)
            new = dict(zip(open_, told, strict=True))
            self._known.keep(new)
            found |= new
        return [found[key] for key in keys]

    def _run(self, function: str, texts: list[str], seconds: int) -> Any:
        if self._context is None:
            self._context = self._fresh()
        self._context.set_time_limit(seconds)
        try:
            return json.loads(self._context.get(function)(*texts))
        except self._interpreter.JSException as error:
            self._context, self._taken = None, False
            raise Stopped(str(error).strip().splitlines()[0]) from error

    def _fresh(self) -> Any:
        context = self._interpreter.Context()
        context.set_memory_limit(MEMORY)
        context.eval(script())
        return context


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
        # It says nothing of its types, and may not be there.
        import quickjs  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        return None
    return Engine(quickjs)
