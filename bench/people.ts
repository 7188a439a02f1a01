// Customers with names as people have them, for what is measured among many.
import type { Database } from '#integrations/postgres/database.ts';

/** One of them, by whose name is searched. */
export type Somebody = { readonly first: string; readonly last: string; readonly phone: string };

/**
 * So many customers, to be found by name. Names are made of syllables, common ones far more often than rare ones, as
 * people's names are: one in fifty is a Maria, some thousand first names, some ten thousand last ones.
 */
export async function addPeople(
  database: Pick<Database, 'script'>,
  customers: number,
): Promise<void> {
  await database.script(`
    SELECT setseed(0.42);
    CREATE TEMPORARY TABLE syllables AS SELECT row_number() OVER () - 1 AS n, onset || vowel || coda AS syllable
      FROM unnest('{b,br,d,f,g,h,j,k,l,m,n,p,r,s,sch,st,t,v,w,z}'::text[]) AS onset,
        unnest('{a,e,i,o,u,ei,au}'::text[]) AS vowel, unnest('{"",n,r,l,s,nd,ch}'::text[]) AS coda;
    CREATE TEMPORARY TABLE given AS SELECT g, a.syllable || b.syllable AS name FROM generate_series(0, 2999) AS g
      JOIN syllables AS a ON a.n = g * 37 % 980 JOIN syllables AS b ON b.n = g * 101 % 971;
    CREATE TEMPORARY TABLE family AS SELECT f, a.syllable || b.syllable || c.syllable AS name
      FROM generate_series(0, 39999) AS f JOIN syllables AS a ON a.n = f * 53 % 977
      JOIN syllables AS b ON b.n = f * 211 % 953 JOIN syllables AS c ON c.n = f / 41 % 980;
    INSERT INTO customers (id, first_name, last_name, email, phone, country, city, tags, folded_tags, attributes,
      email_consent, sms_consent, added_at, currency, orders, own_orders, spent_minor, spent_elsewhere, refunds,
      refunded_minor, largest_order_minor, unsubscribe_token, known)
    SELECT 'cus_' || lpad(id::text, 12, '0'), first, last, first || '.' || last || id % 100 || '@example.com',
      '49151' || lpad(id::text, 8, '0'), 'DE', CASE WHEN id % 2 = 0 THEN 'Berlin' ELSE 'Hamburg' END, '{}', '{}', '{}',
      'unknown', 'unknown', timestamptz '2026-11-25', 'USD', 1, 1, (random() * 100000)::int8, '[]', 0, 0, 0, 'tok' || id,
      '{"fields": {}, "tags": {}, "lists": {}}'
    FROM (SELECT id, CASE WHEN id % 50 = 0 THEN 'maria' ELSE given.name END AS first, family.name AS last
      FROM (SELECT id, (3000 * random() ^ 3)::int % 3000 AS g, (40000 * random() ^ 3)::int % 40000 AS f
        FROM generate_series(1, ${customers}) AS id) AS drawn
      JOIN given USING (g) JOIN family USING (f)) AS people`);
  await database.script('VACUUM ANALYZE customers, customer_search');
}

/** Somebody with a name that is neither short nor everybody's. */
export async function pickSomebody(database: Pick<Database, 'query'>): Promise<Somebody> {
  const [row] = await database.query<Somebody>(
    `SELECT first_name AS first, last_name AS last, phone FROM customers
      WHERE length(first_name) > 5 AND length(last_name) > 7 ORDER BY id LIMIT 1`,
    [],
  );
  if (row === undefined) throw new Error('nobody was generated');
  return row;
}
