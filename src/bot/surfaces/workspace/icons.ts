// The few drawings of the workspace; all are decoration beside words.
import { type Markup, trusted } from './markup.ts';

/** A 20 × 20 line drawing in the colour of the text around it. */
export function icon(name: keyof typeof PATHS): Markup {
  return trusted(
    `<svg class="icon" viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`,
  );
}

const PATHS = {
  hash: '<path d="M7.5 3 5.5 17M14.5 3l-2 14M3.5 7.5h13.5M3 12.5h13.5"/>',
  mail: '<rect x="2.5" y="4.5" width="15" height="11" rx="2"/><path d="m3 6 7 5 7-5"/>',
  shop: '<path d="M3.5 8.5v7a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-7M2.5 6.5l1.5-3h12l1.5 3a2.5 2.5 0 0 1-5 .3 2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5-.3Z"/>',
  close: '<path d="m5 5 10 10M15 5 5 15"/>',
  back: '<path d="M12 4.5 6.5 10l5.5 5.5"/>',
  send: '<path d="M10 16V4.5M5 9l5-5 5 5"/>',
  thread:
    '<path d="M4 4.5h12a1.5 1.5 0 0 1 1.5 1.5v6.5A1.5 1.5 0 0 1 16 14h-5l-4 3v-3H4a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 4 4.5Z"/>',
  eye: '<path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Z"/><circle cx="10" cy="10" r="2.3"/>',
  check: '<path d="m4.5 10.5 3.5 3.5 7.5-8"/>',
} as const;
