-- What an opinion that was asked for comes to; '' for other events.
ALTER TABLE case_event ADD COLUMN opinion TEXT NOT NULL DEFAULT ''
    CHECK (opinion IN ('', 'agree', 'part', 'object', 'silent'));
