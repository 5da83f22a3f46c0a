-- What Today lists and counts: what we promised, the week's noes, stops, hearings and replies.
CREATE INDEX standing_promised ON standing (promised_until, contact_id) WHERE promised_until IS NOT NULL;
CREATE INDEX standing_ours_lately ON standing (last_recorded_at, contact_id) WHERE turn = 'ours' AND unheard = 0 AND owed = 0;
-- Facts are appended as they are recorded, so a range of days is a few neighbouring pages.
CREATE INDEX messages_recorded ON messages USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX hearings_recorded ON hearings USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX declines_recorded ON declines USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX opt_outs_recorded ON opt_outs USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX events_recorded ON events USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
