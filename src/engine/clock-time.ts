// A time of day as it is written in the playbook: "09:00".
import { z } from 'zod';

/** Text that reads as a time on a clock of 24 hours. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as "09:00"' });
