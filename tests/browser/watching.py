"""What a page must not do, whoever opens it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

GIVEN_UP = ("csp", "net::ERR_ABORTED")
"""No faults of a page: with scripts turned off, Chromium refuses to load what is named as a script
early, and it gives up what is still on its way when the page is left."""


def watch(context: BrowserContext, address: str) -> list[str]:
    """Collect what must not happen in `context`."""
    trouble: list[str] = []
    home = urlsplit(address).netloc

    def on_request(request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != home:
            trouble.append(f"request to another host: {request.url}")

    def on_dialog(dialog: Any) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    context.on("request", on_request)
    context.on("dialog", on_dialog)
    context.on("weberror", lambda error: trouble.append(f"script error: {error.error}"))
    context.on(
        "console",
        lambda message: message.type == "error" and trouble.append(f"console: {message.text}"),
    )
    context.on(
        "requestfailed",
        lambda request: request.failure in GIVEN_UP or trouble.append(f"failed: {request.url}"),
    )
    context.on(
        "response",
        lambda answer: answer.status >= 400 and trouble.append(f"{answer.status}: {answer.url}"),
    )
    return trouble
