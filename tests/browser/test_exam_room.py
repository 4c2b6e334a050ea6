"""A round of a sealed exam with twelve candidates, from the command to the grades."""

from __future__ import annotations

import csv
import json
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe import in_scheme, looks, violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

import published_hashes
import sealed_exams
import support
from sealed_exams import EXAM, NAMES, QUESTIONS, call
from support import ROOT, serve
from unruffled.exam.folder import ExamFolder
from unruffled.exam.making import Ticket
from unruffled.exam.sealing import new_key, sign

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
ASKED = 5
SETTINGS = f"""INHERIT: {ROOT.as_posix()}/mkdocs.yml
theme: {{custom_dir: {ROOT.as_posix()}/hooks/unruffled/theme}}
hooks: [{ROOT.as_posix()}/hooks/site.py]
nav:
- index.md
- connect/greeting.md
- exam.md
- results.md
"""
KEYS = {question.id: question for question in QUESTIONS.values()}


class Room(NamedTuple):
    """Where an exam is sat."""

    project: Path
    folder: ExamFolder
    site: Path
    address: str
    phrase: str


def prepared(project: Path) -> ExamFolder:
    """Write a small project with an exam whose paper is published, in a repository."""
    shutil.copytree(ROOT / "tests/faults/base", project)
    shutil.copytree(ROOT / "docs/assets", project / "docs/assets", dirs_exist_ok=True)
    (project / "docs/exam.md").write_text("# Sit an exam\n\n```exam\n```\n", "utf-8")
    (project / "docs/results.md").write_text("# Results\n\n```team\n```\n", "utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    folder = sealed_exams.made(project, draw=ASKED)
    (project / "docs/assets/exams").mkdir(parents=True)
    shutil.copy(folder.paper, project / f"docs/assets/exams/{EXAM}.json")
    git = ["git", "-C", str(project), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "An exam"]):
        subprocess.run([*git, *command], check=True)
    return folder


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    project = tmp_path_factory.mktemp("exam") / "project"
    folder = prepared(project)
    site = support.build(project / "site", cwd=project)
    with serve(site) as address:
        yield Room(project, folder, site, address, folder.phrase.read_text("utf-8").strip())


def opened(context: BrowserContext, ticket: str, phrase: str) -> Page:
    """Open the exam's page with a ticket, and its paper with the pass phrase."""
    page = context.new_page()
    page.goto(f"exam/#t={ticket}")
    page.get_by_label("The pass phrase").fill(phrase)
    page.get_by_role("button", name="Open the paper").click()
    return page


def begun(context: BrowserContext, ticket: Ticket, phrase: str) -> Page:
    page = opened(context, ticket.text, phrase)
    expect(page.locator(".exam-name")).to_have_text(ticket.name)
    page.get_by_role("button", name="Begin").click()
    return page


def wrong(question: Any) -> Any:
    """Return an answer that is worth nothing."""
    good = sealed_exams.right(question)
    if question.kind == "fill_in":
        return "something else altogether"
    if question.kind == "ordering":
        return good[::-1]
    if isinstance(good, dict):
        values = list(dict.fromkeys(good.values()))
        if question.kind == "choose_in_text":
            return {
                str(number): next(name for name in gap.names if name != good[str(number)])
                for number, gap in enumerate(question.gaps, 1)
            }
        return {name: values[values.index(each) - 1] for name, each in good.items()}
    names = question.names
    listed = list(names.values() if isinstance(names, dict) else names)
    return [next(name for name in listed if name not in good)]


def answer(page: Page, question: Any, given: Any) -> None:
    """Answer a question with its controls."""
    place = page.locator(f"[id='exam.{question.id}']")
    if isinstance(given, str):
        place.locator("input").fill(given)
    elif isinstance(given, dict):
        for name, value in given.items():
            place.locator(f"select[name='{name}']").select_option(value)
    elif question.kind == "ordering":
        # An order that stands there already is answered by moving a step down and up again.
        for name in reversed(given):
            up = place.locator(f"[data-value='{name}'] button").first
            for _ in given:
                up.click()
    else:
        for box in place.locator("input").all():
            box.set_checked(False) if box.get_attribute("type") == "checkbox" else None
        for name in given:
            place.locator(f"input[value='{name}']").check()


def handed_in(page: Page, folder: Path, *, all_the_same: bool = False) -> Path:
    """Hand in; return the file that is saved."""
    with page.expect_download() as saving:
        page.get_by_role("button", name="Hand in", exact=True).click()
        if all_the_same:
            page.get_by_role("button", name="Hand in all the same").click()
    expect(page.get_by_role("heading", name="Handed in")).to_be_focused()
    expect(page.locator("unruffled-exam")).not_to_contain_text("%")
    file = folder / saving.value.suggested_filename
    while file.exists():
        file = file.with_stem(f"{file.stem}-again")
    saving.value.save_as(file)
    return file


def test_twelve_candidates_are_graded_as_by_hand(chromium: Browser, room: Room, tmp_path: Path):
    """One on a phone, one offline halfway, a wrong ticket, an altered file, two of one code."""
    chance = random.Random(7)
    people = sealed_exams.tickets(room.folder)
    by_hand: dict[str, int] = {}
    box = tmp_path / "handed-in"
    box.mkdir()
    altered = Path()

    def sit(person: Ticket, *, away: bool = False, **options: Any) -> Path:
        context = chromium.new_context(base_url=room.address, **options)
        page = begun(context, person, room.phrase)
        points = 0
        for number, name in enumerate(sealed_exams.asked(room.folder, person)):
            if away and number == 2:
                context.set_offline(True)
            question = KEYS[name]
            good = chance.random() < 0.6
            answer(page, question, (sealed_exams.right if good else wrong)(question))
            points += question.points if good else 0
        by_hand[person.name] = points
        file = handed_in(page, box)
        context.close()
        return file

    for index, person in enumerate(people):
        if index == 9:
            forged(chromium, room, person)
            continue
        file = sit(person, away=index == 8, **(PHONE if index == 7 else {}))
        if index == 10:
            text = file.read_text("utf-8")
            at = len(text) // 2
            file.write_text(f"{text[:at]}{'B' if text[at] == 'A' else 'A'}{text[at + 1 :]}")
            altered = file
        if index == 11:
            sit(person)
    tells_no_answer({file.name: file.read_text("utf-8") for file in box.iterdir()})
    done = call(room.project, "exam", "grade", EXAM, str(box))
    assert done.exit_code == 1
    assert f"{altered.name}: the file was altered after it was sealed" in done.output
    assert done.output.count("two different files of one code") == 2
    assert f"{people[9].name} ({people[9].code}): nothing that is graded" in done.output
    with (room.folder.results / "grades.csv").open(encoding="utf-8") as grades:
        found = {row["name"]: row["points"] for row in csv.DictReader(grades)}
    unmarked = dict.fromkeys(NAMES[9:], "")
    assert found == {name: str(by_hand[name]) for name in NAMES[:9]} | unmarked
    assert len(set(found.values())) > 3
    read_in_results(chromium, room, by_hand)


def read_in_results(chromium: Browser, room: Room, by_hand: dict[str, int]) -> None:
    """The page of results reads what grading wrote, and has no doubt of it."""
    context = chromium.new_context(base_url=room.address)
    page = context.new_page()
    page.goto("results/")
    files = sorted(room.folder.results.glob("*.json"))
    page.get_by_label("Result files").set_input_files(files)
    told = page.locator(".team-told")
    expect(told).to_have_text("9 of 9 read.")
    rows = page.locator(".team-result table").first
    for person in sealed_exams.tickets(room.folder)[:9]:
        most = sum(KEYS[name].points for name in sealed_exams.asked(room.folder, person))
        percent = 100 * by_hand[person.name] // most
        row = rows.get_by_role("row").filter(has_text=person.name)
        expect(row).to_contain_text(re.compile(rf"(?<!\d){percent}, \d"))
    expect(page.locator("unruffled-team")).not_to_contain_text("do not fit")
    expect(page.locator("unruffled-team")).not_to_contain_text("earlier version")
    context.close()


def forged(chromium: Browser, room: Room, person: Ticket) -> None:
    """A ticket that another key has signed, and one for another exam, open nothing."""
    key = new_key(room.folder.path.parent / "another.jwk")
    said = {"exam": EXAM, "name": person.name, "code": person.code, "seed": person.seed}
    context = chromium.new_context(base_url=room.address)
    page = opened(context, sign(said, key), room.phrase)
    told = page.get_by_role("alert")
    expect(told).to_contain_text("has not signed this ticket")
    page.reload()
    page.goto("404.html")
    page.goto("exam/#t=short")
    page.get_by_label("Your ticket").fill("a.b.c")
    page.get_by_role("button", name="Open the paper").click()
    expect(told).to_contain_text("This is no ticket, or it is not whole.")
    page.get_by_label("Your ticket").fill(sign(said | {"exam": "other"}, key))
    page.get_by_text("The paper comes as a file?").click()
    page.get_by_label("File with the paper").set_input_files(room.folder.paper)
    page.get_by_role("button", name="Open the paper").click()
    expect(told).to_contain_text("This ticket is for another exam")
    context.close()


def test_a_wrong_phrase_a_changed_paper_and_no_paper_are_named(chromium: Browser, room: Room):
    person = sealed_exams.tickets(room.folder)[0]
    # What a worker keeps would stand for the network that is cut off below.
    context = chromium.new_context(base_url=room.address, service_workers="block")
    page = opened(context, person.text, "five words that are wrong")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("The paper does not open with these words.")
    # As it may be typed: other capitals, hyphens, spaces.
    page.get_by_label("The pass phrase").fill(f"  {room.phrase.title().replace(' ', '-')} ")
    page.get_by_text("The paper comes as a file?").click()
    field = page.get_by_label("File with the paper")
    paper = json.loads(room.folder.paper.read_text("utf-8"))
    parts = paper["locked"].split(".")
    parts[3] = parts[3][:-9] + "AAAAAAAAA"
    for text, said in (
        (json.dumps(paper | {"locked": ".".join(parts)}), "was changed or damaged on its way"),
        (json.dumps(paper | {"commitment": "0" * 64}), "was changed or damaged on its way"),
        (room.folder.paper.read_text("utf-8")[:200], "no paper of an exam, or it is cut off"),
    ):
        body = {"name": "paper.json", "mimeType": "application/json", "buffer": text.encode()}
        # A payload is a dictionary of its own type.
        field.set_input_files(body)  # type: ignore[arg-type]
        page.get_by_role("button", name="Open the paper").click()
        expect(told).to_contain_text(said)
    field.set_input_files([])
    page.route("**/assets/exams/**", lambda route: route.abort())
    page.get_by_role("button", name="Open the paper").click()
    expect(told).to_contain_text("The paper cannot be fetched now.")
    page.unroute("**/assets/exams/**")
    page.get_by_role("button", name="Open the paper").click()
    expect(page.get_by_role("button", name="Begin")).to_be_focused()
    context.close()


def test_answers_outlive_a_closed_tab_and_what_was_handed_in_can_be_saved_again(
    chromium: Browser, room: Room, tmp_path: Path
):
    person = sealed_exams.tickets(room.folder)[1]
    context = chromium.new_context(base_url=room.address)
    page = begun(context, person, room.phrase)
    asked = sealed_exams.asked(room.folder, person)
    given = {name: sealed_exams.right(KEYS[name]) for name in asked[:3]}
    for name, each in given.items():
        answer(page, KEYS[name], each)
    page.close()
    page = context.new_page()
    page.goto("exam/")  # without the ticket: it is kept
    expect(page.locator("unruffled-exam")).to_contain_text("Your answers are here.")
    # The paper is kept, too: nothing is fetched.
    page.route("**/assets/exams/**", lambda route: route.abort())
    page.get_by_label("The pass phrase").fill(room.phrase)
    page.get_by_role("button", name="Open the paper").click()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".quiz-bar")).to_contain_text(f"3 of {ASKED} answered")
    file = handed_in(page, tmp_path, all_the_same=True)
    page.reload()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the file again").click()
    saving.value.save_as(tmp_path / "again.jwe")
    assert (tmp_path / "again.jwe").read_bytes() == file.read_bytes()
    stored = page.evaluate("JSON.stringify(localStorage)")
    assert '\\"answers\\"' not in stored and "locked" not in stored
    page.get_by_role("button", name="Remove it from this browser").click()
    assert EXAM not in page.evaluate("JSON.stringify(localStorage)")
    context.close()


def tells_no_answer(texts: dict[str, str]) -> None:
    """Fail where a text has words that this exam alone has; the base project has others, too."""
    for question in QUESTIONS.values():
        secret = [question.explanation, question.stem]
        secret += ["quincewood"] if question.kind == "fill_in" else []
        for name, text in texts.items():
            assert not any(each in text for each in secret), (question.id, name)


def test_nothing_that_is_public_tells_an_answer(room: Room, tmp_path: Path):
    """Site, index, worker, packages and git: no text, no name in a key, no hash."""
    packages = tmp_path / "packages"
    assert call(room.project, "scorm", "--out", str(packages)).exit_code == 0
    history = subprocess.run(
        ["git", "-C", str(room.project), "log", "-p", "--all", "--binary"],
        capture_output=True,
        check=True,
    ).stdout
    for each in packages.glob("*.zip"):
        shutil.unpack_archive(each, packages / each.stem)
    files = [each for top in (room.site, packages) for each in top.rglob("*") if each.is_file()]
    public = {str(each): each.read_bytes() for each in files} | {"git": history}
    assert any(name.endswith("assets/search-words.json") for name in public)
    assert any(name.endswith("sw.js") for name in public) and any(packages.glob("*.zip"))
    texts = {name: data.decode("utf-8", "replace") for name, data in public.items()}
    tells_no_answer(texts)
    for file in room.folder.private.iterdir():
        data = file.read_bytes().strip()
        assert not any(data in each for each in public.values()), file.name
    told = published_hashes.hashes_in(
        [texts[f"{room.site}/assets/exams/{EXAM}.json"], texts[f"{room.site}/exam/index.html"]]
    )
    assert len(told) > 1
    assert not any(published_hashes.found_out(each, told) for each in QUESTIONS.values())


def test_pages_without_an_exam_load_nothing_of_it(room: Room):
    pages = [each for each in room.site.rglob("*.html") if each.parent.name != "exam"]
    assert len(pages) >= 3
    for page in pages:
        linked = re.findall(r'(?:src|href)="([^"]+)"', page.read_text("utf-8"))
        assert not any("blocks/exam" in each or "core/exam" in each for each in linked), page


def test_a_ticket_in_the_address_is_not_taken_for_a_place(chromium: Browser, room: Room):
    context = chromium.new_context(base_url=room.address)
    page = context.new_page()
    page.goto(f"exam/#t={sealed_exams.tickets(room.folder)[0].text}")
    expect(page.get_by_label("The pass phrase")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".lost-place")).to_have_count(0)
    context.close()


@looks
def test_an_exam_can_be_used_by_everybody(chromium: Browser, room: Room, window: Any, scheme: Any):
    context = chromium.new_context(base_url=room.address, color_scheme=scheme, **window)
    page = opened(context, sealed_exams.tickets(room.folder)[2].text, room.phrase)
    for look in ("opened", "begun"):
        if look == "begun":
            page.get_by_role("button", name="Begin").click()
            expect(page.locator(".exam-question")).to_have_count(ASKED)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, look
        assert violations(in_scheme(page, scheme)) == []
    context.close()
