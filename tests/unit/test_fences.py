from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unruffled.loading import fences

WORDS = frozenset({"quiz", "phrases", "sources", "overview"})
LINES = (
    "|text|greeting|```|````|`````|~~~|```quiz|````quiz|~~~phrases|  ```quiz|``` quiz|```python"
    "|## Heading|```sources|\t```overview"
)
lines_of_a_page = st.lists(st.sampled_from(LINES.split("|")), max_size=14)


def found(text: str) -> list[tuple[str, str, bool, bool]]:
    return [(f.kind, f.body, f.indented, f.closed) for f in fences.find(text.split("\n"), WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```quiz\ngreeting\n```", [("quiz", "greeting", False, True)]),
        ("~~~ quiz\ngreeting\n~~~~", [("quiz", "greeting", False, True)]),
        ("````quiz\ngreeting\n````", [("quiz", "greeting", False, True)]),
        ("```phrases\none\n\ntwo\n```", [("phrases", "one\n\ntwo", False, True)]),
        ("```sources\n```", [("sources", "", False, True)]),
        ("  ```quiz\n  greeting\n  ```", [("quiz", "greeting", True, True)]),
        ("```quiz\ngreeting\n\n## Next", [("quiz", "greeting", False, False)]),
        ("````quiz\ngreeting\n```", [("quiz", "greeting\n```", False, False)]),
    ],
)
def test_a_fence_is_found_with_its_names(text: str, expected: list) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "````markdown\n```quiz\ngreeting\n```\n````",
        "~~~\n```quiz\ngreeting\n```\n~~~",
        "```python\nquiz\n```",
        "``quiz``",
        "```quizzes\ngreeting\n```",
        "a ```quiz\ngreeting",
    ],
)
def test_an_example_or_other_code_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_fence_that_is_not_closed_does_not_hide_the_next() -> None:
    text = "```quiz\ngreeting\n\n## Sources\n\n```sources\n```"
    assert found(text) == [("quiz", "greeting", False, False), ("sources", "", False, True)]


@given(lines=lines_of_a_page)
def test_fences_cover_their_own_lines_in_order(lines: list[str]) -> None:
    position = 0
    for fence in fences.find(lines, WORDS):
        assert position <= fence.start < fence.end <= len(lines)
        assert lines[fence.start].strip(" \t`~").split()[0] == fence.kind
        body = lines[fence.start + 1 : fence.end - fence.closed]
        assert "\n".join(body).strip() == fence.body
        if fence.closed:
            assert set(lines[fence.end - 1].strip()) in ({"`"}, {"~"})
        position = fence.end


@given(lines=lines_of_a_page)
def test_nothing_inside_a_longer_fence_is_found(lines: list[str]) -> None:
    assert list(fences.find(["``````text", *lines, "``````"], WORDS)) == []
