"""A badge as a credential (Open Badges 3.0), signed as a JWT: section 8.2 there, and RFC 7515."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from ...model.badges import Badges
from .awards import Award

if TYPE_CHECKING:
    from joserfc.jwk import ECKey

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


@dataclass(frozen=True)
class Issue:
    """Who gives badges, and when."""

    badges: Badges
    name: str
    """Of the organisation."""
    now: datetime
    until: datetime | None = None


def credential(award: Award, email: str, issue: Issue) -> dict[str, Any]:
    """Return the credential of an award for somebody, with the claims of a JWT."""
    home, issuer = issue.badges.home, issue.badges.issuer
    name = uuid5(NAMESPACE_URL, f"{home}#{award.key}/{award.proof}/{email}").urn
    subject = f"mailto:{email}"
    body: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": name,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.title,
        "issuer": {"id": issuer, "type": ["Profile"], "name": issue.name, "url": home},
        "validFrom": _time(issue.now),
        "awardedDate": f"{award.day}T00:00:00Z",
        "credentialSubject": {
            "id": subject,
            "type": ["AchievementSubject"],
            "identifier": [_named(award.who)],
            "achievement": {
                "id": uuid5(NAMESPACE_URL, f"{home}#{award.key}/{award.title}").urn,
                "type": ["Achievement"],
                "name": award.title,
                "description": award.title,
                "criteria": {"narrative": award.shown},
            },
        },
    }
    claims: dict[str, Any] = {"iss": issuer, "jti": name, "sub": subject}
    claims["nbf"] = int(issue.now.timestamp())
    if issue.until:
        body["validUntil"] = _time(issue.until)
        claims["exp"] = int(issue.until.timestamp())
    return body | claims


def signed(payload: dict[str, Any], key: ECKey, issuer: str) -> str:
    """Return a credential as a JWT, signed by the private ``key``."""
    from joserfc import jwt

    public = {name: str(value) for name, value in key.as_dict(private=False).items()}
    jwk = {name: public[name] for name in ("kty", "crv", "x", "y")}
    head = {"alg": "ES256", "typ": "JWT", "kid": f"{issuer}#{key.thumbprint()}", "jwk": jwk}
    return jwt.encode(head, payload, key)


def _named(who: str) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": who,
        "identityType": "name",
    }


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
