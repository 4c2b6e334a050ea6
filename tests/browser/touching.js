// Hear every word that a page says, and touch all that can be touched on it: for tests of languages.

window.heard = new Set();
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "data-label"];
const UNSAID = "script, style, code, pre, svg text, [name=zone], [translate=no], .tick";

/** Note what an element and all in it say. */
function hear(node) {
  const element = node.nodeType === 1 ? node : node.parentElement;
  if (!element || element.closest(UNSAID)) return;
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = node.nodeType === 3 ? node : texts.nextNode(); text; text = texts.nextNode()) {
    if (text.data.trim() && !text.parentElement?.closest(UNSAID)) heard.add(text.data.trim());
    if (node.nodeType === 3) break;
  }
  if (node.nodeType !== 1) return;
  for (const each of [node, ...node.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join())])
    for (const name of ATTRIBUTES)
      if (each.getAttribute(name)?.trim() && !each.closest(UNSAID)) heard.add(each.getAttribute(name));
}

let busy = 0;
let changed = 0;
const change = () => (changed = performance.now());
const fetched = window.fetch;
window.fetch = (...all) => {
  busy += 1;
  return fetched(...all).finally(() => {
    busy -= 1;
    change();
  });
};
new PerformanceObserver(change).observe({ type: "resource", buffered: true });

/** Wait until the page has loaded nothing and changed nothing for 100 ms: then it has done its work. */
window.quiet = async () => {
  change();
  while (busy || document.readyState !== "complete" || performance.now() - changed < 100)
    await new Promise((done) => setTimeout(done, 10));
};

addEventListener("DOMContentLoaded", () => {
  new MutationObserver(change).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  hear(document.body);
  heard.add(document.title);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(hear);
      else hear(target);
    }
  }).observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
    attributeFilter: ATTRIBUTES,
  });
});

window.print = () => {};
window.open = () => null;

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const CAN = "summary, button, input, select, textarea";

/** Whether a reader can reach an element now. */
const there = (each) =>
  each.checkVisibility({ visibilityProperty: true }) && !each.disabled && !("touched" in each.dataset);

/** What is there many times, such as the rows of a table, is touched a few times only. */
const ALIKE = 6;
const touched = new Map();
const enough = (each) => {
  const kind = [each.tagName, each.type, each.className, each.dataset.do].join(" ");
  touched.set(kind, (touched.get(kind) ?? 0) + 1);
  return touched.get(kind) > ALIKE && !each.closest("unruffled-question");
};

/** Use a field or button once, as a reader would. */
function use(each) {
  if (each.matches("input:is([type=text], [type=search], :not([type])), textarea")) {
    each.value = "AB";
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (each.matches("select")) {
    each.selectedIndex = each.options.length - 1;
    each.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (!each.matches("[type=file], [type=date], [type=number], [type=reset]")) each.click();
}

/** Touch each thing in the page's own part once, what appears by it too; return how many. */
window.touchAll = async (most) => {
  let count = 0;
  await frame();
  while (count < most) {
    const next = [...document.querySelectorAll(`article :is(${CAN}), dialog[open] :is(${CAN})`)].find(
      there,
    );
    if (!next) break;
    count += 1;
    next.dataset.touched = "";
    if (enough(next)) continue;
    use(next);
    await frame();
  }
  return count;
};

/** Whether an element stays in the window while the page moves: it lies over others on purpose. */
const floats = (element) => {
  for (let each = element; each; each = each.parentElement)
    if (["sticky", "fixed"].includes(getComputedStyle(each).position)) return true;
  return false;
};

/** What is cut, lies over something else, or is wider than the window. */
window.misplaced = () => {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth + 1) found.push(`the page is ${root.scrollWidth} wide`);
  const boxes = [];
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest("svg, select, option, .u-hidden, .md-clipboard") || floats(element)) continue;
    const style = getComputedStyle(element);
    const cut = style.overflowX !== "visible" && style.overflowX !== "auto" && style.overflowX !== "scroll";
    if (cut && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2)
      found.push(`cut: ${text.data.trim().slice(0, 60)}`);
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects())
      if (box.width > 3 && box.height > 3) boxes.push({ box, text });
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach(({ box, text }, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < box.bottom - 4; next += 1) {
      const other = boxes[next];
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      if (other.text !== text && across > 4 && down > 6)
        found.push(`“${text.data.trim().slice(0, 40)}” lies over “${other.text.data.trim().slice(0, 40)}”`);
    }
  });
  return [...new Set(found)];
};
