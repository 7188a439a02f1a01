-- CreateTable
CREATE TABLE "merges" (
    "id" TEXT NOT NULL,
    "kept_id" TEXT NOT NULL,
    "absorbed_id" TEXT NOT NULL,
    "survivor_id" TEXT NOT NULL,
    "unsubscribe_token" TEXT NOT NULL,
    "kept" JSONB NOT NULL,
    "absorbed" JSONB NOT NULL,
    "kept_identities" JSONB NOT NULL,
    "absorbed_identities" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "clues" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "parted" JSONB,

    CONSTRAINT "merges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL,
    "one_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "clues" TEXT[],
    "score" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "merge_id" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" JSONB,
    "decided_by" JSONB,
    "decided_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merges_absorbed_id_idx" ON "merges"("absorbed_id");

-- CreateIndex
CREATE INDEX "merges_survivor_id_at_idx" ON "merges"("survivor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "merges_unsubscribe_token_idx" ON "merges"("unsubscribe_token");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_merge_id_key" ON "suggestions"("merge_id");

-- CreateIndex
CREATE INDEX "suggestions_status_score_id_idx" ON "suggestions"("status", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "suggestions_other_id_idx" ON "suggestions"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_one_id_other_id_key" ON "suggestions"("one_id", "other_id");

-- Who is yet to be compared stands in a table of its own: noting it in customer_search would write each row's entries in
-- all of its indexes anew
CREATE TABLE "uncompared" (
    "customer_id" TEXT NOT NULL,

    CONSTRAINT "uncompared_pkey" PRIMARY KEY ("customer_id")
);

ALTER TABLE "customer_search" DROP COLUMN "compared";

-- As before, and one more mark: the name with the place, for who left neither phone nor birthday.
CREATE OR REPLACE FUNCTION search_of(customer customers) RETURNS customer_search LANGUAGE plpgsql IMMUTABLE AS $$
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
  IF customer.first_name <> '' AND customer.last_name <> '' AND folded(customer.city) <> '' THEN
    marks := marks || ('home:' || name || ':' || folded(customer.city) || ':' || lower(coalesce(customer.country, '')));
  END IF;
  RETURN ROW(customer.id, ' ' || words || ' ', slips_of(string_to_array(trim(spelled), ' ')), marks);
END
$$;

CREATE OR REPLACE FUNCTION keep_customer_search() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.erased_at IS NOT NULL THEN
    DELETE FROM customer_search WHERE customer_id = OLD.id;
    DELETE FROM uncompared WHERE customer_id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO customer_search SELECT found.* FROM search_of(NEW) AS found
  ON CONFLICT (customer_id) DO UPDATE
    SET words = EXCLUDED.words, slips = EXCLUDED.slips, marks = EXCLUDED.marks;
  INSERT INTO uncompared VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

-- Who is already here
UPDATE customer_search SET marks = found.marks
  FROM customers, search_of(customers) AS found
  WHERE customer_search.customer_id = customers.id
    AND customers.first_name <> '' AND customers.last_name <> '' AND customers.city <> '';

INSERT INTO uncompared SELECT customer_id FROM customer_search;
