"""What a package remembers, in the little room that SCORM 1.2 gives it."""

from __future__ import annotations

from typing import Any

from learning_platform import HOST, Start, content, pack, platform

__all__ = ["content", "platform"]  # fixtures
ROOM = 4096
BY_CHANCE = """async () => {
  const { nothing, read, write } = await import(
    "./course/assets/unruffled/formats/scorm/sco/memory.js");
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  const some = (most, make) => Array.from({ length: Math.floor(Math.random() * most) }, make);
  const time = () => Math.floor(Math.random() * 2e12);
  const refs = some(60, (_, at) => `quiz-${at % 3}/q${at}`);
  const names = Object.fromEntries(refs.map((ref) => [ref, ["1", "2", "a1b2c3", "true"]]));
  const book = { refs, names };
  const chosen = () => refs.filter(() => Math.random() < 0.5);
  const letter = () => pick([..."ab \\"\\\\\\n<é漢1", "👍🏽"]);
  const typed = () => some(pick([3, 40, 4000]), letter).join("");
  const response = (ref) => pick([
    () => some(4, () => pick(names[ref])),
    () => ({ 1: pick(names[ref]), a1b2c3: pick(names[ref]) }),
    typed,
    () => ({ text: typed(), ticks: some(5, () => Math.random() < 0.5) }),
  ])();
  const by = (list, make) => Object.fromEntries(list.map((ref) => [ref, make(ref)]));
  const draft = (drawn = chosen()) => ({
    run: "x1", seed: time(), edition: "abcdef", began: time(), limit: 35, deadline: time(),
    extra: 5, drawn, answers: by(drawn, response), hints: by(drawn, () => pick([1, 2])),
  });
  const result = () => ({
    run: "y2", at: time(), percent: 80, points: 8, max: 10, passed: true, late: 0, extra: 0,
    edition: "abcdef", drawn: chosen(),
  });
  const first = (ref) => ({ response: response(ref), hints: 1, seed: time() });
  const answers = new Map(Object.entries(by(chosen(), first)));
  const done = { run: "z3", asked: chosen(), answers };
  const memory = { ...done, draft: pick([null, draft()]), results: some(12, result) };
  const plain = (it) => JSON.stringify({ ...it, answers: [...it.answers] });
  const text = write("abc", memory, book);
  const back = read(text, "abc", book);
  return {
    size: new TextEncoder().encode(text).length,
    same: plain(read(write("abc", memory, book, 1e9), "abc", book)) === plain(memory),
    steady: write("abc", back, book) === text,
    other: plain(read(text, "other", book)) === plain({ ...nothing(), results: back.results }),
  };
}"""


def test_a_memory_fits_whatever_was_typed_and_comes_back_as_it_was(
    content: Any, platform: Start
) -> None:
    page = platform(pack(content, "some")).context.new_page()
    page.goto(f"{HOST}calls")
    sizes = []
    for _ in range(300):
        found = page.evaluate(BY_CHANCE)
        sizes.append(found.pop("size"))
        assert found == {"same": True, "steady": True, "other": True}
    assert max(sizes) <= ROOM
    assert sum(size > ROOM * 0.7 for size in sizes) > 10  # many had to be cut
