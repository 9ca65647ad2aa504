-- How every character sounds, so that a word which nobody knows can be compared
-- by its sound without the large tables of the library that knows them.
CREATE TABLE search_sound (
	letter TEXT PRIMARY KEY,
	pinyin TEXT NOT NULL
);
