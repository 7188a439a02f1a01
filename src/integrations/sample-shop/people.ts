// The people of the sample shop: names, addresses, places and consent, made up from a customer's number.
import type { ConsentState, CustomerFacts } from '#engine/events/shop-event.ts';
import { hashOf, pick } from './seed.ts';

/** How many different people there are; the purchase history uses the first 2,357 numbers. */
export const PEOPLE = 6_144;

/** 64 given names. Together with the 96 family names every number below 6,144 has a name of its own. */
const FIRST_NAMES = `
  Ada Aisha Alma Amir Ana Arjun Astrid Ben Björn Bruno Carla Chen Chloé Clara Dana Darius David
  Diego Elena Elif Emeka Emma Erik Esther Fatima Felix Freya Grace Hana Hugo Ines Ivan Jamal
  Jana Jonas José Julia Kaito Karin Kofi Lara Leo Linh Lucia Maeve Marco Maria Mateo Mei Mila
  Nadia Nina Noah Olga Omar Paula Priya Rosa Samir Sofia Tomás Vera Yusuf Zoë
`
  .trim()
  .split(/\s+/);

const LAST_NAMES = `
  Abebe Adams Almeida Andersson Bauer Becker Bennett Bianchi Blanc Brooks Carter Castro Chandra
  Clarke Cohen Costa Cruz D'Angelo Das Diaz Dubois Eriksen Evans Fischer Flores Foster Garcia
  Gomez Gupta Haddad Hall Hansen Hernández Hoang Hughes Ibrahim Ito Jackson Jansen Jensen Kaya
  Keller Kelly Khan Kim Klein Kowalski Kumar Lang Larsen Lee Lopez Maier Martin Mbeki Mendes
  Meyer Moreau Morgan Moser Müller Murphy Nakamura Nguyễn Novak O'Brien Okafor Olsen Ortiz Park
  Patel Pereira Petrov Popescu Price Quinn Ramos Reyes Ricci Rivera Rossi Russo Sato Schmidt
  Schulz Silva Singh Smith-Jones Sousa Tanaka Torres Vargas Vogel Walker Weber Yılmaz
`
  .trim()
  .split(/\s+/);

/** Where they live; a place that stands twice is twice as likely. */
const PLACES = [
  { country: 'US', region: 'NY', city: 'New York', timezone: 'America/New_York' },
  { country: 'US', region: 'NY', city: 'New York', timezone: 'America/New_York' },
  { country: 'US', region: 'CA', city: 'Los Angeles', timezone: 'America/Los_Angeles' },
  { country: 'US', region: 'CA', city: 'Los Angeles', timezone: 'America/Los_Angeles' },
  { country: 'US', region: 'IL', city: 'Chicago', timezone: 'America/Chicago' },
  { country: 'US', region: 'TX', city: 'Austin', timezone: 'America/Chicago' },
  { country: 'US', region: 'WA', city: 'Seattle', timezone: 'America/Los_Angeles' },
  { country: 'US', region: 'TN', city: 'Nashville', timezone: 'America/Chicago' },
  { country: 'US', region: 'PA', city: 'Philadelphia', timezone: 'America/New_York' },
  { country: 'CA', region: 'ON', city: 'Toronto', timezone: 'America/Toronto' },
  { country: 'GB', region: 'ENG', city: 'London', timezone: 'Europe/London' },
  { country: 'DE', region: 'BE', city: 'Berlin', timezone: 'Europe/Berlin' },
  { country: 'FR', region: 'IDF', city: 'Paris', timezone: 'Europe/Paris' },
  { country: 'SE', region: 'AB', city: 'Stockholm', timezone: 'Europe/Stockholm' },
  { country: 'JP', region: '13', city: 'Tokyo', timezone: 'Asia/Tokyo' },
  { country: 'AU', region: 'VIC', city: 'Melbourne', timezone: 'Australia/Melbourne' },
] as const;

/** Domains that no mail ever reaches (RFC 2606, section 3). */
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

const PLACE = 1;
const CONSENT = 2;
const DOMAIN = 3;

/** Everything the sample shop says of customer `number` (from 1), but their id and when they came. */
export function samplePerson(number: number) {
  // 2,477 shares no factor with 6,144, so each number has a pair of names that no other has.
  const pair = (number * 2_477) % PEOPLE;
  const firstName = pick(FIRST_NAMES, pair % FIRST_NAMES.length);
  const lastName = pick(LAST_NAMES, Math.floor(pair / FIRST_NAMES.length));
  return {
    firstName,
    lastName,
    email: `${addressPart(firstName)}.${addressPart(lastName)}@${pick(DOMAINS, hashOf(number, DOMAIN))}`,
    ...pick(PLACES, hashOf(number, PLACE)),
    emailConsent: consentOf(number),
  } satisfies CustomerFacts;
}

/** About four in five subscribed, one in eight never said, the rest said no. */
function consentOf(number: number): ConsentState {
  const percent = hashOf(number, CONSENT) % 100;
  if (percent < 79) return 'subscribed';
  return percent < 92 ? 'unknown' : 'unsubscribed';
}

/** A name as people put it into an address: no accents, no marks, lower case. */
function addressPart(name: string): string {
  return name
    .replace('ı', 'i')
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
