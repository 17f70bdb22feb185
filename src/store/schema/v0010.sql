-- Version 10.

-- staff_search has a fifth kind of text, 4: the wage as a text that sorts as the amount does (store/staff_search.h). The
-- program puts it in for the people who are there.
DELETE FROM staff_search WHERE section = 4;
