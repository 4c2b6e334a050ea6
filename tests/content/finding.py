"""The finder of this handbook in Node, made once in each process that tests: it reads a second."""

from __future__ import annotations

from functools import cache
from typing import Any

from node import Running
from real import LIBRARY
from unruffled.blocks.desk.data import desk_data

FIND = """
  const { Finder } = await load("core/find.js");
  const finder = await new Finder(value).ready();
  const told = ({ id, risk, phrases = [] }) =>
    ({ id, risk: Boolean(risk), phrases: phrases.map((each) => each.id) });
  return (asked) => asked.map((text) => finder.find(text).map(told));
"""
RISK = """
  const { makeRisk } = await load("core/risk.js");
  const risk = await makeRisk(value);
  return (asked) => asked.map((text) => risk(text));
"""


@cache
def desk() -> dict[str, Any]:
    """Return what the site's finder is given."""
    return desk_data(LIBRARY)


@cache
def _finder() -> Running:
    return Running(FIND, desk())


@cache
def _risk() -> Running:
    return Running(RISK, desk()["safety"])


def found(asked: list[str]) -> list[list[dict[str, Any]]]:
    """Return what the finder shows for each of several questions, the best first."""
    answers: list[list[dict[str, Any]]] = _finder().ask(asked)
    return answers


def find(asked: list[str]) -> list[list[str]]:
    """Return the ids of what is found for each of several questions, the best first."""
    return [[each["id"] for each in items] for items in found(asked)]


def shown(asked: list[str]) -> list[list[str]]:
    """Return the ids of the risk cards that the finder shows for each text."""
    return [[each["id"] for each in items if each["risk"]] for items in found(asked)]


def risks(asked: list[str]) -> list[list[str]]:
    """Return the ids of the risk cards that the site hears in each text."""
    answers: list[list[str]] = _risk().ask(asked)
    return answers
