// The simulator as the workspace sees it: named things a customer could do now.

/** Things that can be made to happen in the sample shop; `run` gives a sentence about what it did. Throws UserError for an unknown name. */
export interface Simulator {
  readonly describe: readonly {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
  }[];
  run(name: string): Promise<{ readonly text: string }>;
}
