-- Shows the sample people out: the contacts whose import key begins with "sample:", and nothing else. Facts are never
-- deleted otherwise; these were never facts. What lib/sample made besides (organizations, pitches) goes if nothing of
-- anybody else's leans on it. Answers how many people left.
CREATE OR REPLACE FUNCTION law.remove_sample(p_by uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  people uuid[];
  said uuid[];
  made uuid[];
BEGIN
  IF NOT law.is_owner(p_by) THEN PERFORM law.impossible('not_allowed'); END IF;
  SELECT coalesce(array_agg(c.id ORDER BY c.id), '{}') INTO people FROM contacts c WHERE c.import_key LIKE 'sample:%';
  PERFORM law.lock_standing(p) FROM unnest(people) p;
  PERFORM law.touch_organization(o.id) FROM (SELECT DISTINCT c.organization_id AS id FROM contacts c
    WHERE c.id = ANY (people) AND c.organization_id IS NOT NULL ORDER BY 1) o;
  SELECT coalesce(array_agg(m.id), '{}') INTO said FROM messages m WHERE m.contact_id = ANY (people);
  SELECT coalesce(array_agg(x::uuid), '{}') INTO made FROM events e, jsonb_array_elements_text(e.codes -> 'made') x WHERE e.verb = 'sample_loaded';

  -- Rows of real people that lean on a sample person let go of them.
  UPDATE referrals SET contact_id = NULL WHERE contact_id = ANY (people) AND referrer_id <> ALL (people);
  UPDATE messages SET referral_id = NULL WHERE contact_id <> ALL (people)
    AND referral_id IN (SELECT r.id FROM referrals r WHERE r.referrer_id = ANY (people));
  UPDATE contacts SET merged_into_id = NULL WHERE merged_into_id = ANY (people) AND id <> ALL (people);

  DELETE FROM events WHERE contact_id = ANY (people);
  DELETE FROM outbox WHERE contact_id = ANY (people);
  DELETE FROM endings WHERE contact_id = ANY (people);
  UPDATE messages SET referral_id = NULL, exception_id = NULL, answers_id = NULL, in_reply_to_id = NULL, corrects_id = NULL WHERE contact_id = ANY (people);
  DELETE FROM referrals WHERE referrer_id = ANY (people);
  DELETE FROM exceptions WHERE contact_id = ANY (people);
  DELETE FROM hand_overs WHERE contact_id = ANY (people);
  DELETE FROM successors WHERE contact_id = ANY (people) OR decline_id IN (SELECT d.id FROM declines d WHERE d.contact_id = ANY (people));
  DELETE FROM withdrawals WHERE message_id = ANY (said);
  DELETE FROM rests WHERE contact_id = ANY (people);
  DELETE FROM opt_outs WHERE contact_id = ANY (people);
  DELETE FROM declines WHERE contact_id = ANY (people);
  DELETE FROM hearings WHERE contact_id = ANY (people);
  DELETE FROM replies WHERE message_id = ANY (said);
  DELETE FROM retractions WHERE message_id = ANY (said);
  DELETE FROM messages WHERE id = ANY (said);
  DELETE FROM threads WHERE contact_id = ANY (people);
  -- A door that somebody suppressed meanwhile stays shut, whoever stood behind it.
  DELETE FROM doors d WHERE d.contact_id = ANY (people) AND NOT EXISTS (SELECT FROM suppressions s WHERE s.key_hash = d.key_hash);
  DELETE FROM addresses WHERE contact_id = ANY (people);
  DELETE FROM contacts WHERE id = ANY (people);

  DELETE FROM organization_domains d WHERE d.organization_id = ANY (made) AND NOT EXISTS (SELECT FROM contacts c WHERE c.organization_id = d.organization_id);
  DELETE FROM organizations o WHERE o.id = ANY (made) AND NOT EXISTS (SELECT FROM contacts c WHERE c.organization_id = o.id)
    AND NOT EXISTS (SELECT FROM declines d WHERE d.organization_id = o.id);
  DELETE FROM pitches p WHERE p.id = ANY (made) AND NOT EXISTS (SELECT FROM messages m WHERE m.pitch_id = p.id)
    AND NOT EXISTS (SELECT FROM hearings h WHERE h.pitch_id = p.id) AND NOT EXISTS (SELECT FROM declines d WHERE d.pitch_id = p.id)
    AND NOT EXISTS (SELECT FROM drafts f WHERE f.pitch_id = p.id);
  IF people <> '{}' THEN
    PERFORM law.note_event('sample_removed', p_by, NULL, NULL, jsonb_build_object('people', cardinality(people)), NULL);
  END IF;
  RETURN cardinality(people);
END $$;
