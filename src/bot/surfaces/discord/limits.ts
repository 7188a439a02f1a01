// What Discord takes at most, each number under a name (Discord's API documentation v10, read November 2026).

/** Components of one message, nested ones included. */
export const MESSAGE_COMPONENTS = 40;
/** The text of all text displays of one message. */
export const MESSAGE_TEXT = 4000;
/** What a picture shows, in words. */
export const ALT_TEXT = 1024;
/** Buttons of one row. */
export const ROW_BUTTONS = 5;
/** A button's label. */
export const BUTTON_TEXT = 80;
/** Options of a select, and the parts of one. */
export const SELECT_OPTIONS = 25;
export const OPTION_TEXT = 100;
export const OPTION_VALUE = 100;
export const PLACEHOLDER = 150;
/** What makes a post the same as another. */
export const NONCE = 25;

/** A modal's title, its components, and what labels one of them. */
export const MODAL_TITLE = 45;
export const MODAL_COMPONENTS = 5;
export const LABEL_TEXT = 45;
export const HINT_TEXT = 100;
/** What a text input takes, and what it shows while it is empty. */
export const INPUT_TEXT = 4000;
export const INPUT_PLACEHOLDER = 100;
/** What a button, select or modal carries. */
export const CUSTOM_ID = 100;
/** Options of a command or subcommand, their fixed values, and what describes one. */
export const COMMAND_OPTIONS = 25;
export const COMMAND_TEXT = 100;
/** What is offered while somebody types in a field of a command; a name and a value each. */
export const CHOICES = 25;
export const CHOICE_TEXT = 100;

/** Ours: the title of a card. */
export const TITLE_TEXT = 200;
/** Ours: what stands above the fields of a form. */
export const INTRO_TEXT = 2000;
/** People whom one message may call (allowed_mentions). */
export const CALLED = 100;

/** Ours: all words of a card in its plainest form, beside a title and a line of ours. */
export const PLAIN_TEXT = 3500;
/** Ours: one paragraph, a value beside its label, a line of a list. */
export const PARAGRAPH_TEXT = 1500;
export const FACT_TEXT = 300;
export const LINE_TEXT = 200;
/** Ours: a customer's own words. */
export const QUOTE_TEXT = 1000;
/** Ours: lines of a file or of a difference. */
export const CODE_TEXT = 1800;

/** Ours: facts or lines of one block; what is over is counted. */
export const BLOCK_LINES = 25;
/** Ours: all text of one block, so that a long one does not keep the next from being seen. */
export const BLOCK_TEXT = 1800;
/** Ours: a cell of a table, and the letters of a line of it that a container shows without wrapping. */
export const CELL_TEXT = 100;
export const TABLE_WIDTH = 64;
/** Ours: an address in a link. */
export const URL_TEXT = 500;
