"""What took longest, at the end of a long run: by file, by test, and what fixtures make apart.

`conftest.py` registers the hooks. What several tests share is made by the first that asks
for it: its seconds are taken off that test. On a busy machine all seconds are longer.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Generator, Iterator

import pytest

ROWS = 15
LONG = 60
"""Seconds of tests from which on there is a table."""
MADE = "made for several tests"


class Times:
    """Seconds by file, by test, and by what was made for several tests."""

    def __init__(self) -> None:
        self.files: dict[str, float] = defaultdict(float)
        self.tests: dict[str, float] = defaultdict(float)
        self.made: dict[str, float] = defaultdict(float)

    def add(self, test: str, seconds: float, made: dict[str, float]) -> None:
        """Add one phase of a test, in which these fixtures were made."""
        own = seconds - sum(made.values())
        self.files[test.partition("::")[0]] += own
        self.tests[test] += own
        for name, spent in made.items():
            self.made[name] += spent

    def table(self) -> Iterator[str]:
        """Yield the lines of the table; none after a short run."""
        spent = sum(self.files.values()) + sum(self.made.values())
        if spent < LONG:
            return
        yield f"{spent:.0f} seconds in all processes"
        for title, times in (("files", self.files), ("tests", self.tests), (MADE, self.made)):
            if times:
                yield f"-- {title}"
            for name, seconds in sorted(times.items(), key=lambda each: -each[1])[:ROWS]:
                yield f"{seconds:8.1f} s  {name}"


TIMES = Times()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef, request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Note how long it takes to make what several tests share."""
    begun = time.perf_counter()
    try:
        return (yield)
    finally:
        if fixturedef.scope != "function":
            spent = (MADE, [fixturedef.argname, time.perf_counter() - begun])
            request._pyfuncitem.user_properties.append(spent)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count one phase of a test; with several workers, the process that started them does it."""
    noted = report.user_properties if report.when == "setup" else []
    made: dict[str, float] = defaultdict(float)
    for name, value in noted:
        if name == MADE:
            made[value[0]] += value[1]
    TIMES.add(report.nodeid, report.duration, made)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    lines = list(TIMES.table())
    if lines:
        terminalreporter.section("slowest")
    for line in lines:
        terminalreporter.write_line(line)
