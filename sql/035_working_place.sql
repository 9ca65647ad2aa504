-- Other forms than 内容表添加 are kept as well: 内容表修改 of the administrator
-- and the forms of structured documents.  place: which form it is, its address
-- below /gkht/ ("entry/new", "manage/12", "profile/leaders").
ALTER TABLE working_copy ADD COLUMN place TEXT NOT NULL DEFAULT 'entry/new';
UPDATE working_copy SET place = 'entry/' || document_id
	WHERE document_id <> 0;
DROP INDEX working_copy_of;
CREATE INDEX working_copy_of ON working_copy (account_id, place, saved);
