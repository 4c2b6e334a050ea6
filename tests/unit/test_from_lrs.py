"""What learners reported, read back in pages: memory is bounded, and every fault is named."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from commands import call

import result_files as made
from node import evaluate
from support import ROOT
from unruffled.formats.statements import StoreError, gathered, pages, written
from unruffled.formats.statements.results import ENTRY, belonging
from unruffled.project import inspect

AUTH = "Basic a2V5OnNlY3JldA=="
LARGE = 100_000
PAGE = 500


def entry(number: int, **more: Any) -> dict[str, Any]:
    """Return an answer as a record holds it."""
    return {
        **{"v": 1, "id": f"e{number:08x}", "at": made.START + number, "t": made.START + number},
        **{"type": "attempt", "quiz": "greeting", "question": f"q{number % 40}", "kind": "single"},
        **{"rev": "r", "response": ["a"], "share": 1, "points": 1, "max": 1, "tries": 1},
        **{"hints": 0, "mode": "practice", "run": "u"},
    } | more


def statement(who: str, held: Any, site: str = "https://a.example/") -> dict[str, Any]:
    return {
        "actor": {"account": {"homePage": site, "name": who}},
        "result": {"extensions": {ENTRY: held}},
        "context": {"contextActivities": {"grouping": [{"id": site}]}},
    }


def read(found: Any, folder: Path, site: str = "") -> Any:
    return list(gathered(found, folder, site))[-1]


class Store(http.server.BaseHTTPRequestHandler):
    """A store that answers as `rule` says; it counts how often it is asked."""

    rule: Callable[[dict[str, list[str]], int], tuple[int, Any]]
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        query = parse_qs(urlsplit(self.path).query)
        status, answer = type(self).rule(query, type(self).asked)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def store() -> Iterator[Callable[[Any], tuple[str, type[Store]]]]:
    """Serve a store by a rule; return its endpoint and what counts the questions."""
    servers = []

    def serve(rule: Any) -> tuple[str, type[Store]]:
        kind = type("Ruled", (Store,), {"rule": staticmethod(rule), "asked": 0})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/xapi/", kind

    yield serve
    for each in servers:
        each.shutdown()
        each.server_close()


def by_page(count: int, people: int) -> Any:
    """Return the rule of a store with so many statements of so many people."""

    def rule(query: dict[str, list[str]], _: int) -> tuple[int, Any]:
        first = int(query.get("from", ["0"])[0])
        last = min(first + PAGE, count)
        found = [
            statement(f"learner-{number % people}", entry(number)) for number in range(first, last)
        ]
        more = {"more": f"/xapi/statements?from={last}"} if last < count else {"more": ""}
        return 200, {"statements": found} | more

    return rule


def test_all_pages_are_read_in_turn_and_progress_is_told(store, tmp_path: Path) -> None:
    endpoint, asked = store(by_page(1_200, 7))
    steps = [
        (each.statements, len(each.people))
        for each in gathered(pages(endpoint, AUTH), tmp_path, "")
    ]
    assert steps == [(500, 7), (1000, 7), (1200, 7), (1200, 7)]
    assert asked.asked == 3


READ = """
import resource, sys
from pathlib import Path
from unruffled.formats.statements import gathered, pages

for state in gathered(pages(sys.argv[1], "Basic a"), Path(sys.argv[2])):
    pass
print(state.statements, state.entries, state.unread, len(state.people))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.thorough
def test_a_hundred_thousand_statements_are_counted_with_bounded_memory(store, tmp_path) -> None:
    peaks = {}
    for count in (LARGE // 10, LARGE):
        endpoint, _ = store(by_page(count, 2_000))
        folder = tmp_path / str(count)
        folder.mkdir()
        command = [sys.executable, "-c", READ, endpoint, str(folder)]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        counted, peak = done.stdout.splitlines()
        assert counted == f"{count} {count} 0 2000"
        peaks[count] = int(peak)
    files = (tmp_path / str(LARGE)).iterdir()
    held = sum(len(file.read_text().splitlines()) for file in files)
    assert held == LARGE
    # Ten times as many statements take no tenth more memory, the interpreter's own included.
    assert peaks[LARGE] < 1.1 * peaks[LARGE // 10], peaks


def test_what_is_put_together_is_what_the_page_would_have_handed_in(tmp_path: Path) -> None:
    quizzes, asked = ["greeting"], [["greeting", "x"], ["2*greeting", "x"], ["other", "x"]]
    text = made.link_text({"title": "T", "steps": asked})
    key = text.rpartition(".")[2]
    test = f"assignment:{key}.1"
    run = {"run": "r1", "mode": "test", "quiz": "greeting"}
    entries = [
        entry(1),
        entry(2, quiz="unasked"),
        entry(3, **run),
        entry(4, **run | {"run": "r2", "quiz": "unasked"}),
        {
            **entry(5),
            "type": "begun",
            "quiz": test,
            "run": "r1",
            "drawn": [],
            "began": 1,
            "limit": 0,
        },
        {
            **entry(6),
            **{"type": "result", "quiz": test, "run": "r1", "drawn": [], "seed": 1, "percent": 100},
            **{"passed": True, "began": 1, "limit": 0, "extra": 0, "late": 0},
        },
        {
            **entry(7),
            "type": "begun",
            "quiz": "else",
            "run": "r9",
            "drawn": [],
            "began": 1,
            "limit": 0,
        },
    ]
    code = """
        const { belonging } = await load("core/steps.js");
        return belonging(value.steps, value.entries);
    """
    steps = [{"name": "greeting", "test": ""}, {"name": "2*greeting", "test": test}]
    expected = evaluate(code, {"steps": steps, "entries": entries})
    assert belonging(entries, [test], quizzes) == expected
    assert [each["id"][-1] for each in expected] == ["1", "3", "5", "6"]
    twice = [statement("ana", each) for each in [*reversed(entries), *entries]]
    state = read([twice[:5], twice[5:]], tmp_path)
    (file,) = state.people
    shown = written(tmp_path / file, "Ana", {"tests": [test], "others": quizzes}, text, "Handbook")
    code = """
        const { readResult } = await load("core/result.js");
        return readResult(value);
    """
    found = evaluate(code, shown)
    assert found.get("problem") is None
    assert (found["unread"], found["result"]["entries"]) == (0, expected)
    assert (found["result"]["name"], found["result"]["assignment"]) == ("Ana", text)


def test_statements_of_others_are_passed_over_and_what_is_damaged_is_counted(tmp_path) -> None:
    other = {"actor": {"mbox": "mailto:a@example.org"}, "verb": {}, "object": {}}
    found = [
        *[other, {}, {"result": None}, {"result": {"extensions": []}}],
        statement("ana", entry(1)),
        statement("ana", entry(2), "https://elsewhere.example/"),
        statement("ana", {"type": "attempt"}),
        statement("ana", entry(3, share="all")),
        {**statement("ana", entry(4)), "actor": {"mbox": "mailto:a@example.org"}},
    ]
    state = read([found], tmp_path, "https://a.example/")
    assert (state.statements, state.entries, state.unread) == (9, 1, 2 + 1)


@pytest.mark.parametrize(
    ("status", "answer", "words", "times"),
    [
        (401, {}, "does not accept the token", 1),
        (403, {}, "does not accept the token", 1),
        (404, {}, "no xAPI at this address", 1),
        (413, {}, "refuses the question (413)", 1),
        (302, {}, "refuses the question (302)", 1),
        (409, {}, "a fault of its own (409) (asked 4 times)", 4),
        (500, {}, "a fault of its own (500) (asked 4 times)", 4),
        (200, b'{"statements": [', "is cut, or no JSON (asked 4 times)", 4),
        (200, [], "no page of statements", 1),
        (200, {"statements": {}}, "no page of statements", 1),
        (200, {"statements": [], "more": "?again"}, "have no end", 2),
        (200, {"statements": [], "more": "https://evil.example/x"}, "lies elsewhere", 1),
    ],
)
def test_what_a_store_answers_is_named(store, status, answer, words, times) -> None:
    endpoint, asked = store(lambda *_: (status, answer))
    with pytest.raises(StoreError, match=words.replace("(", r"\(").replace(")", r"\)")):
        list(pages(endpoint, AUTH, pause=lambda _: None))
    assert asked.asked == times


def test_a_store_that_does_not_answer_is_named_and_one_that_comes_back_is_read(store) -> None:
    with pytest.raises(StoreError, match="does not answer"):
        list(pages("http://127.0.0.1:9/xapi/", AUTH, pause=lambda _: None))
    good = by_page(3, 1)
    endpoint, _ = store(lambda query, asked: (503, {}) if asked < 3 else good(query, asked))
    assert sum(map(len, pages(endpoint, AUTH, pause=lambda _: None))) == 3


# --- the commands


@pytest.fixture
def root(small: Path) -> Path:
    """A small project whose organisation has a store that nobody answers at."""
    with (small / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write("stores:\n- {name: Records, endpoint: 'https://127.0.0.1:9/xapi'}\n")
    (small / "token").write_text("key:secret\n", "utf-8")
    return small


def test_links_are_written_with_made_up_names_that_stay(root: Path) -> None:
    table = root / "people.csv"
    table.write_text("name,team\nAna Ito,A\n=Lee,B\n", "utf-8")
    out = root / "launch.csv"
    options = ("--auth", str(root / "token"), "--site", "https://a.example/h", "--until")
    done = call(root, "launch", str(table), *options, "2099-01-01", "--out", str(out))
    assert done.exit_code == 0, done.output
    assert "links for 2 people to Records" in done.output
    text = out.read_text("utf-8")
    links = [line.rpartition(",")[2] for line in text.splitlines()[1:]]
    code = """
        const { readLaunch } = await load("core/launch.js");
        const stores = [{ name: "Records", endpoint: "https://127.0.0.1:9/xapi/" }];
        return value.map((link) => readLaunch(new URL(link).hash.slice(1), stores));
    """
    found = evaluate(code, links)
    assert [each.get("problem") for each in found] == [None, None]
    assert {each["launch"]["auth"] for each in found} == {"Basic a2V5OnNlY3JldA=="}
    names = [each["launch"]["account"]["name"] for each in found]
    assert len(set(names)) == 2
    assert all("Ito" not in link and "Lee" not in link for link in links)
    assert "\n'=Lee," in text
    call(root, "launch", str(out), *options, "2099-01-01", "--out", str(root / "again.csv"))
    assert all(name in (root / "again.csv").read_text("utf-8") for name in names)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--until", "2020-01-01"), "2020-01-01 is over already"),
        (("--until", "soon"), '"soon" is no day'),
        (("--until", "2099-01-01", "--store", "Record"), 'did you mean "Records"?'),
        (("--until", "2099-01-01", "--site", "http://a.example"), "from https only"),
        (("--until", "2099-01-01", "--assignment", "first"), 'did you mean "first-week"?'),
    ],
)
def test_a_link_that_could_not_work_is_not_written(root: Path, options, words) -> None:
    table = root / "people.csv"
    table.write_text("name\nAna\n", "utf-8")
    given = ("--auth", str(root / "token"), "--site", "https://a.example", "--out")
    done = call(root, "launch", str(table), *given, str(root / "launch.csv"), *options)
    assert done.exit_code
    assert words in done.output
    assert not (root / "launch.csv").exists()


def test_a_store_that_cannot_be_read_is_named_and_nothing_is_written(root, monkeypatch) -> None:
    monkeypatch.setattr("unruffled.formats.statements.reading.time.sleep", lambda _: None)
    options = ("--auth", str(root / "token"), "--assignment", "first-week")
    monkeypatch.setattr("unruffled.formats.statements.reading.TRIES", 1)
    done = call(root, "results", "from-lrs", *options, "--out", str(root / "results"))
    assert done.exit_code == 1
    assert "Records: it does not answer" in done.output
    assert "nothing was written" in done.output
    assert not (root / "results").exists()


def test_a_policy_is_told_the_origins_of_the_stores_and_of_nothing_else(root: Path) -> None:
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write("- {name: Others, endpoint: 'https://127.0.0.1:9/other/'}\n")
        file.write("- {name: Far, endpoint: 'https://lrs.example/xapi'}\n")
    library, problems = inspect(root)
    assert problems == []
    assert library.organisation.connected == ("https://127.0.0.1:9", "https://lrs.example")


def test_an_organisation_without_a_store_is_told_so(small: Path) -> None:
    (small / "token").write_text("key:secret\n", "utf-8")
    options = ("--auth", str(small / "token"), "--assignment", "first-week")
    done = call(small, "results", "from-lrs", *options)
    assert "organisation.yml names no store" in done.output
