// What is said after a scenario: how it ended, turn by turn beside what was best, and what was
// practised. Writes the attempt into the learner's record.

import { gettext, ngettext } from "../../browser/core/words.js";
import { WAIT } from "../../browser/core/scenario.js";
import { button, element } from "../../browser/dom/make.js";

/** @param {Scene} scene an <unruffled-scenario> whose conversation has ended */
export function debrief(scene) {
  const { game, route, now } = scene;
  const { best, left, turns } = game.review(route);
  const id = `ending.${now.at}`;
  const title = element("h2", { tabIndex: -1 }, scene.copy(id, ".scene-outcome").textContent);
  const lost = turns.findIndex((each, turn) => each.left < (turns[turn - 1]?.left ?? left));
  const way = game
    .states(best)
    .slice(0, -1)
    .map(({ at }, turn) => exchange(scene, at, best[turn]));
  const box = element(
    "section",
    { className: "scene-debrief" },
    title,
    scene.copy(id, "div"),
    ...(lost < 0 ? [] : turningPoint(scene, lost)),
    element("h3", {}, gettext("Turn by turn")),
    element(
      "ol",
      {},
      ...turns.map((each, turn) =>
        turnOf(scene, turn, each.best, each.left < (turns[turn - 1]?.left ?? left)),
      ),
    ),
    element(
      "details",
      {},
      element("summary", {}, gettext("The best way, from the start")),
      element("ol", {}, ...way),
    ),
    element("h3", {}, gettext("What you practised")),
    practised(scene),
  );
  scene.choices.after(box);
  title.focus();
  keep(scene);
}

/** @param {Scene} scene @param {string} at @param {number} index */
const said = (scene, at, index) => scene.copy(`reply.${at}.${index + 1}`, ".scene-say");

/** @param {Scene} scene @param {string} at @param {number} index */
const exchange = (scene, at, index) =>
  element(
    "li",
    {},
    scene.copy(`node.${at}`, "p"),
    element("p", {}, element("b", {}, gettext("You:")), " ", ...said(scene, at, index).childNodes),
  );

/** @param {Scene} scene @param {number} turn */
const turningPoint = (scene, turn) => [
  element(
    "p",
    {},
    gettext("The turning point was turn {number}. Until then a better ending was possible.", {
      number: turn + 1,
    }),
  ),
  button(gettext("Try again from there"), () => scene.again(turn)),
];

/**
 * One turn: what was said, what it did, and what a better reply would have brought.
 *
 * @param {Scene} scene
 * @param {number} turn
 * @param {number} better
 * @param {boolean} lost
 */
function turnOf(scene, turn, better, lost) {
  const { game, route, states } = scene;
  const { at } = states[turn];
  const index = route[turn];
  if (index === WAIT) return element("li", {}, gettext("You kept them waiting."));
  const item = element(
    "li",
    {},
    said(scene, at, index),
    scene.copy(`reply.${at}.${index + 1}`, ".scene-feedback"),
  );
  // Of two good replies none is called better.
  if (index === better || !(lost || game.nodes[at][index][3])) return item;
  const next = game.after(states[turn], better).at;
  const then =
    next in game.nodes ? scene.copy(`node.${next}`, "p") : scene.copy(`ending.${next}`, "h3 span");
  item.append(
    element(
      "p",
      {},
      element("b", {}, gettext("Better here:")),
      " ",
      ...said(scene, at, better).childNodes,
    ),
    element(
      "p",
      {},
      element(
        "b",
        {},
        next in game.nodes
          ? gettext("{name} would have said:", { name: scene.name })
          : gettext("It would have ended:"),
      ),
      " ",
      ...then.childNodes,
    ),
  );
  return item;
}

/**
 * The techniques of the route, each with how often it was used, and gone against.
 *
 * @param {Scene} scene
 */
function practised(scene) {
  const list = element("ul", { className: "scene-practised" });
  for (const item of scene.querySelectorAll(".scene-techniques li")) {
    /** @param {string} kind */
    const count = (kind) =>
      scene.route.filter(
        (index, turn) =>
          scene.text(`reply.${scene.states[turn].at}.${index + 1}`)?.dataset[kind] ===
          item.dataset.id,
      ).length;
    const [used, broken] = [count("uses"), count("breaks")];
    const words = [
      used && ngettext("used once", "used {n} times", used),
      broken && ngettext("gone against once", "gone against {n} times", broken),
    ].filter(Boolean);
    if (words.length)
      list.append(element("li", {}, ...item.cloneNode(true).childNodes, `: ${words.join(", ")}`));
  }
  return list;
}

/** @param {Scene} scene */
async function keep(scene) {
  const { game, dataset, now, helped, store } = scene;
  const share = game.endings[now.at] / Math.max(...Object.values(game.endings));
  /** @type {NewEntry} */
  const detail = {
    type: "attempt",
    quiz: /** @type {string} */ (dataset.ref),
    question: "play",
    kind: "scenario",
    mode: "practice",
    rev: dataset.rev,
    share,
    points: share,
    max: 1,
    tries: 1,
    hints: helped,
    route: [...scene.route],
    ending: now.at,
  };
  (await store)?.append([detail]);
  scene.dispatchEvent(new CustomEvent("unruffled-answer", { bubbles: true, detail }));
}
