// Why a condition cannot be evaluated here although it is good language: one reason each, with its names.

export type Unanswerable =
  | { readonly why: 'unknown' | 'no-date' | 'no-order'; readonly name: string }
  /** `of` is the function whose parameter it is; `because` is in English. */
  | {
      readonly why: 'not-held';
      readonly name: string;
      readonly of: string | null;
      readonly because: string;
    };

/** The reason in English, for JSON and for who speaks it, without a full stop. */
export function unanswerableText(asked: Unanswerable): string {
  const { name } = asked;
  switch (asked.why) {
    case 'unknown':
      return `${name} is not known here`;
    case 'no-date':
      return `${name} is no date and has no anniversary`;
    case 'no-order':
      return `anniversary ('${name}') has no order, since the year is ignored: ask with =, != or BETWEEN`;
    case 'not-held': {
      const what = asked.of === null ? name : `${name} of ${asked.of}`;
      return `${what} cannot be evaluated here: ${asked.because}`;
    }
  }
}
