"""An environment as somebody else has it: the generator from its wheel, without this repository.

What the generator leans on comes from the environment of the tests, so that no network is needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from support import BASE, ROOT

ADDRESS = f"https://example.org{BASE}"


class Elsewhere:
    """A new environment with the wheel in it, and those of other ``folders`` of this repository."""

    def __init__(self, folder: Path, *folders: str) -> None:
        self.folder = folder
        self.python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        venv.create(folder, with_pip=False)
        packages = self._said("import sysconfig; print(sysconfig.get_path('purelib'))")
        # Its paths alone: the editable install of this repository is not among them.
        ours = sysconfig.get_path("purelib")
        (Path(packages) / "beneath.pth").write_text(f"{ours}\n", encoding="utf-8")
        wheels = folder / "wheels"
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)]
        for each in (".", *folders):
            _run(build, ROOT / each)
        pip = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "--quiet"]
        alone = ["--no-index", "--no-deps", "--disable-pip-version-check"]
        _run([*pip, *alone, *map(str, wheels.glob("*.whl"))], folder)
        self.package = Path(self._said("import unruffled; print(unruffled.__file__)")).parent

    def _said(self, code: str) -> str:
        return _run([str(self.python), "-c", code], self.folder).stdout.strip()

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a module there: `run("unruffled", "check", cwd=…)`."""
        return _run([str(self.python), "-m", *command], cwd, check=False)

    def built(self, project: Path, target: Path) -> Path:
        """Check the project and build it strictly into `target`; return that."""
        checked = self.run("unruffled", "check", cwd=project)
        assert (checked.returncode, checked.stdout) == (0, "no faults\n"), checked.stdout
        done = self.run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=project)
        assert done.returncode == 0, done.stdout + done.stderr
        return target


def _run(command: list[str], cwd: Path, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": ADDRESS}
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=cwd, env=own | quiet, capture_output=True, text=True, check=check
    )
