// Loudness over time: while somebody speaks, and of a recording. The words stand beside it, so it is
// hidden from screen readers.

/** Decibels from the bottom of a picture to its top, which is 100 high. */
const [BOTTOM, HIGH] = [-70, 100];
/** How many points a picture has: of the strip, and at most of a recording. */
const [SHORT, LONG] = [120, 240];

/** @param {string} tag @param {Record<string, string | number>} attributes */
function shape(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) made.setAttribute(name, `${attributes[name]}`);
  return made;
}

/** @param {string} name @param {number} width @param {...Element} shapes */
function picture(name, width, ...shapes) {
  const made = shape("svg", {
    class: name,
    viewBox: `0 0 ${width} ${HIGH}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  made.append(...shapes);
  return made;
}

/** How far from the top a level is. @param {number} level */
const height = (level) => Math.round(Math.min(1, Math.max(0, level / BOTTOM)) * HIGH);

/** @param {number[]} levels @param {number} [wide] how far apart they are */
const outline = (levels, wide = 1) =>
  `M0 ${HIGH}${levels.map((each, index) => `L${index * wide} ${height(each)}`).join("")}V${HIGH}Z`;

/** A strip that runs along while somebody speaks: its picture, and what adds to it. */
export function makeStrip() {
  const line = shape("path", {});
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** @type {number[]} */
  let levels = [];
  const show = () => line.setAttribute("d", outline(levels));
  return {
    drawing: picture("voice-strip", SHORT, line),
    /** @param {number} level the loudness just now */
    add(level) {
      levels = [...levels, level].slice(-SHORT);
      if (!still) requestAnimationFrame(show);
    },
    clear() {
      levels = [];
      show();
    },
  };
}

/**
 * Draw a recording: its loudness, its pauses, and the speaker's usual loudness across it.
 *
 * @param {import("../../browser/core/voice-sound.js").Heard} heard
 * @param {number} seconds that the width stands for
 * @param {number} [usual]
 */
export function draw({ levels, pauses }, seconds, usual = NaN) {
  const width = 100 * seconds;
  const every = Math.ceil(levels.length / LONG);
  const points = Array.from({ length: Math.floor(levels.length / every) }, (_, index) =>
    Math.max(...levels.subarray(index * every, (index + 1) * every)),
  );
  const drawing = picture(
    "voice-picture",
    width,
    ...pauses.map(([from, to]) =>
      shape("rect", { x: 100 * from, width: 100 * (to - from), height: HIGH }),
    ),
    shape("path", { d: outline(points, every) }),
  );
  if (usual)
    drawing.append(shape("path", { class: "voice-usual", d: `M0 ${height(usual)}H${width}` }));
  return drawing;
}
