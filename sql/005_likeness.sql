-- A text as 64 bits that differ in few places where the texts differ little
-- (SimHash over bigrams), and the same in four bands: of two that differ in
-- at most three bits one band at least is equal, and that has an index.
CREATE TABLE likeness (
	revision_id BIGINT PRIMARY KEY REFERENCES revision (id),
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	hash BIGINT NOT NULL,
	band_0 BIGINT NOT NULL,
	band_1 BIGINT NOT NULL,
	band_2 BIGINT NOT NULL,
	band_3 BIGINT NOT NULL
);
CREATE INDEX likeness_0 ON likeness (unit_id, band_0);
CREATE INDEX likeness_1 ON likeness (unit_id, band_1);
CREATE INDEX likeness_2 ON likeness (unit_id, band_2);
CREATE INDEX likeness_3 ON likeness (unit_id, band_3);
