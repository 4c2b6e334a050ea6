"""Sounds for Chromium's microphone: made here, so that it is known what is in them."""

from __future__ import annotations

import math
import random
import struct
import wave
from pathlib import Path

RATE = 16_000
Part = tuple[float, float, float, float]
"""Seconds, loudness from 0 to 1, and the pitch at the beginning and at the end, in hertz."""

LEAD = (0.6, 0.0, 1.0, 1.0)
LINE: list[Part] = [
    LEAD,
    (1.0, 0.3, 150, 150),
    (0.6, 0.0, 1, 1),
    (0.8, 0.3, 150, 100),
    (30, 0, 1, 1),
]
"""A line with one pause of six tenths of a second; its end falls. Then it is quiet."""


def write(file: Path, parts: list[Part]) -> Path:
    """Write a voice that hums: a tone with overtones, and a little hiss."""
    chance = random.Random(7)
    turn, samples = 0.0, []
    for seconds, loudness, low, high in parts:
        count = round(seconds * RATE)
        for index in range(count):
            turn += low * (high / low) ** (index / count) / RATE
            tone = sum(math.sin(2 * math.pi * n * turn) / n for n in (1, 2, 3)) / 1.9
            value = loudness * tone + chance.uniform(-3e-5, 3e-5)
            samples.append(round(32_767 * max(-1.0, min(1.0, value))))
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file


def microphone(file: Path) -> list[str]:
    """Return what Chromium is started with, so that its microphone plays ``file`` once."""
    return [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={file}%noloop",
        "--autoplay-policy=no-user-gesture-required",
    ]
