-- Words are compared by their trigrams. Whoever owns the database may add this extension; where it is
-- there already nothing is asked for.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "customer_search" (
    "customer_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "slips" TEXT[],
    "marks" TEXT[],
    "compared" BOOLEAN NOT NULL,

    CONSTRAINT "customer_search_pkey" PRIMARY KEY ("customer_id")
);

-- CreateIndex
CREATE INDEX "customer_search_words_idx" ON "customer_search" USING GIN ("words" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "customer_search_slips_idx" ON "customer_search" USING GIN ("slips");

-- CreateIndex
CREATE INDEX "customer_search_marks_idx" ON "customer_search" USING GIN ("marks");

-- Whom nobody has been compared with since they were new or changed
CREATE INDEX "customer_search_new" ON "customer_search" ("customer_id") WHERE NOT "compared";

-- Orders that have no number are called by their shop's id
CREATE INDEX "orders_unnumbered" ON "orders" ("ref") WHERE "number" IS NULL;

-- The words of a text as search compares them: each once, in lower case, without accents, apostrophes and
-- what nobody can see; everything that is neither letter nor digit parts them.
CREATE FUNCTION words_of(said TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(word ORDER BY place), '{}') FROM (
    SELECT left(word, 64) AS word, min(place) AS place FROM regexp_split_to_table(
      replace(replace(replace(replace(translate(
        lower(regexp_replace(normalize(left(said, 1000), NFKD),
          '[\u0300-\u036f''`\u2019\u02bc\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g') COLLATE "und-x-icu"),
        'øđðłħıς', 'oddlhiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') COLLATE "und-x-icu",
      '[^[:alnum:]]+') WITH ORDINALITY AS split (word, place)
    WHERE word <> '' GROUP BY 1 ORDER BY 2 LIMIT 24) AS words
$$;

-- Each word with each of its letters left out. Two words that are one slip of the keyboard apart (a letter missing,
-- added, replaced, or two swapped) have one of these in common. Wolf Garbe's symmetric delete spelling correction
-- (SymSpell), with a distance of one.
CREATE FUNCTION slips_of(words TEXT[]) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT slip), '{}') FROM unnest(words) AS word, LATERAL (
    SELECT left(word, 12) UNION ALL
    SELECT overlay(left(word, 12) PLACING '' FROM place FOR 1)
      FROM generate_series(1, least(length(word), 12)) AS place WHERE length(word) >= 4) AS slips (slip)
$$;

-- The digits of a phone number, without the zeros that stand before a country or an area.
CREATE FUNCTION phone_digits(phone TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0')
$$;

-- The last digits of a phone number: the same with and without the country's code; null where there are too few.
CREATE FUNCTION phone_mark(phone TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'phone:' || right(digits, 8) FROM (SELECT phone_digits(phone) AS digits) AS read WHERE length(digits) >= 6
$$;

-- What two records of one person may have in common: the name, the phone, the mailbox (without a +tag, and for Gmail
-- without dots), the part before the @ where it says something, the name with the day of birth.
CREATE FUNCTION marks_of(first_name TEXT, last_name TEXT, email TEXT, phone TEXT, birthday TEXT)
RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_remove(ARRAY[
    'name:' || name,
    phone_mark(phone),
    'mailbox:' || mailbox || '@' || domain,
    CASE WHEN length(mailbox) >= 5 AND mailbox NOT IN
      ('admin', 'billing', 'contact', 'einkauf', 'hello', 'kontakt', 'office', 'orders', 'sales', 'service', 'support')
      THEN 'local:' || replace(mailbox, '.', '') END,
    CASE WHEN length(birthday) = 10 AND first_name <> '' AND last_name <> ''
      THEN 'born:' || birthday || ':' || name END], NULL)
  FROM (SELECT name,
      nullif(CASE WHEN domain = 'gmail.com' THEN replace(local, '.', '') ELSE local END, '') AS mailbox, domain
    FROM (SELECT nullif(array_to_string(words_of(concat_ws(' ', first_name, last_name)), ' '), '') AS name,
        split_part(split_part(address, '@', 1), '+', 1) AS local,
        CASE WHEN address LIKE '%@%' THEN replace(substring(address FROM '[^@]*$'), 'googlemail.com', 'gmail.com') END AS domain
      FROM (SELECT lower(trim(email) COLLATE "und-x-icu") AS address) AS written) AS parts) AS read
$$;

-- What a customer is found by and compared with.
CREATE FUNCTION search_of(customer customers) RETURNS customer_search LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW(customer.id,
    ' ' || array_to_string(words_of(concat_ws(' ', customer.first_name, customer.last_name, customer.email,
      phone_digits(customer.phone))), ' ') || ' ',
    slips_of(ARRAY(SELECT word FROM unnest(words_of(concat_ws(' ', customer.first_name, customer.last_name,
      split_part(customer.email, '@', 1)))) AS word WHERE word !~ '[0-9]')),
    marks_of(customer.first_name, customer.last_name, customer.email, customer.phone, customer.birthday),
    false)::customer_search
$$;

-- The database itself keeps it, so that no statement that writes a customer can forget it.
CREATE FUNCTION keep_customer_search() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.erased_at IS NOT NULL THEN
    DELETE FROM customer_search WHERE customer_id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO customer_search SELECT found.* FROM search_of(NEW) AS found
  ON CONFLICT (customer_id) DO UPDATE
    SET words = EXCLUDED.words, slips = EXCLUDED.slips, marks = EXCLUDED.marks, compared = false;
  RETURN NULL;
END
$$;

CREATE TRIGGER customer_search_added AFTER INSERT ON customers
  FOR EACH ROW EXECUTE FUNCTION keep_customer_search();

CREATE TRIGGER customer_search_changed AFTER UPDATE ON customers FOR EACH ROW
  WHEN ((OLD.first_name, OLD.last_name, OLD.email, OLD.phone, OLD.birthday, OLD.city, OLD.country, OLD.erased_at)
    IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.email, NEW.phone, NEW.birthday, NEW.city, NEW.country, NEW.erased_at))
  EXECUTE FUNCTION keep_customer_search();

CREATE TRIGGER customer_search_removed AFTER DELETE ON customers
  FOR EACH ROW EXECUTE FUNCTION keep_customer_search();

-- Who is already here
INSERT INTO customer_search SELECT found.* FROM customers, search_of(customers) AS found WHERE erased_at IS NULL;
