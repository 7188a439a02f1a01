// How a refund case can end.

export const RESOLUTIONS = ['refunded', 'exchanged', 'credited', 'declined'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
