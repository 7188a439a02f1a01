// A duration as an action's parameter: "30d", "24h".
import { z } from 'zod';
import { parseDuration } from '../time.ts';

/** Text that reads as a duration longer than nothing. */
export const DurationText = z.string().refine((text) => (parseDuration(text)?.amount ?? 0) > 0, {
  error: 'must be a duration such as 30d, 24h or 90m',
});
