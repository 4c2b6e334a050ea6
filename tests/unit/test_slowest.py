"""The table of what took longest: what tests share is counted apart, and short runs have none."""

from __future__ import annotations

from slowest import LONG, MADE, ROWS, Times


def test_what_is_made_for_several_tests_is_taken_off_the_first_of_them() -> None:
    times = Times()
    times.add("a.py::first", LONG + 2, {"site": LONG})
    times.add("a.py::second", 3, {})
    lines = list(times.table())
    assert lines == [
        f"{LONG + 5} seconds in all processes",
        "-- files",
        "     5.0 s  a.py",
        "-- tests",
        "     3.0 s  a.py::second",
        "     2.0 s  a.py::first",
        f"-- {MADE}",
        "    60.0 s  site",
    ]


def test_a_short_run_has_no_table_and_a_long_one_the_slowest_alone() -> None:
    times = Times()
    times.add("a.py::short", LONG - 1, {})
    assert list(times.table()) == []
    for number in range(2 * ROWS):
        times.add(f"f{number}.py::test", number, {})
    lines = list(times.table())
    assert len(lines) == 1 + (1 + ROWS) + (1 + ROWS)
    assert lines[2].endswith("  a.py")
    assert not any("f0.py" in line for line in lines)
