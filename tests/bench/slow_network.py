"""`make bench`: how long somebody waits for the search, on a slow network and a slow phone.

400 kbit/s, 400 ms to the server and back, and a processor slowed down four times; a first visit,
with nothing kept and no worker. The time begins when somebody goes to the field. It ends when a
result can be seen, and when all is there by which cards and risks are judged.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import sys
import tempfile
import threading
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from browser_setup import find_browser, launch_arguments  # noqa: E402
from support import BASE, Quiet, build  # noqa: E402

BYTES, LATENCY, SLOWED = 400_000 / 8, 400, 4
BAR = 4
"""Seconds to the first result."""
PATIENCE = 120_000
TURNS = 3
PAGES = ("", "connect/empathy/")
ASKED = {"a name": "shouting", "what a customer says": "get me your manager"}
FIRST, WHOLE = ".finder-list > li", ".finder-enter:not(:empty)"


class Packing(Quiet):
    """A host that sends its files packed, as most do, and keeps a connection open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


def wait(browser: Browser, address: str, path: str, words: str) -> tuple[float, float]:
    """Return the seconds until something is shown, and until all of it is."""
    context = browser.new_context(base_url=address, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    limits: dict[str, float] = {"offline": False, "latency": LATENCY}
    limits |= {"downloadThroughput": BYTES, "uploadThroughput": BYTES}
    network.send("Network.emulateNetworkConditions", limits)
    network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(path)
    page.wait_for_load_state("networkidle")
    begun = page.evaluate("performance.now()")
    page.keyboard.press("/")
    page.locator("#finder-words").fill(words)
    ends = []
    for selector in (FIRST, WHOLE):
        page.locator(selector).first.wait_for()
        ends.append((page.evaluate("performance.now()") - begun) / 1000)
    context.close()
    return ends[0], ends[1]


def main(site: Path) -> None:
    """Print a line for each page and question."""
    handler = functools.partial(Packing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}{BASE}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=launch_arguments()
            )
            for path in PAGES:
                for name, words in ASKED.items():
                    found = [wait(browser, address, path, words) for _ in range(TURNS)]
                    first, whole = (statistics.median(each) for each in zip(*found, strict=True))
                    what = f"search on /{path}, {name}: first, s"
                    print(f"{what:<58}{first:>12.1f}  <= {BAR} (all: {whole:.1f})")
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(sys.argv[1]) if sys.argv[1:] else build(Path(folder) / "site"))
