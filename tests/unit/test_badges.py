"""Badges: signed by the command, believed by an independent program, checked by the page."""

from __future__ import annotations

import json
import subprocess
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.verify import verify_badge

import result_files as made
from badges import ANA, DID, SITE, call, certificates, issued, project, result, sheet
from node import evaluate
from support import ROOT
from unruffled.project import inspect
from unruffled.publishing.data import data_files

YEAR = 366 * 86_400_000


@pytest.fixture
def home(tmp_path: Path) -> tuple[Path, Path]:
    """A project that gives badges, and its private key."""
    return project(tmp_path)


def public(key: Path) -> bytes:
    return ECKey.import_key(json.loads(key.read_text("utf-8"))).as_pem(private=False)


def checked(text: str, root: Path, **asked: Any) -> dict[str, Any]:
    """Return what the script of the page says of a badge."""
    library, _ = inspect(root)
    badges = library.organisation.badges
    assert badges
    known = {"issuer": badges.issuer, "name": "Us", "keys": list(badges.keys)}
    code = """
        const { checkBadge } = await load("core/badge.js");
        return checkBadge(value.text, value.known, value.asked);
    """
    return evaluate(code, {"text": text, "known": known, "asked": asked})


def one(root: Path, key: Path) -> str:
    """Issue one badge; return its certificate."""
    done = issued(root, key, ana=made.file_of(result()))
    assert done.exit_code == 0, done.output
    (picture,) = certificates(root)
    return picture


def test_an_independent_program_believes_a_badge_of_a_result_and_one_of_a_sign_off(home) -> None:
    root, key = home
    done = issued(root, key, ana=made.file_of(result()), signoff=sheet())
    assert done.exit_code == 0, done.output
    pictures = certificates(root)
    assert len(pictures) == 2
    ways: list[dict[str, Any]] = [
        {"pubkey_pem": public(key)},
        {"resolve_did": True, "download": published(root)},
    ]
    believed = [
        verify_badge(picture.encode(), "3", expected_recipient=ANA, **way)
        for picture in pictures
        for way in ways
    ]
    assert [(each.valid, each.trusted, each.reason) for each in believed] == [
        (True, True, None)
    ] * 4
    titles = {each.credential.achievement.name for each in believed if each.credential}
    assert titles == {"First steps", "Signed off: call"}


def published(root: Path) -> Any:
    """Return what fetches the organisation's keys as its site publishes them."""
    library, _ = inspect(root)
    text = data_files(library)["did.json"]

    def download(url: str, *_: Any, **__: Any) -> bytes:
        assert url == f"{SITE}did.json"
        return text.encode()

    return download


def test_it_does_not_believe_another_key_or_recipient(home, tmp_path: Path) -> None:
    root, key = home
    picture = one(root, key).encode()
    call(root, "badge", "key", "--out", str(tmp_path / "other.jwk"))
    other = verify_badge(picture, "3", pubkey_pem=public(tmp_path / "other.jwk"))
    assert not other.valid
    assert not verify_badge(
        picture, "3", pubkey_pem=public(key), expected_recipient="lee@org.example"
    ).valid


def test_the_page_believes_the_certificate_and_the_signed_text_alone(home) -> None:
    root, key = home
    picture = one(root, key)
    found = checked(picture, root)
    assert "problem" not in found
    told = {name: found["badge"][name] for name in ("who", "email", "title", "awarded", "until")}
    assert told == {
        **{"who": "Ana Ito", "email": ANA, "title": "First steps"},
        **{"awarded": "2026-09-21", "until": 0},
    }
    token = OB3Verifier.extract_token_from_svg(picture.encode())
    folded = "\n".join(token[at : at + 70] for at in range(0, len(token), 70))
    assert "problem" not in checked(f"Here it is:\n{folded}\n", root)
    assert "problem" not in checked(picture, root, email=" ANA@org.example ")


def test_the_page_names_what_is_wrong(home, tmp_path: Path) -> None:
    root, key = home
    picture = one(root, key)
    token = OB3Verifier.extract_token_from_svg(picture.encode())
    head, body, sign = token.split(".")
    other, forged = project(tmp_path / "other")
    theirs = one(other, forged)
    payload = json.loads(made_of(body))
    changed = made.b64(json.dumps(payload | {"name": "More"}))
    unsafe = made.b64('{"alg":"none"}')
    problems = {
        "empty": ["", "  \n"],
        "foreign": ["Hello", "<svg/>", f"{unsafe}.{body}.{sign}"],
        "cut": [token[:300], f"{head}.{body}", f"{head}.{body}.", picture[: picture.index(sign)]],
        "key": [theirs],
        "altered": [f"{head}.{changed}.{sign}", token[:-5], f"{head}.{body}.{sign[::-1]}"],
    }
    for problem, texts in problems.items():
        assert [checked(text, root).get("problem") for text in texts] == [problem] * len(texts)
    assert checked(picture, root, email="lee@org.example")["problem"] == "subject"
    assert checked(picture, root, now=made.START)["problem"] == "early"


def made_of(part: str) -> str:
    return urlsafe_b64decode(f"{part}==").decode()


def test_a_badge_of_another_organisation_is_said_to_be_that(home, tmp_path: Path) -> None:
    root, _ = home
    other, key = project(tmp_path / "other")
    file = other / "organisation.yml"
    file.write_text(file.read_text("utf-8").replace(SITE, "https://else.example/"), "utf-8")
    found = checked(one(other, key), root)
    assert (found["problem"], found["badge"]["issuer"]) == ("issuer", "did:web:else.example")


def test_a_badge_with_a_last_day_is_good_until_then(home) -> None:
    root, key = home
    done = issued(root, key, "--email", ANA, "--until", "2099-12-31", ana=made.file_of(result()))
    assert done.exit_code == 0, done.output
    (picture,) = certificates(root)
    assert "Good until 31 December 2099." in picture
    assert "problem" not in checked(picture, root)
    late = 4_102_444_800_000 + YEAR
    assert checked(picture, root, now=late)["problem"] == "over"
    for day in ("2001-01-01", "31.12.2099", "2099-13-01"):
        done = issued(root, key, "--email", ANA, "--until", day, ana=made.file_of(result()))
        assert (done.exit_code, day in done.output) == (2, True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (made.file_of(result(share=0.0)), "no test in it is passed"),
        (made.file_of(result()).replace("Ana", "Eve"), "it was altered after it was made, or cut"),
        (made.file_of(result())[:-40], "it is cut or damaged"),
        ("eyJhbGciOiJFQ0RILUVTIn0.a.b.c.d", "it is no result"),
        ('{"format": "other"}', "it is no result and no sign-off"),
        (sheet(practice=True, result="practice"), "it is a sheet for practice"),
        (sheet(needed=4), "it is a sheet that signs nobody off yet"),
        (sheet(kind="letter"), "it holds what this handbook cannot have written"),
    ],
)
def test_a_file_that_earns_no_badge_is_named_and_the_others_get_theirs(home, text, why) -> None:
    root, key = home
    done = issued(root, key, bad=text, ana=made.file_of(result()))
    assert done.exit_code == 1
    assert f"bad.json: no badge: {why}" in done.output
    assert "1 of 2 files got no badge" in done.output
    assert len(certificates(root)) == 1


def test_points_that_do_not_fit_the_answers_earn_no_badge(home) -> None:
    root, key = home
    forged = result(share=0.0)
    forged["entries"][-1] |= {"points": 2, "percent": 100, "passed": True}
    done = issued(root, key, ana=made.file_of(forged))
    assert "its points do not fit its answers: 2, not 1" in done.output
    forged = result(share=0.0)
    forged["entries"][-1] |= {"passed": True}
    done = issued(root, key, ana=made.file_of(forged))
    assert "it says passed, and has 50 % where 80 % are needed" in done.output


def test_addresses_come_from_a_table_and_who_is_not_in_it_is_named(home, tmp_path: Path) -> None:
    root, key = home
    table = tmp_path / "people.csv"
    table.write_text("name,e-mail,team\nana  ITO,Ana@org.example,A\n", "utf-8")
    files = {"ana": made.file_of(result()), "lee": made.file_of(result("Lee Cruz"))}
    done = issued(root, key, "--people", str(table), **files)
    assert 'lee.json: no badge: the table has no "Lee Cruz"' in done.output
    (picture,) = certificates(root)
    assert checked(picture, root)["badge"]["email"] == ANA
    table.write_text("Ana Ito,a@org.example\nana ito,b@org.example\n", "utf-8")
    assert '"ana ito" twice' in issued(root, key, "--people", str(table), **files).output
    table.write_text("Ana Ito\n", "utf-8")
    assert (
        "no line with a name and an e-mail"
        in issued(root, key, "--people", str(table), **files).output
    )


def test_one_address_is_not_taken_for_two_people(home) -> None:
    root, key = home
    lee = made.file_of(result("Lee Cruz"))
    done = issued(root, key, ana=made.file_of(result()), lee=lee, again=lee)
    assert (done.exit_code, certificates(root)) == (1, [])
    assert "the files are of 2 people (Ana Ito, Lee Cruz)" in done.output


def test_no_badge_is_signed_by_a_key_that_nobody_could_check_or_everybody_has(
    home, tmp_path: Path
) -> None:
    root, key = home
    other = tmp_path / "other.jwk"
    call(root, "badge", "key", "--out", str(other))
    done = issued(root, other, ana=made.file_of(result()))
    assert "is not below `badges` in organisation.yml" in done.output
    held = root / "key.jwk"
    held.write_bytes(key.read_bytes())
    for command in (("init", "-q"), ("add", "-f", "key.jwk")):
        subprocess.run(["git", *command], cwd=root, check=True)
    assert "git has" in issued(root, held, ana=made.file_of(result())).output
    assert not certificates(root)


def test_a_key_is_never_written_over_or_into_the_project(home) -> None:
    root, key = home
    before = key.read_bytes()
    assert "exists already" in call(root, "badge", "key", "--out", str(key)).output
    assert key.read_bytes() == before
    assert key.stat().st_mode & 0o077 == 0
    done = call(root, "badge", "key", "--out", str(root / "new.jwk"))
    assert "lies in the project" in done.output
    assert not (root / "new.jwk").exists()


def test_the_same_result_gives_the_same_badge_again(home) -> None:
    root, key = home
    names = []
    for _ in range(2):
        token = OB3Verifier.extract_token_from_svg(one(root, key).encode())
        names.append(json.loads(made_of(token.split(".")[1]))["id"])
    assert names[0] == names[1]


def test_keys_are_published_only_where_there_are_badges(home) -> None:
    root, _ = home
    library, problems = inspect(root)
    assert problems == []
    document = json.loads(data_files(library)["did.json"])
    assert document["id"] == DID
    assert "badge.md" in library.generated
    plain, _ = inspect(ROOT / "tests" / "faults" / "base")
    assert "did.json" not in data_files(plain)
    assert "badge.md" not in plain.generated
