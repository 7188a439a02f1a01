// One thing that could stand under the cursor of a line.

/** One offered completion: `insert` replaces the word under the cursor, `label` and `hint` are shown. */
export type Offered = { readonly insert: string; readonly label: string; readonly hint: string };
