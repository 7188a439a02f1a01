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

-- The words of a text as search compares them, a space between each two: in lower case, without accents, apostrophes and
-- what nobody can see; everything that is neither letter nor digit parts them. Most texts have nothing but ASCII in them.
CREATE FUNCTION folded(said TEXT) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  said := replace(left(said, 1000), '''', '');
  IF octet_length(said) = length(said) THEN
    RETURN trim(regexp_replace(lower(said), '[^a-z0-9]+', ' ', 'g'));
  END IF;
  said := regexp_replace(normalize(said, NFKD),
    '[\u0300-\u036f`\u2019\u02bc\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g');
  said := translate(lower(said COLLATE "und-x-icu"), 'øđðłħıς', 'oddlhiσ');
  said := replace(replace(replace(replace(said, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
  RETURN trim(regexp_replace(said COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));
END
$$;

-- Each word with each of its letters left out. Two words that are one slip of the keyboard apart (a letter missing,
-- added, replaced, or two swapped) have one of these in common. Wolf Garbe's symmetric delete spelling correction
-- (SymSpell), with a distance of one.
CREATE FUNCTION slips_of(words TEXT[]) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word TEXT;
  seen TEXT[] := '{}';
  slips TEXT[] := '{}';
BEGIN
  FOREACH word IN ARRAY words LOOP
    word := left(word, 12);
    CONTINUE WHEN word = ANY (seen);
    seen := seen || word;
    slips := slips || word;
    IF length(word) >= 4 THEN
      FOR place IN 1..length(word) LOOP
        slips := slips || overlay(word PLACING '' FROM place FOR 1);
      END LOOP;
    END IF;
  END LOOP;
  RETURN slips;
END
$$;

-- The digits of a phone number, without the zeros that stand before a country or an area.
CREATE FUNCTION phone_digits(phone TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0')
$$;

-- The last digits of a phone number: the same with and without the country's code; null where there are too few.
CREATE FUNCTION phone_mark(phone TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(phone_digits(phone)) >= 6 THEN 'phone:' || right(phone_digits(phone), 8) END
$$;

-- What a customer is found by and compared with. The marks are what two records of one person may have in common: the
-- name, the phone, the mailbox (without a +tag, and for Gmail without dots), the part before the @ where it says
-- something, the name with the day of birth.
CREATE FUNCTION search_of(customer customers) RETURNS customer_search LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  name TEXT := folded(concat_ws(' ', customer.first_name, customer.last_name));
  address TEXT := lower(trim(customer.email) COLLATE "und-x-icu");
  host TEXT := replace(split_part(address, '@', 2), 'googlemail.com', 'gmail.com');
  mailbox TEXT := split_part(split_part(address, '@', 1), '+', 1);
  words TEXT := concat_ws(' ', name, folded(address), phone_digits(customer.phone));
  spelled TEXT := concat_ws(' ', name, folded(regexp_replace(split_part(address, '@', 1), '[0-9]', ' ', 'g')));
  marks TEXT[] := '{}';
BEGIN
  IF name <> '' THEN
    marks := marks || ('name:' || name);
  END IF;
  IF length(phone_digits(customer.phone)) >= 6 THEN
    marks := marks || phone_mark(customer.phone);
  END IF;
  IF host <> '' AND mailbox <> '' THEN
    IF host = 'gmail.com' THEN
      mailbox := replace(mailbox, '.', '');
    END IF;
    marks := marks || ('mailbox:' || mailbox || '@' || host);
    IF length(mailbox) >= 5 AND mailbox NOT IN ('admin', 'billing', 'contact', 'einkauf', 'hello', 'kontakt', 'office',
      'orders', 'sales', 'service', 'support') THEN
      marks := marks || ('local:' || replace(mailbox, '.', ''));
    END IF;
  END IF;
  IF length(customer.birthday) = 10 AND customer.first_name <> '' AND customer.last_name <> '' THEN
    marks := marks || ('born:' || customer.birthday || ':' || name);
  END IF;
  RETURN ROW(customer.id, ' ' || words || ' ', slips_of(string_to_array(trim(spelled), ' ')), marks, false);
END
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
