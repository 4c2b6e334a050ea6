"""Ralph with its file store, on https: run by the Python of `lrs_setup.py`, not by ours.

Its file store begins the file anew with every request, and refuses when the file is there. So the
wrapper has it append. Nothing else of it is changed.
"""

from __future__ import annotations

import sys
from typing import Any

import uvicorn
from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

_write = FSLRSBackend.write


def appended(self: Any, data: Any, *more: Any, **named: Any) -> int:
    named["operation_type"] = BaseOperationType.APPEND
    return int(_write(self, data, *more, **named))


if __name__ == "__main__":
    port, key, certificate = sys.argv[1:]
    FSLRSBackend.write = appended
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(port),
        ssl_keyfile=key,
        ssl_certfile=certificate,
        log_level="warning",
    )
