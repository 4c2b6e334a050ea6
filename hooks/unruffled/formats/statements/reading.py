"""Reading statements from a store, a page at a time: never more than one page is in memory."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

PAGE = 500
"""How many statements are asked for at once; a store may give fewer."""
LARGEST = 64 * 2**20
"""Of a page, in bytes."""
PATIENCE = 60
"""Seconds for one answer."""
TRIES = 4
_EMPTY = 5
"""So many pages in a row may be empty."""

Page = list[dict[str, Any]]


class StoreError(Exception):
    """Why a store could not be read to the end, in plain words."""


def pages(
    endpoint: str, auth: str, since: str = "", *, pause: Callable[[float], None] = time.sleep
) -> Iterator[Page]:
    """Yield the statements of a store, the oldest first, a page at a time.

    ``auth`` is the header; ``since`` a moment, after which they were stored. A page that does not
    come is asked for again a few times. Raises StoreError.
    """
    asked = {"limit": str(PAGE), "ascending": "true"} | ({"since": since} if since else {})
    address = f"{endpoint}statements?{urlencode(asked)}"
    seen, empty = {address}, 0
    while address:
        data = _asked(address, auth, pause)
        statements, more = data.get("statements"), data.get("more") or ""
        if not isinstance(statements, list) or not isinstance(more, str):
            raise StoreError("it answers something that is no page of statements")
        yield [each for each in statements if isinstance(each, dict)]
        empty = 0 if statements else empty + 1
        address = urljoin(address, more) if more else ""
        if address in seen or empty > _EMPTY:
            raise StoreError("its pages have no end")
        if address and urlsplit(address)[:2] != urlsplit(endpoint)[:2]:
            raise StoreError(f"its next page lies elsewhere: {urlsplit(address).netloc}")
        seen.add(address)


def _asked(address: str, auth: str, pause: Callable[[float], None]) -> dict[str, Any]:
    """Return one page. What may pass is tried again."""
    for attempt in range(1, TRIES + 1):
        try:
            return _answer(address, auth)
        except _Passing as error:
            if attempt == TRIES:
                raise StoreError(f"{error} (asked {TRIES} times)") from error
            pause(2.0 ** (attempt - 1))
    raise AssertionError("every attempt returns or raises")


class _Passing(Exception):
    """A fault that may be over soon."""


def _answer(address: str, auth: str) -> dict[str, Any]:
    head = {
        "Authorization": auth,
        "X-Experience-API-Version": "1.0.3",
        "Accept": "application/json",
    }
    request = urllib.request.Request(address, headers=head)
    try:
        with _OPENER.open(request, timeout=PATIENCE) as answer:
            body = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as error:
        raise _refusal(error.code) from error
    except (urllib.error.URLError, HTTPException, OSError) as error:
        why = getattr(error, "reason", None) or error
        raise _Passing(f"it does not answer: {why}") from error
    if len(body) > LARGEST:
        raise StoreError(f"a page of it has more than {LARGEST // 2**20} MB")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _Passing("its answer is cut, or no JSON") from error
    if not isinstance(data, dict):
        raise StoreError("it answers something that is no page of statements")
    return data


def _refusal(status: int) -> Exception:
    if status in (401, 403):
        return StoreError(f"it does not accept the token, or not for reading ({status})")
    if status == 404:
        return StoreError("there is no xAPI at this address (404)")
    if status in (408, 409, 425, 429) or status >= 500:
        return _Passing(f"it has a fault of its own ({status})")
    return StoreError(f"it refuses the question ({status})")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token goes to the store that was named, and to no other."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nothing: the redirect is an error."""


_OPENER = urllib.request.build_opener(_NoRedirects)
