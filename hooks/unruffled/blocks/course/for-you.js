// What is begun and due, on a page that is not the course's. Without a record it loads nothing.

import { root } from "../../browser/core/root.js";

const exists = async () =>
  (await indexedDB.databases()).some(({ name }) => name === `unruffled ${root.pathname}`);
// Where a browser does not say which databases there are, the record is read to find out.
exists()
  .catch(() => true)
  .then((is) => is && import("./course.js"));
