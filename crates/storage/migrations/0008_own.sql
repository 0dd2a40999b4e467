-- Whether a reader has something of their own on a proposal is asked at every signed-in reading of its page.
CREATE INDEX useful_marks_by_account ON useful_marks (account_id);
DROP INDEX arguments_by_author;
CREATE INDEX arguments_by_author ON arguments (author_id, proposal_id);
