from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_pages import HOME, address_of, document, fault_of, html_files, imports
from inputs import write

import kinds_project
from unruffled.assets import ADDRESS, named
from unruffled.packing import STYLE
from unruffled.project import inspect
from unruffled.publishing.settings import SCRIPTS
from unruffled.rendering import Renderer

BROWSER = f"{ADDRESS}/browser"
FIRST = ("trusted.js",)
"""Scripts of every page that run before all others: each is a file without imports."""
EVERY_PAGE = (STYLE, "home.css", "call-mode.css", "moved.css", ".woff2", *FIRST)

REPORTS = f"{BROWSER}/site/launched.js"
KEEPS_ANSWERS = re.compile("<unruffled-(quiz|one-question|scenario|review|record|voice|launch)[ >]")

QUIZ_FILES = 14 * 1024 + 616
"""The most that a page with every kind of question loads for them, each file packed by gzip -9.

Every import names the room of the package that it comes from; that weighs some 200 bytes. Sentences
whose values have their places in any language weigh some 400. Some 200 know a question by its
earlier revision, 60 are the look of what comes behind a quiz, and 30 that of a button that nobody
can press.
"""

PARTS_FILES = 1024 + 448
"""The most that steps on a narrow window take on the page of a module, each file packed.

Some 30 bytes ask a browser that may refuse to say how wide its windows are.
"""

FRONT_FILES = 8 * 1024
"""The most that the front page loads besides what every page has, each file packed by gzip -9.

What finds comes when somebody goes into its field, what judges an answer when the question is near.
"""

DESK_FILES = 22 * 1024 + 704
"""The most that the desk loads for guide, finder and names, each file packed by gzip -9.

Of that, some three KB follow wordings: nobody in danger may be led to the wrong line. Some 460
bytes offer to say a line aloud, and 360 are what any language needs. Some 600 more make the field
and the single keys files of their own: the front page has them without all the rest. Some 300 are
two columns where there is room, and what is known of call mode before the page is painted. Some
1,500 find pages beside cards and say what each thing is, and some 600 are styles in files of
their own. Some 250 keep what is below in its place.
"""

CARD_FILES = 9 * 1024 + 384
"""The most that a card loads, with copying, names and the offer to say a line aloud."""

DESK_DATA = 356 * 1024
"""The most that the finder's data has, packed: cards, phrases, wordings and what it learns from.

It comes when somebody goes into the field. More ways to say that somebody is in danger weigh more:
what is learned about them has 40 KB, and the sentences for the other cards 75.
"""

SCENARIO_FILES = 7 * 1024 - 128
"""The most that a conversation loads for its player, each file packed by gzip -9.

Some 470 bytes of it offer to say replies aloud, and 360 are what any language needs.
"""

VOICE_FILES = 8 * 1024
"""The most that saying the replies of a conversation aloud loads, each file packed by gzip -9.

What tells how a line ends comes with the first recording, and what reads aloud when it is wanted.
"""

HTML_A_QUESTION = 1200
"""The most bytes of HTML that a question has besides its texts."""


def file_at(target: str, start: str, site: Path) -> Path:
    assert fault_of(target, start, site) == ""
    return site / urljoin(start, target).removeprefix(HOME)


def our_files(page: Path, site: Path) -> set[Path]:
    """Return the elements' files that a page loads, with those that they import."""
    start = address_of(page, site)
    named = [
        file_at(target, start, site)
        for tag, target in document(page).references
        if f"{ADDRESS}/" in target and not target.endswith(EVERY_PAGE)
    ]
    return with_imports(named, site)


def with_imports(named: list[Path], site: Path) -> set[Path]:
    """Return files, with those that they import."""
    found: set[Path] = set()
    while named:
        found.add(each := named.pop())
        if each.suffix == ".js":
            inside = (file_at(target, address_of(each, site), site) for target in imports(each))
            named += [other for other in inside if other not in found]
    return found


def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=9))


def table(files: set[Path], site: Path) -> str:
    """Return the size of each file, the largest first, for who has to make them smaller."""
    sizes = sorted((packed(file), file.relative_to(site).as_posix()) for file in files)
    return "\n".join(f"{size:6} {name}" for size, name in reversed(sizes))


@pytest.fixture(scope="module")
def kinds(kinds_site: Path) -> Path:
    """The built project with every kind of question."""
    return kinds_site


def loaded(path: str, site: Path) -> set[Path]:
    return our_files(site / path / "index.html", site)


def common(site: Path) -> set[Path]:
    """Return what every page loads, with or without a quiz."""
    return loaded(kinds_project.BESIDE, site)


def test_a_page_with_every_kind_of_question_loads_little(kinds: Path) -> None:
    everywhere = common(kinds)
    phrases = loaded("phrases/words", kinds)  # the page has a table of phrases, too
    parts = {kinds / named(name) for name in ("parts.css", "parts.js")}
    quiz = loaded(kinds_project.ALL, kinds) - everywhere - phrases - parts
    # This project names a record store.
    quiz -= {kinds / REPORTS}
    assert sum(map(packed, parts)) <= PARTS_FILES
    names = {file.stem for file in quiz}
    assert {*kinds_project.examples(), "quiz", "question", "store", "log", "choices"} <= names
    total = sum(map(packed, quiz))
    print(f"{total} bytes:\n{table(quiz, kinds)}\non every page:\n{table(everywhere, kinds)}")
    assert total <= QUIZ_FILES, f"{total} bytes:\n{table(quiz, kinds)}"
    # With the first answer comes what will show the result.
    assert packed(kinds / named("results.js")) <= 576


def test_every_page_loads_little_besides_what_it_shows(kinds: Path) -> None:
    everywhere = {file.name: packed(file) for file in common(kinds)}
    assert everywhere.keys() == {"ticks.js", "offline.js", "place.js", "search-open.js"}
    assert everywhere["search-open.js"] <= 704
    assert sum(everywhere.values()) <= 1024 + 704
    assert sum(packed(kinds / f"{BROWSER}/site/{name}") for name in FIRST) <= 576


def test_what_reports_to_a_store_is_loaded_only_where_answers_are_kept(kinds: Path) -> None:
    """The project names a record store; test_unused.py asks that others do not have the script."""
    assert packed(kinds / REPORTS) <= 300
    pages = html_files(kinds)
    with_it = {page for page in pages if kinds / REPORTS in our_files(page, kinds)}
    keeping = {page for page in pages if KEEPS_ANSWERS.search(document(page).text)}
    assert with_it == keeping
    assert 5 < len(with_it) < len(pages) - 5


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (kinds_project.ALL, set(kinds_project.examples())),
        (kinds_project.SOME, {"true_false"}),
        (kinds_project.TYPING, {"fill_in", "single", "sorting", "ordering"}),
        (kinds_project.POOL_TEST, set()),
    ],
)
def test_a_page_loads_the_kinds_that_it_has_and_no_others(
    kinds: Path, path: str, shown: set[str]
) -> None:
    files = loaded(path, kinds)
    of_kinds = {file for file in files if file.parent.parent.name == "kinds"} - {
        file for file in files if file.parent.name == "shared"
    }
    assert {file.stem for file in of_kinds if file.suffix == ".js"} == shown
    assert {file.stem for file in of_kinds if file.suffix == ".css"} <= shown


def test_a_page_with_practice_loads_nothing_of_tests(kinds: Path) -> None:
    names = {file.name for file in loaded(kinds_project.ALL, kinds)}
    assert not names & {"test.js", "test.css", "clock.js", "map.js", "certificate.js", "course.js"}
    assert "test.css" in {file.name for file in loaded(kinds_project.OWN_TEST, kinds)}


def test_the_desk_loads_little(site: Path) -> None:
    files = our_files(site / "desk/index.html", site) - {site / path for path in SCRIPTS}
    # With the first look into the field comes what finds.
    files |= with_imports([site / "assets/unruffled/browser/core/find.js"], site)
    names = {file.parent.name + "/" + file.stem for file in files}
    assert {"core/find", "core/like", "desk/finder", "desk/guide"} <= names
    total = sum(map(packed, files))
    sizes = f"{total} bytes:\n{table(files, site)}"
    print(sizes)
    assert total <= DESK_FILES, sizes
    assert packed(site / "assets" / "desk.json") <= DESK_DATA


def test_a_card_loads_little_and_nothing_that_finds(site: Path) -> None:
    files = our_files(site / "desk/shouting/index.html", site) - {site / path for path in SCRIPTS}
    names = {file.name for file in files}
    assert {"card.js", "card.css", "call.js"} <= names
    assert not names & {"guide.css", "finder.js", "find.js"}
    total = sum(map(packed, files))
    assert total <= CARD_FILES, f"{total} bytes:\n{table(files, site)}"


def test_the_front_page_loads_little_until_it_is_used(site: Path) -> None:
    files = our_files(site / "index.html", site) - {site / path for path in SCRIPTS}
    names = {file.name for file in files}
    assert {"finder-later.js", "one-question.js", "for-you.js"} <= names
    assert not names & {"finder.js", "find.js", "question.js", "course.js", "store.js"}
    total = sum(map(packed, files))
    assert total <= FRONT_FILES, f"{total} bytes:\n{table(files, site)}"


def test_a_conversation_loads_little_and_no_other_page_loads_any_of_it(site: Path) -> None:
    page = site / "practice" / "late-parcel" / "index.html"
    everywhere = {site / path for path in SCRIPTS}
    # With the ending comes what talks it over.
    debrief = with_imports([site / "assets/unruffled/blocks/scenario/debrief.js"], site)
    files = (our_files(page, site) | debrief) - everywhere
    names = {file.name for file in files}
    assert {"scenario.js", "debrief.js", "scenario.css"} <= names
    total = sum(map(packed, files))
    print(f"{total} bytes:\n{table(files, site)}")
    assert total <= SCENARIO_FILES, f"{total} bytes:\n{table(files, site)}"
    # The page of results plays conversations by the same rules, in core/scenario.js.
    own = {file for file in files if file.parent.name == "scenario" and file.stem == "scenario"}
    others = [each for each in html_files(site) if "<unruffled-scenario" not in document(each).text]
    assert len(others) > 50
    assert [each for each in others if own & our_files(each, site)] == []


def test_saying_replies_aloud_loads_little(site: Path) -> None:
    voice = site / "assets/unruffled/blocks/voice"
    page = our_files(site / "practice" / "late-parcel" / "index.html", site)
    assert voice / "aloud.js" in page
    named = [voice / name for name in ("practise.js", "conversation.js")]
    files = with_imports(named, site) - page | {voice / "aloud.js", voice / "voice.css"}
    assert {"panel.js", "recorder.js"} <= {file.name for file in files}
    total = sum(map(packed, files))
    print(f"{total} bytes:\n{table(files, site)}")
    assert total <= VOICE_FILES, f"{total} bytes:\n{table(files, site)}"


def test_a_page_without_our_elements_loads_nothing_of_them(site: Path) -> None:
    # Call mode is on every page of the desk, with a card or without.
    everywhere = {site / path for path in SCRIPTS}
    everywhere |= {site / f"{BROWSER}/site/call-mode.js", site / f"{BROWSER}/dom/make.js"}
    everywhere.add(site / f"{BROWSER}/site/call-mode-mark.js")
    # A conversation's sheet and map, and the list of packages, are plain pages with a style.
    everywhere |= {site / named(name) for name in ("sheets.css", "exports.css")}
    # The page for a wrong address looks for the right one.
    pages = [page for page in html_files(site) if page.name != "404.html"]
    others = [page for page in pages if "<unruffled-" not in document(page).text]
    assert len(others) > 5
    found = {page.parent.name: our_files(page, site) - everywhere for page in others}
    assert {name: files for name, files in found.items() if files} == {}


def test_styles_of_every_page_hold_nothing_of_the_elements(site: Path) -> None:
    """What every page loads must not take over what only some should."""
    common = [
        site / STYLE,
        *(site / f"{BROWSER}/styles/{name}.css" for name in ("home", "call-mode")),
    ]
    assert common
    assert [file.name for file in common if "unruffled-" in file.read_text(encoding="utf-8")] == []


def test_a_question_adds_little_html_to_its_texts(tmp_path: Path) -> None:
    texts = write(tmp_path, "ours", pages=2, each=20)
    library, _ = inspect(tmp_path)
    renderer = Renderer(library)
    shown = [
        renderer.block(path, fence)
        for path, page in library.pages.items()
        for fence in page.fences_of("quiz")
    ]
    assert sum(html.count("<unruffled-question") for html in shown) == 40
    assert (sum(len(html.encode()) for html in shown) - texts) / 40 <= HTML_A_QUESTION
