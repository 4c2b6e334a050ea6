// The rules of a conversation: the vectors that the build is held to, too (tests/unit/test_playing.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Game } from "#unruffled/browser/core/scenario.js";

const file = new URL("../vectors/scenarios.json", import.meta.url);

for (const { about, graph, route, states, best } of JSON.parse(readFileSync(file, "utf8")))
  test(`the vectors hold: ${about}`, () => {
    const game = new Game(graph);
    const found = game.states(route);
    assert.deepEqual(
      found.map(({ at, calm, trust, resolution }) => [at, calm, trust, resolution]),
      states,
    );
    assert.deepEqual(game.review(route).best, best);
  });
