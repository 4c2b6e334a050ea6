"""What the search finds of pages: names, words of their texts, and nothing that gives an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from node import evaluate
from real import LIBRARY
from unruffled.blocks.made import ANSWER_KEY, CARD, ROLE_PLAY
from unruffled.model.library import Library
from unruffled.project import inspect
from unruffled.publishing.search_index import search_json, words_json
from unruffled.text.compared import compared
from unruffled.text.urls import page_url

TEXTS = (
    "Don’t shout, it's LATE",
    "Ärger über Zoë's naïve café",
    "SITE_URL=https://example.org/a-b/",
    "½ of ² and ﬁne 10 000 €",
    "日本語 と русский язык",
    "مرحبا بالعالم",
)


def parts(library: Library) -> list[tuple[str, str]]:
    """Return the name of each page and heading, with the words of its text, in their order."""
    pages = json.loads(search_json(library))["pages"]
    names = [name for _, title, *_, places in pages for name in (title, *(b for _, b in places))]
    code = """
      const { numbers } = await load("core/packed.js");
      return value.places.split(" ").map(numbers);
    """
    data = json.loads(words_json(library))
    words: list[list[str]] = [[] for _ in names]
    for word, places in zip(data["words"].split(" "), evaluate(code, data), strict=True):
        for place in places:
            words[place].append(word)
    return [(name, " ".join(said)) for name, said in zip(names, words, strict=True)]


def row(library: Library, path: str) -> list[Any] | None:
    found = (
        each for each in json.loads(search_json(library))["pages"] if each[0] == page_url(path)
    )
    return next(found, None)


@pytest.fixture
def written(small: Path) -> Path:
    page = small / "docs" / "words.md"
    page.write_text(
        "# Words\n\nAbove all a zebra.\n\n## First\n\nA giraffe, and `SITE_URL`\nwith a lion.\n\n"
        "### Deep\n\nA tiger.\n\n#### Deeper\n\nAn ostrich.\n\n```yaml\nkey: penguin\n```\n\n"
        "<!-- a secret walrus -->\n",
        encoding="utf-8",
    )
    (small / "docs" / "index.md").write_text("# Home\n\n[Words](words.md)\n", encoding="utf-8")
    return small


def test_words_are_compared_as_the_browser_compares_them() -> None:
    code = """
      const { plain } = await load("core/plain.js");
      return value.map((text) => plain(text).split(" "));
    """
    assert [compared(text) for text in TEXTS] == evaluate(code, list(TEXTS))


def test_each_word_is_found_below_its_heading_and_comments_are_not(written: Path) -> None:
    library, _ = inspect(written)
    said = dict(parts(library))
    assert "zebra" in said["Words"] and "giraffe" not in said["Words"].split()
    assert {"giraffe", "site", "url", "with", "lion"} <= set(said["First"].split())
    assert {"tiger", "ostrich", "penguin"} <= set(said["Deep"].split())
    assert "walrus" not in str(said) and "Deeper" not in said


def test_the_same_content_gives_the_same_index(written: Path) -> None:
    first, second = inspect(written)[0], inspect(written)[0]
    assert search_json(first) == search_json(second)
    assert words_json(first) == words_json(second)


def test_an_edit_changes_the_index(written: Path) -> None:
    before = words_json(inspect(written)[0])
    page = written / "docs" / "words.md"
    page.write_text(page.read_text("utf-8").replace("zebra", "quagga"), encoding="utf-8")
    after = words_json(inspect(written)[0])
    assert "zebra" in before and "zebra" not in after and "quagga" in after


def test_each_says_what_it_is_in_the_order_of_the_menu() -> None:
    pages = json.loads(search_json(LIBRARY))["pages"]
    kinds = {url: kind for url, _, kind, *_ in pages}
    assert kinds["connect/empathy/"] == "Module"
    assert kinds["practice/late-parcel/"] == "Conversation"
    assert kinds[page_url(LIBRARY.path_of(CARD, "shouting"))] == "Card"
    assert kinds["hosting/"] == "Page"
    urls = list(kinds)
    assert urls.index("connect/empathy/") < urls.index("contributing/")
    assert urls.index("practice/late-parcel/") < urls.index("contributing/")
    glossary = next(each for each in pages if each[0] == "reference/glossary/")
    assert glossary[5] == "Term" and glossary[3] == "Reference"


def test_sheets_that_give_something_away_are_not_in_it() -> None:
    for made, name in ((ANSWER_KEY, "empathy"), (ROLE_PLAY, "late-parcel")):
        path = LIBRARY.path_of(made, name)
        assert path in LIBRARY.pages
        assert row(LIBRARY, path) is None


def test_who_wrote_a_source_finds_the_page_that_cites_it() -> None:
    page = LIBRARY.pages["connect/active-listening.md"]
    author = LIBRARY.reference_by_id[page.meta.evidence[0]].authors.split(",")[0]
    assert any(
        name == "Sources" and set(compared(author)) <= set(said.split())
        for name, said in parts(LIBRARY)
    )


def test_nothing_of_a_text_can_be_read_in_the_index() -> None:
    """Words alone, sorted: no line of a page stands there, so none is shown without its place."""
    words = json.loads(words_json(LIBRARY))["words"].split(" ")
    assert words == sorted(set(words))
    assert json.loads(search_json(LIBRARY)).keys() == {"pages", "stop_words"}
