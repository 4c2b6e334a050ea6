"""`python tests/bench/voice.py`: what the page tells of forty made voices, beside Praat.

espeak-ng says lines with three voices at four paces; pauses, loudness and noise are put in.
Chromium hears each as if it came from a microphone, and Praat is asked about the sound that the
page has recorded: what a busy machine loses on the way is lost for both. Then the processor is
slowed down four times, and the frames are timed while a voice is recorded.

It needs `espeak-ng` of the system and `pip install praat-parselmouth numpy`; nothing else does.
"""

from __future__ import annotations

import itertools
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

import numpy as np  # noqa: E402
import parselmouth  # noqa: E402
from parselmouth.praat import call  # noqa: E402
from playwright.sync_api import BrowserType, sync_playwright  # noqa: E402

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
RUNS = 5
"""How often the frames are timed: what else the machine does spoils some of them."""

RECORD = """async ([module, seconds]) => {
  const { Recorder } = await import(module);
  let take;
  const recorder = new Recorder((each) => (take = each));
  document.querySelector("article").append(...recorder.parts);
  recorder.button.click();
  const frames = [];
  await new Promise((done) => {
    let begun = 0;
    let last = 0;
    const look = (now) => {
      if (recorder.button.classList.contains("voice-recording")) {
        if (begun) frames.push(now - last);
        begun ||= now;
        last = now;
      }
      if (begun && now - begun > seconds * 1000) done();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  recorder.button.click();
  if (!take) return { told: recorder.told.textContent };
  const { start, end, pauses, loudness } = take.heard;
  const { rate, samples } = take.sound;
  const sound = { rate, samples: Array.from(samples) };
  return { start, end, pauses, loudness, ending: take.ending, frames, sound };
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


def hear(chromium: BrowserType, address: str, file: Path, seconds: float, slow: int = 1) -> Any:
    """Return what the page tells of a file that is played into its microphone."""
    fake = (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={file}%noloop",
    )
    browser = chromium.launch(executable_path=find_browser(), args=[*launch_arguments(), *fake])
    page = browser.new_page(service_workers="block")
    page.goto(f"{address}voice/stay-calm/")
    if slow > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    module = f"{address}assets/unruffled/blocks/voice/recorder.js"
    told = page.evaluate(RECORD, [module, seconds])
    browser.close()
    return told


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
            page = hear(playwright.chromium, address, file, lasts - 0.3)
            recorded = np.array(page["sound"]["samples"]) / 32_767
            compare(figures, page, praat(parselmouth.Sound(recorded, page["sound"]["rate"])))
        longest = [
            max(hear(playwright.chromium, address, folder / "00.wav", 6, slow=4)["frames"])
            for _ in range(RUNS)
        ]
    right, unclear = figures.ends.count("right"), figures.ends.count("unclear")
    print(
        f"pauses within 60 ms    {figures.found} of {figures.pauses}, {figures.too_many} too many"
    )
    print(f"pace, at most off by   {max(figures.pace):.2f} %")
    print(f"loudness, at most off  {max(figures.loudness):.2f} dB")
    print(f"how it ends            {right} of {len(figures.ends)} right, {unclear} unclear")
    print(f"longest frame, 4 times slowed, in the quietest of {RUNS} runs  {min(longest):.0f} ms")


if __name__ == "__main__":
    main()
