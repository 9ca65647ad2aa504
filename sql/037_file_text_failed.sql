-- The few files that could not be read: every list of published documents asks.
CREATE INDEX file_text_failed ON file_text (sha256)
    WHERE state = 'failed' AND cause <> 'none';
