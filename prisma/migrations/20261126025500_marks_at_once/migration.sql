-- Marks are looked up one by one right after they are written: a list of what is yet to be indexed would be read whole
-- each time, and nothing empties it on the embedded database
ALTER INDEX "customer_search_marks_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('customer_search_marks_idx');
