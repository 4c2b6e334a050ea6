// On every page, before the theme's script: the index of its search comes when somebody goes to the
// field, and not before. It weighs more than all else of a page together, and most readers search
// nothing. It is no module: those run after the theme's script.
//
// The theme asks for the index as soon as it runs, and cannot be told to wait. So that one request is
// held here; all others, before and after it, go as they go.
{
  const INDEX = "search/search_index.json";
  const { open, send } = XMLHttpRequest.prototype;

  /** @type {(go: any) => void} */
  const whenAsked = (go) =>
    addEventListener("focusin", function onFocus({ target }) {
      if (!(/** @type {Element} */ (target).closest?.("[data-md-component=search]"))) return;
      removeEventListener("focusin", onFocus);
      go();
    });

  /** @param {XMLHttpRequest} request */
  const hold = (request) => {
    request.send = (...body) => {
      XMLHttpRequest.prototype.open = open;
      whenAsked(() => send.apply(request, body));
    };
  };

  /** @this {XMLHttpRequest} @param {[string, string | URL, ...any[]]} given */
  function opening(...given) {
    if (`${given[1]}`.endsWith(INDEX)) hold(this);
    return open.apply(this, /** @type {any} */ (given));
  }

  XMLHttpRequest.prototype.open = /** @type {any} */ (opening);
}
