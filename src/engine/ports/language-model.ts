// The LanguageModel port: a conversation in rounds, in which a model says something or asks for tools to be called.

/** A tool as a model is told of it; `schema` is JSON Schema of its arguments. */
export type ModelTool = {
  readonly name: string;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
};

/** A call that a model asks for; `args` is null where what it wrote is no object. */
export type ModelCall = {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>> | null;
};

/** What came of a call, as text. */
export type CallResult = { readonly id: string; readonly output: string };

/** One round: what was said, what is to be called, and what it cost in tokens; null where the server does not say. */
export type ModelRound = {
  readonly text: string;
  readonly calls: readonly ModelCall[];
  readonly tokens: number | null;
  /** It ends before its end: it became too long, or the rest is held back. */
  readonly cut?: 'cut' | 'filtered';
};

export interface ModelConversation {
  /**
   * The next round; the first one has no results. `more` tools are offered from now on. Throws VendorError,
   * `ambiguous` where the model may have worked for it.
   */
  next(results: readonly CallResult[], more?: readonly ModelTool[]): Promise<ModelRound>;
}

export interface LanguageModel {
  /** Begins a conversation; nothing is asked until its first round. */
  converse(options: {
    readonly instructions: string;
    readonly said: string;
    readonly tools: readonly ModelTool[];
    /** Gets what is said as it is said: together, the beginning of a round's text. */
    readonly onText?: (text: string) => void;
    readonly signal: AbortSignal;
  }): ModelConversation;
  /** Cuts off what is being said, and says nothing more: the process ends, and whoever waits is told. */
  close(): void;
}
