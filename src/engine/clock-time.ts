// A time of day as it is written in the playbook: "09:00".
import { z } from 'zod';
import { as } from './flaw.ts';

/** Text that reads as a time on a clock of 24 hours. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, as('clock'));
