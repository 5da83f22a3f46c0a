-- What the team says of itself: who talks with whom, who looked where, who may for once, and who takes what back.

CREATE OR REPLACE FUNCTION law.on_look() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  IF NOT law.may_write(new.user_id) THEN PERFORM law.impossible('not_allowed'); END IF;
  new.recorded_at := law.clock();
  RETURN new;
END $$;

-- A conversation that somebody has is given by who talked last, or by an owner.
CREATE OR REPLACE FUNCTION law.on_hand_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  SELECT s.talked_last_id INTO new.from_id FROM standing s WHERE s.contact_id = new.contact_id;
  IF new.from_id IS NULL OR new.to_id = new.from_id OR NOT law.may_write(new.to_id) OR NOT law.may_write(new.by_id)
    OR NOT (new.by_id = new.from_id OR law.is_owner(new.by_id)) THEN
    PERFORM law.impossible('not_theirs_to_give');
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE FUNCTION law.on_handed_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.stand(new.contact_id);
  RETURN NULL;
END $$;

-- Everything somebody talked in last goes to somebody else, by an owner; answers how many conversations.
CREATE OR REPLACE FUNCTION law.hand_over_all(p_from uuid, p_to uuid, p_by uuid, p_note text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  contact uuid;
  given int := 0;
BEGIN
  IF NOT law.is_owner(p_by) THEN PERFORM law.impossible('not_allowed'); END IF;
  FOR contact IN SELECT s.contact_id FROM standing s WHERE s.talked_last_id = p_from ORDER BY s.contact_id LOOP
    -- Somebody else may have taken it up since the list was read.
    PERFORM law.lock_standing(contact);
    CONTINUE WHEN NOT EXISTS (SELECT FROM standing s WHERE s.contact_id = contact AND s.talked_last_id = p_from);
    INSERT INTO hand_overs (id, contact_id, to_id, by_id, note) VALUES (gen_random_uuid(), contact, p_to, p_by, p_note);
    given := given + 1;
  END LOOP;
  RETURN given;
END $$;

-- "Write to her instead": said in a reply that was heard, but not in a stop, about somebody else.
CREATE OR REPLACE FUNCTION law.on_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  h hearings;
BEGIN
  -- The words may be heard again at this moment: then they refer nobody any more.
  PERFORM law.lock_standing(new.referrer_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  IF new.contact_id IS NOT NULL AND NOT EXISTS (SELECT FROM standing s WHERE s.contact_id = new.contact_id) THEN PERFORM law.impossible('contact_unknown'); END IF;
  SELECT * INTO h FROM hearings x WHERE x.id = new.hearing_id AND x.contact_id = new.referrer_id;
  IF h.id IS NULL OR NOT law.hearing_counts(h.id) OR h.outcome = 'opted_out' OR new.contact_id = new.referrer_id OR new.recorded_by_id IS DISTINCT FROM h.heard_by_id THEN
    PERFORM law.impossible('only_replies_refer');
  END IF;
  new.message_id := h.message_id;
  RETURN new;
END $$;

-- Which contact was meant by a name, said later by whoever heard it, or by an owner. It is as old as the words were:
-- neither its ninety days nor the noes that it lifts begin anew.
CREATE OR REPLACE FUNCTION law.link_referral(p_referral uuid, p_contact uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  f referrals;
  h hearings;
BEGIN
  SELECT * INTO f FROM referrals WHERE id = p_referral;
  IF f.id IS NULL OR f.contact_id IS NOT NULL OR p_contact IS NULL OR p_contact = f.referrer_id THEN PERFORM law.impossible('only_replies_refer'); END IF;
  PERFORM law.lock_standing(least(f.referrer_id, p_contact));
  PERFORM law.lock_standing(greatest(f.referrer_id, p_contact));
  SELECT * INTO h FROM hearings x WHERE x.id = f.hearing_id;
  IF h.id IS NULL OR NOT law.hearing_counts(h.id) OR EXISTS (SELECT FROM retractions r WHERE r.message_id = h.message_id)
    OR NOT law.may_write(p_by) OR NOT (p_by = h.heard_by_id OR law.is_owner(p_by)) THEN
    PERFORM law.impossible('only_replies_refer');
  END IF;
  UPDATE referrals SET contact_id = p_contact WHERE id = p_referral AND contact_id IS NULL
    AND NOT EXISTS (SELECT FROM referrals o WHERE o.hearing_id = f.hearing_id AND o.contact_id = p_contact);
  IF NOT FOUND THEN PERFORM law.impossible('only_replies_refer'); END IF;
  PERFORM law.note_event('referral_recorded', p_by, f.referrer_id, p_referral, jsonb_build_object('referred_id', p_contact), f.named);
END $$;

-- Who is in conversation with this contact now, if anybody: who talked last, for thirty days, while the account is open.
CREATE OR REPLACE FUNCTION law.in_conversation(p_contact uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT s.talked_last_id FROM public.standing s JOIN public.users u ON u.id = s.talked_last_id
  WHERE s.contact_id = p_contact AND u.closed_at IS NULL AND law.clock() < s.talked_at + interval '720 hours'
$$;

-- An exception is granted, never taken: by the owner, or by the colleague whose conversation it is.
CREATE OR REPLACE FUNCTION law.on_exception() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  new.expires_at := new.recorded_at + interval '336 hours';
  IF new.reasons IS NULL OR NOT new.reasons <@ '{suppressed,declined,wrong_person,resting,awaiting_reply,recently_ended,colleague_in_conversation,listening_debt,deaf}'::text[] THEN
    PERFORM law.impossible('never_an_exception');
  END IF;
  IF NOT law.may_write(new.given_to_id) OR NOT (CASE
      WHEN law.is_owner(new.given_by_id) THEN new.given_to_id <> new.given_by_id
        OR (SELECT count(*) FROM users u WHERE u.role = 'owner' AND u.closed_at IS NULL) = 1
      ELSE new.reasons = '{colleague_in_conversation}' AND new.given_to_id <> new.given_by_id
        AND coalesce(law.in_conversation(new.contact_id) = new.given_by_id, false) END) THEN
    PERFORM law.impossible('granted_never_taken');
  END IF;
  RETURN new;
END $$;

-- What a retracted message closed was never said: taken back by the owner with a reason, all at once.
CREATE OR REPLACE FUNCTION law.withdraw(p_message uuid, p_by uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  m messages;
  h hearings;
BEGIN
  IF NOT law.is_owner(p_by) OR coalesce(btrim(p_reason), '') = '' THEN PERFORM law.impossible('owner_with_a_reason'); END IF;
  SELECT x.* INTO m FROM messages x JOIN retractions r ON r.message_id = x.id WHERE x.id = p_message;
  IF m.id IS NULL THEN PERFORM law.impossible('hear_it_again'); END IF;
  PERFORM law.lock_standing(m.contact_id);
  SELECT * INTO h FROM hearings x WHERE x.message_id = m.id ORDER BY x.recorded_seq DESC LIMIT 1;
  IF NOT (EXISTS (SELECT FROM declines d WHERE d.hearing_id = h.id AND d.withdrawn_at IS NULL)
    OR EXISTS (SELECT FROM rests r WHERE r.hearing_id = h.id) OR EXISTS (SELECT FROM opt_outs o WHERE o.hearing_id = h.id)) THEN
    PERFORM law.impossible('not_declined');
  END IF;
  INSERT INTO withdrawals (message_id, withdrawn_by_id, reason, recorded_at) VALUES (m.id, p_by, p_reason, law.clock()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM law.impossible('not_declined'); END IF;
  PERFORM law.touch_organizations_spoken_for(m.contact_id);
  PERFORM law.touch_referred(m.contact_id);
  PERFORM law.stand(m.contact_id);
  PERFORM law.mark_since(m.contact_id, m);
  PERFORM law.note_event('closers_withdrawn', p_by, m.contact_id, m.id, NULL, p_reason);
END $$;

-- Who speaks from now on for the organization that this no closed; the last one named counts.
CREATE OR REPLACE FUNCTION law.name_successor(p_decline uuid, p_contact uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  d declines;
BEGIN
  SELECT * INTO d FROM declines WHERE id = p_decline;
  IF NOT law.is_owner(p_by) THEN PERFORM law.impossible('not_allowed'); END IF;
  IF d.id IS NULL OR d.scope <> 'organization' OR d.contact_id = p_contact OR NOT EXISTS (SELECT FROM contacts c WHERE c.id = p_contact) THEN
    PERFORM law.impossible('not_declined');
  END IF;
  PERFORM law.lock_standing(least(d.contact_id, p_contact));
  PERFORM law.lock_standing(greatest(d.contact_id, p_contact));
  PERFORM law.touch_organization(d.organization_id);
  IF d.withdrawn_at IS NOT NULL OR NOT law.hearing_counts(d.hearing_id) THEN PERFORM law.impossible('not_declined'); END IF;
  INSERT INTO successors (id, decline_id, contact_id, named_by_id, recorded_at) VALUES (gen_random_uuid(), p_decline, p_contact, p_by, law.clock());
  PERFORM law.note_event('successor_named', p_by, d.contact_id, p_decline, jsonb_build_object('successor_id', p_contact), NULL);
END $$;
