-- The few that ended are found without passing by all that are in force: the
-- index names what it is asked for, and the view's own condition (nothing that
-- is hidden) is not weighed against it when a way is chosen.
DROP INDEX listing_expired;
DROP INDEX listing_repealed;
CREATE INDEX listing_expired ON listing (category_id, validity, publication, unit_id, theme_id, kind_id, word_id, month) WHERE validity = 2;
CREATE INDEX listing_repealed ON listing (category_id, validity, publication, unit_id, theme_id, kind_id, word_id, month) WHERE validity = 3;

DROP VIEW public_listing;
CREATE VIEW public_listing AS
SELECT category_id, publication AS key, made_key, number_key,
	unit_id AS by_unit, theme_id AS by_theme, kind_id AS by_kind,
	word_id AS by_word, year AS by_year, month AS by_month, validity,
	publication
FROM listing
WHERE +validity > 0;
