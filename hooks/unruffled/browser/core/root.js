// Where the site begins.

/** The site's root: an address that ends in a slash. */
export const root = new URL("../../../../", import.meta.url);
