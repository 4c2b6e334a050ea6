"""`python tests/bench/voice.py`: what the page tells of forty made voices, beside Praat.

espeak-ng says lines with three voices at four paces; pauses, loudness and noise are put in.
Chromium hears each as if it came from a microphone, and Praat is asked about the sound that the
page has recorded: what a busy machine loses on the way is lost for both. Then the processor is
slowed down four times, and the tasks of the page are timed while a voice is recorded.

It needs `espeak-ng` of the system and `pip install praat-parselmouth numpy`; nothing else does.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

import numpy as np  # noqa: E402
import parselmouth  # noqa: E402
from parselmouth.praat import call  # noqa: E402
from playwright.sync_api import BrowserType, Page, sync_playwright  # noqa: E402

from browser_setup import find_browser, launch_arguments  # noqa: E402
from support import build, serve  # noqa: E402

RATE = 48_000
VOICES = ("en-us", "en-gb+f3", "en-us+f2")
PACES = (120, 150, 180, 220)
PAUSES = (350, 500, 800, 1200)
GAINS = (0, -6, -12, -20)
NOISE = (None, None, 40, 30)
LINES = (
    ("You've waited four days", "and nobody wrote to you.", "I'm looking at it now."),
    ("I hear you.", "The fridge is for your insulin", "and it is not there yet."),
    ("I can't open that account", "but I can ask the team today.", "May I call you at five?"),
    ("You told us twice.", "Is that right?"),
)
COUNT = 40

RECORD = """async ([module, seconds]) => {
  const { Recorder } = await import(module);
  let take;
  const recorder = new Recorder((each) => (take = each));
  document.querySelector("article").append(...recorder.parts);
  recorder.button.click();
  const until = async (done) => {
    while (!done()) await new Promise((next) => setTimeout(next, 20));
  };
  await until(() => recorder.button.classList.contains("voice-recording"));
  const begun = performance.now();
  await until(() => performance.now() - begun > 1000 * seconds);
  recorder.button.click();
  if (!take) return { told: recorder.told.textContent };
  const { start, end, pauses, loudness } = take.heard;
  const { rate, samples } = take.sound;
  const sound = { rate, samples: Array.from(samples) };
  return { start, end, pauses, loudness, ending: take.ending, sound };
}"""


@dataclass
class Figures:
    """What all recordings together come to."""

    pauses: int = 0
    found: int = 0
    too_many: int = 0
    pace: list[float] = field(default_factory=list)
    loudness: list[float] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


def make(file: Path, number: int, voice: str, pace: int, line: tuple[str, ...]) -> None:
    """Write a recording: half a second of silence, the line, and silence again."""
    said = f'<break time="{PAUSES[number % 4]}ms"/>'.join(line)
    raw = file.with_suffix(".raw.wav")
    command = ["espeak-ng", "-v", voice, "-s", str(pace), "-m", "-w", str(raw)]
    subprocess.run([*command, f"<speak>{said}</speak>"], check=True)
    sound = parselmouth.Sound(str(raw)).resample(RATE).values[0]
    sound *= 0.7 * 10 ** (GAINS[number // 2 % 4] / 20) / np.abs(sound).max()
    sound = np.concatenate([np.zeros(RATE // 2), sound, np.zeros(RATE)])
    below = NOISE[number // 3 % 4]
    loud = math.sqrt((sound[np.abs(sound) > 0] ** 2).mean())
    hiss = loud * 10 ** (-below / 20) if below else 2e-5
    sound += np.random.default_rng(number).normal(0, hiss, len(sound))
    parselmouth.Sound(sound, RATE).save(str(file), "WAV")


def praat(sound: parselmouth.Sound) -> dict[str, Any]:
    """Return what Praat says of a sound; how it ends is measured as the page does."""
    loudness = call(sound, "To Intensity", 100, 0, "yes")
    grid = call(loudness, "To TextGrid (silences)", -25, 0.25, 0.08, "silent", "sounding")
    spans = [
        tuple(call(grid, f"Get {side} time of interval", 1, index) for side in ("start", "end"))
        for index in range(1, call(grid, "Get number of intervals", 1) + 1)
        if call(grid, "Get label of interval", 1, index) == "sounding"
    ]
    energy = sum(sound.extract_part(*span).get_energy() for span in spans)
    end = spans[-1][1]
    last = sound.extract_part(max(0, end - 1), min(sound.duration, end + 0.05))
    pitch = call(last, "To Pitch (cc)", 0.01, 65, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500)
    tail = [each for each in pitch.selected_array["frequency"] if each > 0][-36:]
    part = math.ceil(len(tail) / 4)
    return {
        "start": spans[0][0],
        "end": end,
        "pauses": [(one[1], other[0]) for one, other in itertools.pairwise(spans)],
        "loudness": 10 * math.log10(energy / sum(to - from_ for from_, to in spans)),
        "moved": 12 * math.log2(np.median(tail[-part:]) / np.median(tail[:part])) if part else 0,
    }


@contextlib.contextmanager
def hearing(chromium: BrowserType, address: str, file: Path) -> Iterator[Page]:
    """Open the exercises in a browser whose microphone plays ``file`` once."""
    fake = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={file}%noloop",
    )
    browser = chromium.launch(executable_path=find_browser(), args=[*launch_arguments(), *fake])
    page = browser.new_page(service_workers="block")
    page.goto(f"{address}voice/stay-calm/")
    yield page
    browser.close()


def record(page: Page, address: str, seconds: float) -> Any:
    """Return what the page tells of what it hears."""
    return page.evaluate(RECORD, [f"{address}assets/unruffled/blocks/voice/recorder.js", seconds])


def longest_task(chromium: BrowserType, address: str, file: Path) -> float:
    """Return the longest task of the page while it records, four times slowed, in milliseconds.

    It is the processor's time, since another program on the machine must not count.
    """
    with hearing(chromium, address, file) as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.locator(".voice-exercise .voice-record").first.click()
        page.get_by_role("button", name="Stop").wait_for()
        page.wait_for_timeout(1000)
        browser = page.context.browser
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        page.wait_for_timeout(4000)
        events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {
        (each["pid"], each["tid"])
        for each in events
        if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    tasks = [
        each["tdur"] / 1000
        for each in events
        if (each["pid"], each["tid"]) in main and "RunTask" in each["name"] and "tdur" in each
    ]
    return max(tasks)


def compare(figures: Figures, page: dict[str, Any], other: dict[str, Any]) -> None:
    """Add a recording."""
    for pause in other["pauses"]:
        figures.pauses += 1
        figures.found += any(
            all(abs(mine - theirs) <= 0.06 for mine, theirs in zip(each, pause, strict=True))
            for each in page["pauses"]
        )
    figures.too_many += max(0, len(page["pauses"]) - len(other["pauses"]))
    lasts = (other["end"] - other["start"]) / (page["end"] - page["start"])
    figures.pace.append(abs(100 * (lasts - 1)))
    figures.loudness.append(abs(page["loudness"] - other["loudness"]))
    if abs(other["moved"]) >= 3:
        right = "falls" if other["moved"] < 0 else "rises"
        figures.ends.append("right" if page["ending"] == right else page["ending"])


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    every = [(voice, pace, line) for voice in VOICES for pace in PACES for line in LINES]
    picked = [each for index, each in enumerate(every) if index % 6 != 5][:COUNT]
    figures = Figures()
    with serve(build(folder / "site")) as address, sync_playwright() as playwright:
        for number, (voice, pace, line) in enumerate(picked):
            file = folder / f"{number:02}.wav"
            make(file, number, voice, pace, line)
            lasts = parselmouth.Sound(str(file)).duration
            with hearing(playwright.chromium, address, file) as page:
                told = record(page, address, lasts - 0.3)
            recorded = np.array(told["sound"]["samples"]) / 32_767
            compare(figures, told, praat(parselmouth.Sound(recorded, told["sound"]["rate"])))
        longest = longest_task(playwright.chromium, address, folder / "00.wav")
    right, unclear = figures.ends.count("right"), figures.ends.count("unclear")
    print(
        f"pauses within 60 ms    {figures.found} of {figures.pauses}, {figures.too_many} too many"
    )
    near = sum(each <= 5 for each in figures.pace)
    print(f"pace within 5 %        {near} of {COUNT}, at most off by {max(figures.pace):.2f} %")
    print(f"loudness, at most off  {max(figures.loudness):.2f} dB")
    print(f"how it ends            {right} of {len(figures.ends)} right, {unclear} unclear")
    print(f"longest task           {longest:.0f} ms, 4 times slowed, of processor time")


if __name__ == "__main__":
    main()
