"""A store of learning records on this machine, over https: Ralph, as anybody can install it."""

from __future__ import annotations

import base64
import contextlib
import datetime
import ipaddress
import json
import os
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lrs_setup import find_store

USER, SECRET = "academy", "s3cret"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Store:
    """A store that runs."""

    endpoint: str
    folder: Path
    certificate: Path
    auth: str = f"Basic {base64.b64encode(f'{USER}:{SECRET}'.encode()).decode()}"

    def ask(self, path: str, data: Any = None, auth: str = "") -> tuple[int, Any]:
        """Ask by hand; return the status and what was answered."""
        body = None if data is None else json.dumps(data).encode()
        head = {"Authorization": auth or self.auth, "Content-Type": "application/json"}
        head["X-Experience-API-Version"] = "1.0.3"
        request = urllib.request.Request(f"{self.endpoint}{path}", body, head)
        context = ssl.create_default_context(cafile=str(self.certificate))
        try:
            with urllib.request.urlopen(request, timeout=30, context=context) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, None

    def statements(self) -> list[dict[str, Any]]:
        """Return all that it holds, in the order in which it came."""
        status, found = self.ask("statements?limit=500")
        assert status == 200
        return list(found["statements"])


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a key and a certificate for this machine; return their files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.IPv4Address("127.0.0.1"))
    made = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / "key.pem", folder / "certificate.pem"
    files[0].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    files[1].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return files


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(folder: Path, origins: list[str], port: int = 0) -> Iterator[Store]:
    """Run the store with its files in ``folder``, for pages of ``origins``."""
    python = find_store()
    assert python
    key, made = certificate(folder)
    data = folder / "statements"
    data.mkdir()
    port = port or free_port()
    environment = os.environ | {
        "RALPH_APP_DIR": str(folder),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_RUNSERVER_CORS_ALLOW_ORIGINS": json.dumps(origins),
        "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "500",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(data),
    }
    command = str(Path(python).with_name("ralph"))
    user = (command, "auth", "-u", USER, "-p", SECRET, "-s", "all", "-w")
    who = ("-N", "academy", "-M", "mailto:academy@example.org")
    subprocess.run([*user, *who], env=environment, check=True, capture_output=True)
    serve = [python, str(HERE / "lrs_server.py"), str(port), str(key), str(made)]
    with subprocess.Popen(serve, env=environment, cwd=folder) as process:
        store = Store(f"https://127.0.0.1:{port}/xAPI/", data, made)
        try:
            _wait(store, process)
            yield store
        finally:
            process.terminate()


def _wait(store: Store, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            if store.ask("statements?limit=1")[0] in (200, 500):
                return
        time.sleep(0.3)
    raise AssertionError("Ralph does not answer")
