-- Whether an applicant sent the same bytes, before they go.
CREATE INDEX application_file_sha ON application_file (sha256);
