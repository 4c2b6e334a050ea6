"""Find the web server of the tests, or get it as Debian packages it."""

from __future__ import annotations

import shutil
import subprocess
import sys

from browser_setup import SOON, is_root

SERVER = "caddy"


def find_server() -> str | None:
    """Return the path of Caddy, or None."""
    return shutil.which(SERVER)


def main() -> int:
    if not find_server() and is_root() and shutil.which("apt-get"):
        way = f"apt-get {SOON} update -q && apt-get {SOON} install -y -q {SERVER}"
        subprocess.run(["sh", "-c", way], check=False)
    found = find_server()
    print(f"The tests of hosting use {found}" if found else "Without Caddy, its tests are left out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
