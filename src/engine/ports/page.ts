// How a long list is read: where a page starts, and how long it is.

/** Where a page starts (the id after which) and how long it is. */
export type Page = { readonly limit: number; readonly after?: string };
