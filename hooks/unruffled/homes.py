"""Where the pages are that are made by themselves: of each thing, and of all of a kind."""

from __future__ import annotations

PAGES: dict[str, tuple[str, ...]] = {
    "phrases": ("phrases/{}.md",),
    "letters": ("letters/{}.md",),
    "cards": ("desk/{}.md",),
    "paths": ("course/paths/{}.md",),
    "scenarios": ("practice/{}.md", "practice/sheets/{}.md", "practice/maps/{}.md"),
    "assignments": ("assignments/{}.md",),
    "sessions": ("train/sessions/{}.md", "train/material/{}.md", "train/follow-ups/{}.md"),
    "quizzes": ("train/sheets/{}.md", "train/keys/{}.md"),
}
"""The pages of a thing relative to docs/, by what the Library calls its kind; `{}` is its id."""

SHARED: dict[str, str] = {
    "assignments/index.md": "the list of assignments",
    "changelog.md": "the page of CHANGELOG.md",
    "contributing/index.md": "the page of CONTRIBUTING.md",
    "contributing/problem-codes.md": "the list of problem codes",
    "contributing/upkeep.md": "the list of what is due for a look",
    "course/paths.md": "the list of learning paths",
    "desk/index.md": "the guide to all cards",
    "letters/index.md": "the list of letters",
    "licence.md": "the page of the licences",
    "phrases/index.md": "the page of all phrases",
    "phrases/take-along.md": "the page of files to take along",
    "practice/index.md": "the list of conversations",
    "reference/evidence.md": "the list of sources",
    "reference/glossary.md": "the glossary",
    "train/sessions/index.md": "the list of sessions",
}
"""Other pages that are made by themselves, relative to docs/, and what messages call them."""

FILES = frozenset(
    {"404.html", "manifest.webmanifest", "search/search_index.json", "sitemap.xml", "sw.js"}
)
"""Files of the finished site that the generator and its engine write."""


def page_of(kind: str, name: str, number: int = 0) -> str:
    """Return a page of the thing ``name``, relative to docs/."""
    return PAGES[kind][number].format(name)
