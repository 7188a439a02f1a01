// Draws charts as pictures, for surfaces that can show one.

/** Values side by side, drawn as bars. */
export type Chart = {
  readonly title: string;
  /** What a bar stands for, and what its value counts: "Month", "Firings". */
  readonly columns: readonly [label: string, value: string];
  readonly bars: readonly Bar[];
};

export type Bar = {
  readonly label: string;
  /** What the length shows, from nothing on; less is drawn as nothing. */
  readonly value: number;
  /** The value as people read it: with its currency, its separators. */
  readonly text: string;
};

export type ChartPicture = {
  /** The same for the same chart: lowercase letters and digits, fit for a file's name. */
  readonly id: string;
  readonly png: Uint8Array;
};

export interface ChartRenderer {
  /** Draws a chart; null where it could not be drawn in time. Never throws. */
  draw(chart: Chart): Promise<ChartPicture | null>;
  /** Lets go of what it holds; it would start again with the next chart. */
  close(): Promise<void>;
}
