"""Each code is declared once, beside what tells it; the catalogue is only what is collected."""

from __future__ import annotations

import re

import pytest

from support import ROOT
from unruffled import catalogue
from unruffled.catalogue import CATALOGUE, Entry, declare, families, family
from unruffled.checks.registry import rule
from unruffled.found import import_all
from unruffled.project import inspect  # noqa: F401  it finds every rule

PACKAGE = ROOT / "hooks" / "unruffled"
_CODE = re.compile(r'"([A-Z]{2}\d{3})"')


def test_every_code_that_is_told_is_declared_and_no_other_one_is() -> None:
    told = {
        code for file in PACKAGE.rglob("*.py") for code in _CODE.findall(file.read_text("utf-8"))
    }
    assert told - {"ES256"} == CATALOGUE.keys()  # a way to sign is no code of ours


def test_a_code_is_declared_once() -> None:
    with pytest.raises(ValueError, match="QZ101"):
        declare("QZ101", meaning="Another meaning.", cure="Another cure.")


def test_a_rule_has_a_code_that_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unruffled.checks.registry.RULES", [])
    with pytest.raises(KeyError):
        rule("QZ999")
    with pytest.raises(KeyError):
        rule("XX101", meaning="Of no family.", cure="None.")


def test_the_page_is_the_same_in_whatever_order_codes_are_declared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = list(families())
    monkeypatch.setattr(catalogue, "CATALOGUE", dict(reversed(CATALOGUE.items())))
    assert list(families()) == before


def test_a_new_family_stands_behind_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "FAMILIES", dict(catalogue.FAMILIES))
    entry = Entry("A shift has nobody.", "Name somebody.")
    monkeypatch.setattr(catalogue, "CATALOGUE", {**CATALOGUE, "ZZ101": entry})
    family("ZZ", "Rotas")
    family("ZZ", "Rotas")  # each module of its rules may say so
    assert list(families())[-1] == ("Rotas", [("ZZ101", entry)])
    with pytest.raises(ValueError, match="Quizzes"):
        family("QZ", "Rotas")


def test_modules_are_found_by_their_folder_in_one_order() -> None:
    names = [each.__name__ for each in import_all("checks/*.py")]
    assert names == sorted(names)
    assert "unruffled.checks.links" in names
    assert "unruffled.kinds.spot.rules" in [each.__name__ for each in import_all("**/rules.py")]
