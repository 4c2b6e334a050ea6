from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from unruffled.publishing.building import LOCK, Building, BusyError, why

HOLDS = """
import sys
from pathlib import Path
from unruffled.publishing.building import Building
Building(Path(sys.argv[1])).begin()
print("began", flush=True)
sys.stdin.read()
"""
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")


@unix
def test_a_second_build_of_one_site_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as other:  # type: ignore[call-overload]  # two pipes
        assert other.stdout.readline() == b"began\n"
        with pytest.raises(BusyError, match=rf"process {other.pid}\b"):
            Building(tmp_path).begin()
        assert (tmp_path / LOCK).is_file()
        other.kill()
        other.wait()
    mine = Building(tmp_path)  # what was killed holds nothing
    mine.begin()
    mine.leave()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_finished_is_removed_and_the_folder_that_was_made_for_it(
    tmp_path: Path,
) -> None:
    site = tmp_path / "made" / "site"
    building = Building(site)
    (building.begin() / "a").mkdir(parents=True)
    building.leave()
    building.leave()
    assert not site.exists()
    site.mkdir()
    building = Building(site)
    building.begin()
    building.leave()
    assert site.is_dir()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "/a/b could not be written: there is no room left for it."),
        (errno.EFBIG, "/a/b could not be written: there is no room left for it."),
        (errno.EROFS, "/a/b could not be written: you have no right to."),
        (errno.ENOENT, "/a/b: gone."),
    ],
)
def test_why_a_file_could_not_be_written_is_told_in_a_sentence(number: int, told: str) -> None:
    assert why(OSError(number, "gone", "/a/b")).startswith(told)
