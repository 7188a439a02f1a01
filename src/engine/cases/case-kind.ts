// What a case can be about.

export const CASE_KINDS = ['refund', 'complaint'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
