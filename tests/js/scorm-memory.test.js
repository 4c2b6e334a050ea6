// What a package remembers, in the little room that SCORM 1.2 gives it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing, read, write } from "#unruffled/formats/scorm/sco/memory.js";
import { Chance } from "./chance.js";

const ROOM = 4096;
const plain = (memory) => JSON.stringify({ ...memory, answers: [...memory.answers] });
const bytes = (text) => new TextEncoder().encode(text).length;

/** A package and what was done in it, by chance. */
function make(chance) {
  const is = () => chance.next() < 0.5;
  const some = (most, one) =>
    Array.from({ length: Math.floor(chance.next() * most) }, (_, at) => one(at));
  const time = () => chance.whole(0, 2e12);
  const refs = some(60, (at) => `quiz-${at % 3}/q${at}`);
  const names = Object.fromEntries(refs.map((ref) => [ref, ["1", "2", "a1b2c3", "true"]]));
  const chosen = () => refs.filter(is);
  const letters = [...'ab "\\\n<é漢1', "👍🏽"];
  const typed = () => some(chance.pick([3, 40, 4000]), () => chance.pick(letters)).join("");
  const response = (ref) =>
    chance.pick([
      () => some(4, () => chance.pick(names[ref])),
      () => ({ 1: chance.pick(names[ref]), a1b2c3: chance.pick(names[ref]) }),
      typed,
      () => ({ text: typed(), ticks: some(5, is) }),
    ])();
  const by = (list, one) => Object.fromEntries(list.map((ref) => [ref, one(ref)]));
  const draft = () => {
    const drawn = chosen();
    return {
      ...{ run: "x1", seed: time(), edition: "abcdef", began: time(), limit: 35, deadline: time() },
      ...{
        extra: 5,
        drawn,
        answers: by(drawn, response),
        hints: by(drawn, () => chance.whole(1, 2)),
      },
    };
  };
  const result = () => ({
    ...{ run: "y2", at: time(), percent: 80, points: 8, max: 10, passed: true, late: 0, extra: 0 },
    ...{ edition: "abcdef", drawn: chosen() },
  });
  const first = (ref) => ({ response: response(ref), hints: 1, seed: time() });
  const memory = {
    run: "z3",
    asked: chosen(),
    answers: new Map(Object.entries(by(chosen(), first))),
    draft: is() ? draft() : null,
    results: some(12, result),
  };
  return { book: { refs, names }, memory };
}

test("a memory fits, whatever was typed, and comes back as it was", () => {
  const sizes = [];
  for (let seed = 0; seed < 300; seed += 1) {
    const { book, memory } = make(new Chance(seed));
    const text = write("abc", memory, book);
    const back = read(text, "abc", book);
    sizes.push(bytes(text));
    assert.equal(plain(read(write("abc", memory, book, 1e9), "abc", book)), plain(memory));
    assert.equal(write("abc", back, book), text);
    assert.equal(plain(read(text, "other", book)), plain({ ...nothing(), results: back.results }));
  }
  assert.ok(Math.max(...sizes) <= ROOM);
  assert.ok(sizes.filter((size) => size > ROOM * 0.7).length > 10); // many had to be cut
});
