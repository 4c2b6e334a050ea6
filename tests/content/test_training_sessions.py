"""Every module can be practised with a group, and what the sheets say can be read at a glance."""

from __future__ import annotations

import re

import prose
import pytest
import textstat

from real import LIBRARY
from support import ROOT

MODULES = [path for path, page in LIBRARY.pages.items() if page.is_module]
SESSIONS = [pytest.param(each, id=name) for name, each in LIBRARY.sessions.items()]
HIGHEST_GRADE, LONGEST = 8.0, 30


def test_every_module_has_a_session() -> None:
    assert {each.module for each in LIBRARY.sessions.values()} == set(MODULES)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_is_read_at_a_glance(session) -> None:
    texts = prose.texts_of(ROOT / session.at().path)
    sentences = [each for text in texts for each in re.split(r"(?<=[.!?]) ", text)]
    assert [each for each in sentences if len(each.split()) > LONGEST] == []
    assert textstat.flesch_kincaid_grade(" ".join(sentences)) <= HIGHEST_GRADE


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_leaves_most_of_its_time_to_the_group(session) -> None:
    assert 30 <= session.minutes <= 60
    assert all(beat.minutes <= session.minutes / 2 for beat in session.run)


def test_no_two_sessions_ask_the_same() -> None:
    asked = [each for session in LIBRARY.sessions.values() for each in session.debrief]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("session", SESSIONS)
def test_a_trainer_has_something_to_hand_out_and_a_key_to_it(session) -> None:
    items = [item for part in session.material for item in part.items]
    assert len(items) >= 2
    assert sum(bool(beat.good) for beat in session.run) >= 3
    assert any(item.good or item.heap for item in items)


def test_only_limits_are_practised_with_the_abusive_conversation() -> None:
    hard = {name for name, each in LIBRARY.sessions.items() if each.scenario == "turns-abusive"}
    assert hard == {"set-boundaries"}


@pytest.mark.parametrize("page", ["train/plans.md"])
def test_the_plans_lead_to_sessions_that_are_there(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    named = set(re.findall(r"\(sessions/([a-z-]+)\.md\)", text)) - {"index"}
    assert named <= set(LIBRARY.sessions)
    assert len(named) >= 12
