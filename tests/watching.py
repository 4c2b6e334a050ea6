"""What a page must not do, whoever opens it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Response

GIVEN_UP = ("csp", "net::ERR_ABORTED")
"""No faults of a page: with scripts turned off, Chromium refuses to load what is named as a script
early, and it gives up what is still on its way when the page is left."""


REFUSED = """addEventListener("securitypolicyviolation", (refused) => {
  const { effectiveDirective, blockedURI, sample, sourceFile } = refused;
  console.error("refused by policy:", effectiveDirective, blockedURI, sample, sourceFile);
});"""
"""Tells what the policy of a page refuses; of some a browser says nothing by itself."""


def watch(context: BrowserContext, address: str) -> list[str]:
    """Collect what must not happen in `context`."""
    trouble: list[str] = []
    home = urlsplit(address).netloc

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != home:
            trouble.append(f"request to another host: {request.url}")

    def on_dialog(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            trouble.append(f"console: {message.text}")

    def on_failed(request: Request) -> None:
        if request.failure not in GIVEN_UP:
            trouble.append(f"failed: {request.url}")

    def on_response(answer: Response) -> None:
        if answer.status >= 400:
            trouble.append(f"{answer.status}: {answer.url}")

    context.add_init_script(REFUSED)
    context.on("request", on_request)
    context.on("dialog", on_dialog)
    context.on("weberror", lambda error: trouble.append(f"script error: {error.error}"))
    context.on("console", on_console)
    context.on("requestfailed", on_failed)
    context.on("response", on_response)
    return trouble
