-- Words to suggest come a little after the documents that have them: a page
-- that was kept in between lacks a few, which is no reason to make all anew.
DROP TRIGGER public_state_word;
