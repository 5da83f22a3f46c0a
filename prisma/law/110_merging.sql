-- Two contacts were one person. Every row of the one becomes the other's, with its id, its moment and its place in the
-- order of recording, so that everything derived comes from the united rows; no closer is dropped.
CREATE OR REPLACE FUNCTION law.merge_contacts(p_from uuid, p_into uuid, p_by uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  gone contacts;
  first uuid := least(p_from, p_into);
  states jsonb;
BEGIN
  IF NOT law.may_write(p_by) THEN PERFORM law.impossible('not_allowed'); END IF;
  IF p_from = p_into THEN PERFORM law.impossible('contact_unknown'); END IF;
  PERFORM law.lock_standing(first);
  PERFORM law.lock_standing(CASE first WHEN p_from THEN p_into ELSE p_from END);
  SELECT * INTO gone FROM contacts WHERE id = p_from;
  IF gone.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM contacts c WHERE c.id = p_into AND c.merged_into_id IS NOT NULL) THEN
    PERFORM law.impossible('contact_unknown');
  END IF;
  -- Sample people are shown out again, with everything of theirs: nobody real becomes one.
  IF (coalesce(gone.import_key, '') LIKE 'sample:%') <> (SELECT coalesce(c.import_key, '') LIKE 'sample:%' FROM contacts c WHERE c.id = p_into) THEN
    PERFORM law.impossible('not_allowed');
  END IF;
  IF (SELECT count(*) FROM outbox o WHERE o.contact_id IN (p_from, p_into) AND o.state IN ('queued', 'sending')) > 1 THEN
    PERFORM law.impossible('one_is_on_its_way');
  END IF;
  -- Whom either spoke for, and who named either, is judged anew.
  PERFORM law.touch_organizations_spoken_for(p_from);
  PERFORM law.touch_organizations_spoken_for(p_into);

  -- An outbox row hangs on the message and its contact together, so that key is made to follow.
  UPDATE messages SET contact_id = p_into WHERE contact_id = p_from AND NOT EXISTS (SELECT FROM messages x
    WHERE x.contact_id = p_into AND x.message_id_header = messages.message_id_header);
  UPDATE messages SET contact_id = p_into, message_id_header = NULL WHERE contact_id = p_from;
  UPDATE threads SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE hearings SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE declines SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE opt_outs SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE rests SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE endings SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE exceptions SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE hand_overs SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE successors SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE referrals SET referrer_id = p_into WHERE referrer_id = p_from;
  UPDATE referrals SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE events SET contact_id = p_into WHERE contact_id = p_from;
  UPDATE contacts SET introduced_by_id = p_into WHERE introduced_by_id = p_from AND id <> p_into;
  DELETE FROM drafts WHERE contact_id = p_from AND EXISTS (SELECT FROM drafts k WHERE k.contact_id = p_into AND k.author_id = drafts.author_id);
  UPDATE drafts SET contact_id = p_into WHERE contact_id = p_from;
  INSERT INTO contact_tags (contact_id, tag_id) SELECT p_into, t.tag_id FROM contact_tags t WHERE t.contact_id = p_from ON CONFLICT DO NOTHING;
  DELETE FROM contact_tags WHERE contact_id = p_from;

  -- The same handle listed at both is one address, theirs if it was the one's; otherwise each keeps its state.
  WITH both_listed AS (SELECT f.id AS from_id, k.id AS into_id, f.state FROM addresses f JOIN addresses k ON k.contact_id = p_into AND k.channel = f.channel AND k.handle = f.handle
      WHERE f.contact_id = p_from AND k.state = 'shared' AND f.state <> 'shared'),
    let_go AS (UPDATE addresses a SET state = 'shared' FROM both_listed b WHERE a.id = b.from_id RETURNING b.into_id, b.state)
  SELECT coalesce(jsonb_object_agg(l.into_id, l.state), '{}') INTO states FROM let_go l;
  UPDATE addresses a SET state = (states ->> a.id::text)::address_state, retired_at = CASE states ->> a.id::text WHEN 'retired' THEN law.clock() END WHERE states ? a.id::text;
  UPDATE addresses SET contact_id = p_into WHERE contact_id = p_from
    AND NOT EXISTS (SELECT FROM addresses k WHERE k.contact_id = p_into AND k.channel = addresses.channel AND k.handle = addresses.handle);
  UPDATE doors SET contact_id = p_into, touched = touched + 1 WHERE contact_id = p_from;

  UPDATE contacts SET organization_id = coalesce(organization_id, gone.organization_id), created_at = least(created_at, gone.created_at),
    met_how = CASE met_how WHEN 'unknown' THEN gone.met_how ELSE met_how END,
    met_where = CASE met_how WHEN 'unknown' THEN gone.met_where ELSE met_where END,
    met_on = CASE met_how WHEN 'unknown' THEN gone.met_on ELSE met_on END,
    introduced_by_id = CASE met_how WHEN 'unknown' THEN nullif(gone.introduced_by_id, p_into) ELSE nullif(introduced_by_id, p_from) END,
    introducer_name = CASE met_how WHEN 'unknown' THEN gone.introducer_name ELSE introducer_name END
    WHERE id = p_into;
  UPDATE contacts SET merged_into_id = p_into WHERE id = p_from;
  -- Without a standing nobody writes there, and nothing is recorded there any more.
  DELETE FROM standing WHERE contact_id = p_from;
  PERFORM law.stand(p_into);
  PERFORM law.mark_since(p_into, NULL);
  PERFORM law.note_event('contacts_merged', p_by, p_into, p_from, NULL, p_reason);
END $$;
