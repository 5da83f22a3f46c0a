-- Whoever named a day after which one may write again: few among those whose turn it is (lib/contacts/list/ways.ts, `open`).
CREATE INDEX standing_woken ON standing (last_spoken_at, contact_id) WHERE turn = 'theirs' AND rest_said_by = 'them';
