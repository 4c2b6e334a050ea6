// Dragging as an extra, with mouse or pen; fingers scroll, and use the buttons and lists.

const allow = (event) => event.preventDefault();

/** Let `thing` be dragged to one of `places`; call `drop` with the place it is let go on. */
export function dragTo(thing, places, drop) {
  const listen = (over, onto) => {
    const ondrop = (event) => {
      allow(event);
      onto(event.currentTarget);
    };
    for (const place of places) Object.assign(place, { ondragover: over, ondrop: onto && ondrop });
  };
  thing.draggable = true;
  thing.ondragstart = (event) => {
    event.dataTransfer.setData("text/plain", thing.textContent);
    listen(allow, drop);
  };
  thing.ondragend = () => listen(null, null);
}
