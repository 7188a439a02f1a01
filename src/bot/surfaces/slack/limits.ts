// What Slack takes at most, each number under a name (Slack's Block Kit reference, read November 2026).

/** Blocks of one message. */
export const MESSAGE_BLOCKS = 50;
/** Blocks of one modal. */
export const MODAL_BLOCKS = 100;
/** A header's text. */
export const HEADER_TEXT = 150;
/** One element of a context block; Slack gives no number, this is a section field's. */
export const CONTEXT_TEXT = 2000;
/** Elements of a context block. */
export const CONTEXT_ELEMENTS = 10;
/** Elements of an actions block. */
export const ACTIONS_ELEMENTS = 25;
/** A button's label. */
export const BUTTON_TEXT = 75;
/** The parts of a confirmation. */
export const CONFIRM_TITLE = 100;
export const CONFIRM_TEXT = 300;
export const CONFIRM_BUTTON = 30;
/** Rows of a table block, its heading included, and cells of a row. */
export const TABLE_ROWS = 100;
export const TABLE_CELLS = 20;
/** All text of the tables of a message. */
export const TABLE_TEXT = 10_000;
/** Rows of a data table, its heading included. Slack's page says 201 by now, clients and older pages 101. */
export const DATA_TABLE_ROWS = 101;
/** What a picture shows, in words. */
export const ALT_TEXT = 2000;
/** A link's address. */
export const URL_TEXT = 3000;
/** A modal's title and its buttons. */
export const MODAL_TITLE = 24;
export const MODAL_BUTTON = 24;
/** An input's label and its hint. */
export const INPUT_LABEL = 2000;
export const INPUT_HINT = 2000;
export const PLACEHOLDER = 150;
/** What a text input takes. */
export const INPUT_TEXT = 3000;
/** Options: of a select, of radio buttons or checkboxes, and the parts of one. */
export const SELECT_OPTIONS = 100;
export const RADIO_OPTIONS = 10;
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 150;
/** The text beside the blocks; chat.update refuses more than 4,000. */
export const MESSAGE_TEXT = 3500;

/** Ours: one text of a card, a value beside its label, a line of a list. */
export const PARAGRAPH_TEXT = 3000;
export const FACT_TEXT = 500;
export const LIST_TEXT = 300;
/** Ours: a customer's own words: ten lines of a wide window. */
export const QUOTE_TEXT = 1200;
/** Ours: lines of a file or of a difference. */
export const CODE_TEXT = 3000;

/** Ours: facts or lines of one block; what is over is counted. */
export const BLOCK_LINES = 40;
/** Ours: rows that are seen at once; a longer table has pages. */
export const PAGE_ROWS = 10;
/** Ours: a cell of a table. */
export const CELL_TEXT = 120;
/** Ours: the JSON of a message's blocks but tables; Slack refuses long ones without saying from where on. */
export const MESSAGE_SIZE = 16_000;
