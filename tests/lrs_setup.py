"""Find the store of learning records of the tests, or get it into an environment of its own.

Ralph brings other versions of packages than our lock file has, so it does not lie beside them.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(__file__).parents[1] / ".lrs"
PYTHON = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
PACKAGES = ("ralph-malph[cli,lrs]==5.1.0", "requests>=2,<3")
"""The second one is missing from what the first one asks for."""


def find_store() -> str | None:
    """Return the path of the Python that has Ralph, or None."""
    if not PYTHON.is_file():
        return None
    done = subprocess.run([PYTHON, "-m", "pip", "show", "-q", "ralph-malph"], check=False)
    return str(PYTHON) if done.returncode == 0 else None


def main() -> int:
    if not find_store():
        venv.create(FOLDER, with_pip=True)
        install = [
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            *PACKAGES,
        ]
        subprocess.run(install, check=False)
    found = find_store()
    told = f"The tests of stores use {found}" if found else "Without Ralph, its tests are left out"
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
