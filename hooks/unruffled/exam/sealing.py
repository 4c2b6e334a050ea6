"""Locks, seals and signatures, by joserfc: JWE and JWS (RFC 7515, 7516, 7518) and nothing of ours.

A paper is locked by a pass phrase (PBES2-HS512+A256KW, A256GCM), answers are sealed for a key
(ECDH-ES on P-256, A256GCM), tickets are signed (ES256). The browser does the same by WebCrypto.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

from .folder import write_private

ROUNDS = 210_000
LARGEST = 12 * 2**20
PARTS = 5
TAG = 22
"""Signs of the tag at the end of what is sealed."""


class NotOpenedError(Exception):
    """What was handed in cannot be opened; the words say why."""


def has_what_it_needs() -> bool:
    """Whether joserfc is installed: it is an extra."""
    try:
        import joserfc  # noqa: F401
    except ImportError:
        return False
    return True


def _registry() -> Any:
    from joserfc import jwe

    rules = jwe.JWERegistry(algorithms=["PBES2-HS512+A256KW", "ECDH-ES", "A256GCM"])
    rules.max_ciphertext_length = LARGEST
    return rules


def lock(data: bytes, phrase: str) -> str:
    """Return ``data`` locked by a pass phrase."""
    from joserfc import jwe
    from joserfc.jwk import OctKey

    header = {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2c": ROUNDS}
    return jwe.encrypt_compact(header, data, OctKey.import_key(phrase), registry=_registry())


def unlock(locked: str, phrase: str) -> bytes:
    """Return what was locked. Raises NotOpenedError for another phrase, or a changed letter."""
    from joserfc import jwe
    from joserfc.errors import JoseError
    from joserfc.jwk import OctKey

    try:
        opened = jwe.decrypt_compact(locked, OctKey.import_key(phrase), registry=_registry())
    except (JoseError, ValueError) as error:
        raise NotOpenedError("another pass phrase, or changed since it was locked") from error
    return opened.plaintext or b""


def new_key(file: Path) -> Any:
    """Make a key on P-256, keep it in ``file`` for its owner alone, and return it."""
    from joserfc.jwk import ECKey

    key = ECKey.generate_key("P-256", private=True)
    write_private(file, json.dumps(key.as_dict(private=True)).encode())
    return key


def read_key(file: Path) -> Any:
    """Return the private key in ``file``. Raises ValueError where there is none."""
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey

    try:
        key = ECKey.import_key(json.loads(file.read_text(encoding="utf-8")))
    except (JoseError, OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file} is no private key") from error
    if not key.is_private:
        raise ValueError(f"{file} holds the public part only")
    return key


def public_text(key: Any) -> str:
    """Return the public part as pages have it: "x.y"."""
    found = key.as_dict(private=False)
    return f"{found['x']}.{found['y']}"


def sign(payload: dict[str, Any], key: Any) -> str:
    """Return what is signed, as one word."""
    from joserfc import jws

    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return jws.serialize_compact({"alg": "ES256"}, text.encode(), key)


def signed(text: str, key: Any) -> dict[str, Any] | None:
    """Return what was signed with ``key``; None where it was not, or is no such thing."""
    from joserfc import jws
    from joserfc.errors import JoseError

    try:
        found = jws.deserialize_compact(text, key, algorithms=["ES256"])
        payload = json.loads(found.payload)
    except (JoseError, ValueError, KeyError, TypeError):
        return None
    return payload if isinstance(payload, dict) else None


def unseal(text: str, key: Any) -> bytes:
    """Return what was sealed for ``key``.

    Raises NotOpenedError, whose words tell a file that was cut off from one that was altered, and
    from one that is sealed for another key.
    """
    from joserfc import jwe
    from joserfc.errors import JoseError

    compact = re.sub(r"=\r?\n|[^A-Za-z0-9_.-]", "", text)  # what a mail program puts in
    parts = compact.split(".")
    header = _header(parts[0])
    if header is None:
        raise NotOpenedError("this is no answer file")
    if len(parts) != PARTS or len(parts[-1]) < TAG:
        raise NotOpenedError("the file is cut off: its end is missing")
    if header.get("kid") != key.thumbprint():
        raise NotOpenedError("the file is sealed to another key: it belongs to another exam")
    try:
        return jwe.decrypt_compact(compact, key, registry=_registry()).plaintext or b""
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise NotOpenedError("the file was altered after it was sealed") from error


def _header(part: str) -> dict[str, Any] | None:
    try:
        found = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("alg") == "ECDH-ES" else None
