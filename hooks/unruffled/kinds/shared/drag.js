// Dragging as an extra, with mouse or pen; fingers scroll, and use the buttons and lists.

/** @param {Event} event */
const allow = (event) => event.preventDefault();

/**
 * Let `thing` be dragged to one of `places`; call `drop` with the place it is let go on.
 *
 * @template {HTMLElement} P
 * @param {HTMLElement} thing
 * @param {P[]} places
 * @param {(place: P) => void} drop
 */
export function dragTo(thing, places, drop) {
  /** @param {((event: Event) => void) | null} over @param {((place: P) => void) | null} onto */
  const listen = (over, onto) => {
    /** @param {DragEvent} event */
    const ondrop = (event) => {
      allow(event);
      /** @type {(place: P) => void} */ (onto)(/** @type {P} */ (event.currentTarget));
    };
    for (const place of places) Object.assign(place, { ondragover: over, ondrop: onto && ondrop });
  };
  thing.draggable = true;
  thing.ondragstart = (event) => {
    /** @type {DataTransfer} */ (event.dataTransfer).setData("text/plain", thing.textContent);
    listen(allow, drop);
  };
  thing.ondragend = () => listen(null, null);
}
