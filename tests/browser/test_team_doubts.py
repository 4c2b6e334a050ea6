"""What a trainer has to know of a result stands in its row, in the CSV and in the JSON."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_team import PAGE, file, saved

import result_files as made
from node import evaluate
from real import LIBRARY
from unruffled.kinds.naming import digest

MINUTE = 60_000
QUIZZES = ["stay-calm", "empathy"]


class Hand:
    """Makes result files of one assignment: one test with a limit, two attempts, due on a day."""

    def __init__(self, course: dict[str, Any]) -> None:
        edition = made.crc("".join(course["quizzes"][quiz]["edition"] for quiz in QUIZZES))
        self.asked = made.questions_of(course, QUIZZES)[:6]
        terms = {"mode": "test", "attempts": 2, "due": "2026-10-01", "minutes": 15}
        steps = [[f"6*{'+'.join(QUIZZES)}", edition]]
        self.assignment = made.link_text({"title": "Calm", "steps": steps, **terms})

    def __call__(
        self, name: str, *, at: int = made.START, shares: list[float] | None = None, **more: Any
    ) -> dict[str, Any]:
        own = shares or [1.0] * 6
        result = made.make_result(name, self.assignment, self.asked, shares=own, at=at)
        result["entries"][-1] |= {"limit": 15} | more
        return result

    def begun(self, run: str, at: int) -> dict[str, Any]:
        key = self.assignment.rsplit(".", 1)[1]
        drawn = [f"{quiz}/{question}" for quiz, question, *_ in self.asked]
        own = {"id": made.entry_id(run, at), "at": at, "t": at, "run": run, "drawn": drawn}
        return {"v": 1, "type": "begun", "quiz": f"assignment:{key}.0", "began": at} | own


@pytest.fixture(scope="module")
def course(address) -> dict[str, Any]:
    with urllib.request.urlopen(f"{address}assets/course.json") as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def hand(course) -> Hand:
    return Hand(course)


def earlier_rev(entry: dict[str, Any]) -> str:
    """Return the revision that a question had while it was a hash of its right answer."""
    asked = LIBRARY.quizzes[entry["quiz"]].questions
    question = next(each for each in asked if each.id == entry["question"])
    return digest([question.kind, str(question.revision), *question.key], size=4)


def results(hand: Hand) -> dict[str, str]:
    """The text of one file for each thing that a trainer has to know."""
    altered = made.file_of(hand("Altered")).replace('"percent":100', '"percent":99')
    unfit = hand("Unfit")
    for entry in unfit["entries"][:-1]:
        entry["response"] = ["none of them"]
    hasty = hand("Hasty")
    hasty["entries"][-1]["t"] = hasty["entries"][-1]["began"] + 2_000
    over = hand("Over", extra=1)
    over["entries"][-1]["t"] = over["entries"][-1]["began"] + 120 * MINUTE
    often = hand("Often")
    for number in (1, 2):
        often["entries"] += hand("Often", at=made.START + number * 10**7)["entries"]
    twice = hand("Twice") | {"made": "2026-10-05T09:00:00.000Z"}
    begun = hand("Begun")
    begun["entries"] += [hand.begun(f"run{number}", made.START - number) for number in (1, 2)]
    edition = hand("Edition")
    for entry in edition["entries"][:2]:
        entry["rev"] = "older"
    earlier, forged = hand("Earlier"), hand("Forged")
    for entry in (*earlier["entries"][:-1], *forged["entries"][:-1]):
        entry["rev"] = earlier_rev(entry)
    for entry in forged["entries"][:-1]:
        entry["response"] = ["none of them"]
    failed = hand("Failed", shares=[1.0] * 3 + [0.0] * 3)
    passed = hand("Failed", at=made.START + 10**8) | {"made": "2026-10-05T09:00:00.000Z"}
    passed["entries"] = failed["entries"] + passed["entries"]
    files = {
        "edition": edition,
        "earlier": earlier,
        "forged": forged,
        "longer": hand("Longer", limit=30),
        "failed": failed,
        "passed": passed,
        "unfit": unfit,
        "hasty": hasty,
        "over": over,
        "often": often,
        "first": hand("Twice"),
        "twice": twice,
        "late": hand("Late") | {"made": "2026-10-05T09:00:00.000Z"},
        "copied": hand("Sound") | {"name": "Copied"},
        "sound": hand("Sound"),
        "anna1": hand("Anna"),
        "anna2": hand("Anna", at=made.START + 10**8),
        "begun": begun,
    }
    return {name: made.file_of(each) for name, each in files.items()} | {"altered": altered}


DOUBTS = {
    "Altered": "altered after it was made",
    "Unfit": "points do not fit the answers: 6 of 6",
    "Forged": "points do not fit the answers: 6 of 6",
}
TO_KNOW = DOUBTS | {
    "Hasty": "2 seconds for 6 questions",
    "Over": "took 2 h, 104 min over the limit of 15 and 1 more",
    "Often": "took 3 of 2 attempts: more than one browser?",
    "Twice": "handed in again after the due date",
    "Late": "late",
    "Copied": "the same answers as Sound",
    "Sound": "the same answers as Copied",
    "Begun": "begun 3, handed in 1; 6 questions seen",
    "Claimed": "claim: a short code holds no answers",
    "Anna": "two files share nothing: one person, or two?",
    "Edition": "2 answers are to earlier versions of questions",
    "Longer": "chose 30 min in place of 15",
    "Failed": "passed only after the due date",
}
MARKS = {
    **{
        "Altered": "altered",
        "Unfit": "unfit",
        "Forged": "unfit",
        "Hasty": "hasty",
        "Over": "over-time",
    },
    **{"Often": "attempts", "Twice": "again", "Late": "late", "Copied": "shared"},
    **{"Sound": "shared", "Begun": "begun", "Claimed": "claim", "Anna": "double"},
    **{"Edition": "edition", "Longer": "more-time", "Failed": "passed-late"},
}


def rows_of(page: Page) -> dict[str, list[str]]:
    # All at once: a table that is drawn anew between two rows would lose some.
    rows = page.locator(".team-people tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('th, td')].map(each => each.innerText))"
    )
    return {name: rest for name, *rest in rows}


def csv_of(text: str) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return {each["name"]: each for each in rows}


def test_what_is_to_know_stands_in_row_csv_and_json_and_the_trainer_decides(visit, hand):
    page = visit(PAGE)
    key = hand.assignment.rsplit(".", 1)[1]
    body = made.compact([key, "Calm", "Claimed", 29_833_333, [[2, 100, 1]]])
    page.get_by_label("Short codes").fill(f"u1.{made.b64(body)}.{made.crc(body)}")
    given = [file(f"{name}.json", text) for name, text in results(hand).items()]
    page.get_by_label("Result files").set_input_files(given)
    people = page.locator(".team-people tbody")
    for name, words in TO_KNOW.items():  # until all are scored again, and drawn
        named = people.locator("tr").filter(has=page.get_by_text(name, exact=True))
        expect(named.first.locator("td").last).to_contain_text(words)

    rows = rows_of(page)
    assert {name for name, row in rows.items() if row[1].startswith("?")} == set(DOUBTS)
    assert rows["Claimed"][0] == "claims 1 of 1"
    assert "late" not in rows["Twice"][-1]
    assert rows["Earlier"][-1] == ""  # revisions of before: sound ones are known again
    assert rows["Over"][1] == "✓ 100, 2 h"
    total = page.locator(".team-sum")
    expect(total).to_contain_text("16 handed in, 13 have done and passed every step.")
    expect(total).to_contain_text("1 sent a short code: 1 claims to have done and passed")
    expect(total).to_contain_text("3 are not counted as passed.")
    expect(total).to_contain_text("1 after the day it was due.")

    table = csv_of(saved(page, "People as CSV"))
    assert {name: TO_KNOW[name] in table[name]["to know"] for name in TO_KNOW} == dict.fromkeys(
        TO_KNOW, True
    )
    assert {name: each["counted"] for name, each in table.items() if each["counted"]} == {
        "Altered": "no",
        "Unfit": "no",
        "Forged": "no",
    }
    assert {name: MARKS[name] in table[name]["marks"].split("; ") for name in MARKS} == (
        dict.fromkeys(MARKS, True)
    )
    assert table["Twice"]["on time"] == table["Failed"]["on time"] == "on time"
    assert table["Late"]["on time"] == "late"
    step = next(head.removesuffix(": state") for head in table["Over"] if head.endswith(": state"))
    assert [table["Over"][f"{step}: minutes{which}"] for which in ("", " extra", " over")] == [
        "120",
        "1",
        "104",
    ]
    assert table["Begun"][f"{step}: tests begun"] == "3"
    assert table["Claimed"]["source"] == "short code"

    data = {each["name"]: each for each in json.loads(saved(page, "All as JSON"))["people"]}
    assert {name: TO_KNOW[name] in data[name]["toKnow"] for name in TO_KNOW} == dict.fromkeys(
        TO_KNOW, True
    )
    assert {name: MARKS[name] in data[name]["marks"] for name in MARKS} == dict.fromkeys(
        MARKS, True
    )
    assert {name: len(each["doubts"]) for name, each in data.items() if each["doubts"]} == {
        "Altered": 1,
        "Unfit": 1,
        "Forged": 1,
    }
    assert data["Over"]["tests"][0]["over"] == 104

    # What only a trainer can know: that a doubt is settled, and who is who.
    page.locator("tr", has_text="Unfit").get_by_role("button", name="Count it").click()
    expect(total).to_contain_text("14 have done and passed every step.")
    page.locator("tr", has_text="104 min over").get_by_role("button", name="Do not count").click()
    expect(total).to_contain_text("13 have done and passed every step.")
    expect(page.locator("tr", has_text="104 min over")).to_contain_text("You do not count it.")
    page.get_by_role("button", name="Keep them apart").click()
    expect(people).to_contain_text("Anna (2)")
    page.get_by_role("button", name="Read them together").click()
    expect(people).not_to_contain_text("Anna (2)")


ROSTER = """Ana O'Neil; née Wiśniewska
Jürgen Müller\tjj@example.org\tNorth
cleo@example.org\tCleo Park\tSouth
Dora Lind <dora@example.org>
"""


def test_a_line_of_the_list_is_one_name_and_a_near_one_is_asked_about(visit, hand):
    page = visit(PAGE)
    given = [hand("Müller, Jurgen"), hand("Cleo Park", at=made.START + 10**7)]
    files = [file(f"{number}.json", made.file_of(each)) for number, each in enumerate(given)]
    page.get_by_label("Result files").set_input_files(files)
    total = page.locator(".team-sum")
    page.get_by_label("Who should have handed in").fill(ROSTER)
    missing = "Missing: Ana O'Neil; née Wiśniewska, Jürgen Müller, Dora Lind."
    expect(total).to_contain_text(missing)
    expect(page.locator(".team-people tr", has_text="Müller, Jurgen")).to_contain_text(
        "not on your list"
    )
    page.get_by_role("button", name="Yes, the same").click()
    expect(total).to_contain_text("Missing: Ana O'Neil; née Wiśniewska, Dora Lind.")
    expect(page.locator(".team-result")).not_to_contain_text("not on your list")

    # Who is missing has a row in table, CSV and JSON; teams stand beside each other.
    assert rows_of(page)["Dora Lind"][-1] == "missing: nothing was handed in"
    table = csv_of(saved(page, "People as CSV"))
    assert {name: (each["marks"], each["team"]) for name, each in table.items()} == {
        "Cleo Park": ("", "South"),
        "Müller, Jurgen": ("", "North"),
        "Ana O'Neil; née Wiśniewska": ("missing", ""),
        "Dora Lind": ("missing", ""),
    }
    gone = json.loads(saved(page, "All as JSON"))["missing"]
    assert [each["name"] for each in gone] == ["Ana O'Neil; née Wiśniewska", "Dora Lind"]
    teams = page.locator(".team-table", has_text="Done and passed").first.locator("tbody tr")
    assert [each.split("\t")[:2] for each in teams.all_inner_texts()] == [
        ["North", "1 of 1"],
        ["South", "1 of 1"],
        ["(Without a team)", "0 of 2"],
    ]
    page.get_by_role("button", name="Take it back").click()
    expect(total).to_contain_text(missing)


def test_names_are_joined_by_hand(visit, hand):
    page = visit(PAGE)
    given = [hand("Ana"), hand("Zoë", at=made.START + 10**8)]
    files = [file(f"{number}.json", made.file_of(each)) for number, each in enumerate(given)]
    page.get_by_label("Result files").set_input_files(files)
    expect(page.locator(".team-people tbody tr")).to_have_count(2)
    page.locator(".team-join summary").click()
    page.get_by_label("This name").select_option(label="Zoë")
    page.get_by_label("is the same person as").select_option(label="Ana")
    page.get_by_role("button", name="Read them as one person").click()
    expect(page.locator(".team-people tbody tr")).to_have_count(1)
    expect(page.locator(".team-people tbody tr")).to_contain_text("handed in as Ana + Zoë")


PLAY = "scenario:late-parcel"


def test_a_conversation_is_played_again_by_its_rules(visit, hand, course) -> None:
    """Who claims the best ending by a way that does not lead there is in doubt."""
    rev = course["quizzes"][PLAY]["questions"]["play"][0]
    text = made.link_text({"title": "Play", "steps": [[PLAY, rev]]})
    graph = visit(course["quizzes"][PLAY]["url"]).evaluate(
        "JSON.parse(document.querySelector('unruffled-scenario script').textContent)"
    )
    best = max(graph["endings"], key=graph["endings"].get)
    way = evaluate(
        "const { Game } = await load('core/scenario.js'); return new Game(value).review([]).best;",
        graph,
    )

    def played(name: str, **more: Any) -> dict[str, Any]:
        asked = [(PLAY, "play", rev, "scenario")]
        result = made.make_result(name, text, asked, shares=[1.0], responses=[None])
        (entry, _) = result["entries"]
        entry |= {"mode": "practice", "route": [0], "ending": best} | more
        del entry["run"]
        return result | {"entries": [entry]}

    page = visit(PAGE)
    given = [played("Short"), played("Nowhere", route=[99]), played("Without", route=None)]
    given.append(played("Sound", route=way))
    files = [file(f"{number}.json", made.file_of(each)) for number, each in enumerate(given)]
    page.get_by_label("Result files").set_input_files(files)
    doubted = page.locator(".team-people tr", has_text="points do not fit the answers: 1 of 1")
    expect(doubted).to_have_count(3)
    assert rows_of(page)["Sound"][:2] == ["1 of 1", "✓ 100"]
