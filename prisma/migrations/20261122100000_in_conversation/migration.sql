-- With whom each of the team is in conversation, who talked lately first; and what a hand-over of all walks along.
CREATE INDEX standing_talking ON standing (talked_last_id, talked_at, contact_id) WHERE talked_last_id IS NOT NULL;
