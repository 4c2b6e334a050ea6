// On pages for the time of a call, in the head: marks the page before anything is painted, so that
// nothing jumps. On for one tab, by a button (call-mode.js) or by ?call in the address.
{
  const root = document.documentElement;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  try {
    const key = `unruffled call-mode ${new URL("../../../../", here).pathname}`;
    if (new URLSearchParams(location.search).has("call")) sessionStorage[key] = "on";
    root.toggleAttribute("data-call", key in sessionStorage);
  } catch {
    root.toggleAttribute("data-call", /[?&]call\b/.test(location.search));
  }
}
