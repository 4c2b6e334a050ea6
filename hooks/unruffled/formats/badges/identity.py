"""The organisation's public keys as a site publishes them: `did.json`, a DID document."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from hashlib import sha256

from ...model.badges import Badges
from ...model.library import Library

DID = "did.json"
"""Where the method `web` of DIDs looks for it, below the address."""


def identity(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``DID``; empty for an organisation without badges."""
    badges = library.organisation.badges
    return json.dumps(_document(badges), indent=1) + "\n" if badges else ""


def _document(badges: Badges) -> dict[str, object]:
    issuer = badges.issuer
    methods = [
        {
            "id": f"{issuer}#{thumbprint(jwk)}",
            "type": "JsonWebKey2020",
            "controller": issuer,
            "publicKeyJwk": jwk,
        }
        for jwk in map(as_jwk, badges.keys)
    ]
    return {
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/suites/jws-2020/v1",
        ],
        "id": issuer,
        "verificationMethod": methods,
        "assertionMethod": [each["id"] for each in methods],
    }


def as_jwk(key: str) -> dict[str, str]:
    """Return a public key of organisation.yml ("x.y") as a JSON Web Key."""
    x, y = key.split(".")
    return {"crv": "P-256", "kty": "EC", "x": x, "y": y}


def thumbprint(jwk: dict[str, str]) -> str:
    """Return the name of a key that is made of itself (RFC 7638)."""
    text = json.dumps(jwk, sort_keys=True, separators=(",", ":"))
    return urlsafe_b64encode(sha256(text.encode()).digest()).decode().rstrip("=")
