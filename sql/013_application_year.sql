-- What anybody may know of all applications: how many came, how they ended and
-- how long it took; nothing of whose they were or what they asked.
CREATE INDEX application_came ON application (came_on, unit_id, state, closed);
CREATE VIEW public_application_year AS
SELECT came_on, unit_id, state, closed FROM application;
