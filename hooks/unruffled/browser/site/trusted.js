// On every page, before any other script: what may become markup, and from where a script may come.
// Browsers that know trusted types ask this of each text that the theme, or an organisation's own
// script, writes into a page as HTML. It is no module: those run after the page has been read.
{
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const site = new URL("../../../../", here).href;
  const RUN = "script, iframe, object, embed, base, meta, link, style, form";

  /** @param {Element} element */
  const runs = (element) =>
    element.matches(RUN) ||
    [...element.attributes].some(
      ({ name, value }) => /^(?:on|srcdoc$)/i.test(name) || /^\W*javascript:/i.test(value),
    );

  /**
   * @param {string} html
   * @param {string} _kind
   * @param {string} sink what it is written into, as browsers call it
   * @returns {string} the same; raises TypeError for what would run
   */
  const createHTML = (html, _kind, sink) => {
    if (sink.startsWith("DOMParser")) return html; // nothing runs in a page that is only read
    if ([...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")].some(runs))
      throw new TypeError(`not written into the page, since it would run: ${html.slice(0, 80)}`);
    return html;
  };

  /** @param {string} address @returns {string} the same; raises TypeError for one outside of the site */
  const createScriptURL = (address) => {
    if (new URL(address, document.baseURI).href.startsWith(site)) return address;
    throw new TypeError(`no script of this site: ${address}`);
  };

  window.trustedTypes?.createPolicy("default", { createHTML, createScriptURL });
}
