// Text → condition tree, with the place and the reason of every error.

/** A condition as a tree. */
export type Condition = { readonly kind: 'always' };
