-- Positions are summed from the rows that count them; what consultations kept of them is read by nobody.
ALTER TABLE consultations DROP COLUMN positions;
