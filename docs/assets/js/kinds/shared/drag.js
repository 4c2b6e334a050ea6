// Dragging as an extra, with mouse or pen; fingers scroll, and use the buttons and lists.

/** Let `thing` be dragged to one of `places`; call `drop` with the place it is let go on. */
export function dragTo(thing, places, drop) {
  thing.draggable = true;
  thing.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", thing.textContent);
    const end = new AbortController();
    const options = { signal: end.signal };
    thing.addEventListener("dragend", () => end.abort(), options);
    for (const place of places) {
      place.addEventListener("dragover", (over) => over.preventDefault(), options);
      place.addEventListener("drop", (over) => (over.preventDefault(), drop(place)), options);
    }
  });
}
