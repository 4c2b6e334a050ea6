from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from real import LIBRARY
from support import ROOT
from unruffled.cli import main
from unruffled.model.stores import RecordStore
from unruffled.policy import digest, page_policy, read, together, written
from unruffled.publishing.caddy import caddyfile
from unruffled.publishing.policy import (
    ALLOWED,
    HEADERS,
    allowed_json,
    inline_scripts,
    policy,
    policy_of,
    with_policy,
    write_policies,
)

PAGE = """<!doctype html><head><meta charset="utf-8"><title>a</title>
<link href="assets/unruffled/a.css"></head>
<script>one()</script>
<SCRIPT type="module">import "a" // <b> &amp; </script>
<script src="a.js"></script><script src>not()</script>
<!-- <script>not()</script> -->
<script id="d" type="application/json">{"a": 1}</script>
<script type="text/plain" data-src="a > b">not()</script><p>text</p>"""
ARTICLE = '<article><p onclick="show(&quot;a&quot;)">a</p><script>pasted()</script></article>'


def test_the_scripts_of_a_page_are_those_that_a_browser_runs() -> None:
    assert inline_scripts(PAGE) == ["one()", 'import "a" // <b> &amp; ']


def test_a_page_allows_its_own_scripts_and_none_that_stands_in_its_text() -> None:
    found = policy_of(PAGE + ARTICLE, {})
    expected = sorted([digest("one()"), digest('import "a" // <b> &amp; ')])
    assert found["script-src"] == ["'self'", *expected]
    assert found["style-src"] == ["'self'"]
    assert found["require-trusted-types-for"] == ["'script'"]


def test_what_a_handbook_allows_is_in_the_policy_of_its_pages() -> None:
    allowed = {"inline": ["scripts", "styles"], "frames": ["https://films.example.org"]}
    found = policy_of(PAGE + ARTICLE, allowed)
    assert digest("pasted()") in found["script-src"]
    assert found["script-src"][-2:] == ["'unsafe-hashes'", digest('show("a")')]
    assert found["style-src"] == ["'self'", "'unsafe-inline'"]
    assert found["frame-src"] == ["'self'", "https://films.example.org"]
    assert "require-trusted-types-for" not in found  # they know nothing of our rules for markup


def test_only_a_page_with_a_voice_exercise_plays_what_it_has_recorded() -> None:
    assert policy_of(PAGE, {})["media-src"] == ["'self'"]
    assert policy_of(f"{PAGE}<unruffled-voice>", {})["media-src"] == ["'self'", "blob:"]


def test_the_policy_stands_once_above_all_that_loads() -> None:
    html = with_policy(with_policy(PAGE, {}), {})
    assert html.count("content-security-policy") == 1
    assert html.index("content-security-policy") < html.index("<link")
    assert html.replace('<meta charset="utf-8"><meta', "").count("<script>one()") == 1
    assert with_policy(html, {}) == html


def test_a_policy_is_read_as_it_was_written() -> None:
    one = page_policy(["a()"], {"pictures": ["https://a.example.org"]}, voice=True)
    assert read(written(one)) == one
    both = together([one, page_policy(["b()"])])
    assert both["script-src"] == ["'self'", digest("a()"), digest("b()")]
    assert "trusted-types" not in both


def test_answers_of_learners_may_go_to_the_stores_of_the_organisation() -> None:
    assert allowed_json(LIBRARY) == ""
    store = RecordStore(name="Records", endpoint="https://lrs.example.org:8443/xapi/")
    organisation = LIBRARY.organisation.model_copy(update={"stores": (store,)})
    text = allowed_json(replace(LIBRARY, organisation=organisation))
    found = policy_of(PAGE, json.loads(text))
    assert found["connect-src"] == ["'self'", "https://lrs.example.org:8443"]
    assert "require-trusted-types-for" in found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "index.html": PAGE,
        "voice/index.html": f"{PAGE}<unruffled-voice>",
        "team/index.html": f"{PAGE}<unruffled-team>",
        "assets/own.html": "<head></head><script>own()</script>",
    }
    for path, html in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(html, encoding="utf-8")
    return tmp_path


def test_the_headers_stand_beside_the_site_below_those_of_the_handbook(site: Path) -> None:
    (site / HEADERS).write_text("/*\n  X-Own: 1\n", encoding="utf-8")
    assert write_policies(site) == write_policies(site) == []
    text = (site / HEADERS).read_text(encoding="utf-8")
    assert text.startswith("/*\n  X-Own: 1\n#")
    assert text.count("\n/*\n") == 1
    assert f"  Content-Security-Policy: {policy(site)}\n" in text
    assert "\n/team/\n  X-Frame-Options: DENY\n  Content-Security-Policy: frame-anc" in text
    assert "\n/voice/\n  Permissions-Policy: camera=(), geolocation=(), microphone=(self)\n" in text
    # A file that the organisation has put there is no page of ours: it stays as it is.
    assert "policy" not in (site / "assets/own.html").read_text(encoding="utf-8")
    assert digest("own()") not in text


def test_what_is_allowed_lies_beside_the_pages_for_every_engine(site: Path) -> None:
    (site / ALLOWED).write_text('{"media": ["https://m.example.org"]}', encoding="utf-8")
    write_policies(site)
    assert "media-src 'self' https://m.example.org;" in (site / "index.html").read_text("utf-8")
    assert "media-src 'self' https://m.example.org blob:" in policy(site)


def test_what_a_plugin_has_put_into_a_page_is_told_unless_it_is_allowed(site: Path) -> None:
    bar = '<article><p title="a > b" style="width: 7%">7</p></article>'
    for path, html in (("index.html", ARTICLE), ("team/index.html", bar)):
        (site / path).write_text(f"{PAGE}{html}<p>style=, onclick=</p>", encoding="utf-8")
    stands = "stands in the page, and browsers pass it over"
    assert write_policies(site) == [
        f"index.html: a handler such as `onclick` {stands}",
        f"index.html: a script {stands}",
        f"team/index.html: a style {stands}",
    ]
    (site / ALLOWED).write_text('{"inline": ["scripts", "styles"]}', encoding="utf-8")
    assert write_policies(site) == []


def test_the_configuration_of_a_server_has_the_same_headers(site: Path) -> None:
    write_policies(site)
    text = caddyfile(site)
    assert text.count(f'Content-Security-Policy "{policy(site)}') == 2
    assert "@voice path /voice/index.html /voice/" in text
    assert "microphone=(self)" in text


def test_the_command_prints_one_header_or_all_of_them(site: Path) -> None:
    write_policies(site)
    asked = ["--root", str(ROOT), "policy", str(site)]
    assert CliRunner().invoke(main, asked).output == f"{policy(site)}\n"
    done = CliRunner().invoke(main, [*asked, "--headers"])
    assert (site / HEADERS).read_text(encoding="utf-8").endswith(done.output)
    assert done.output.startswith("/*\n")


def test_the_command_refuses_a_folder_that_is_no_site(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "policy", str(tmp_path)])
    assert done.exit_code == 1
    assert "no index.html" in done.output
