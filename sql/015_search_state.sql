-- What drain adds is found by the next request: pages that readers keep are
-- told that the public content has changed.

CREATE TRIGGER public_state_word AFTER INSERT ON search_word
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_state_file_text AFTER UPDATE ON file_text
	WHEN NEW.state = 'read'
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
