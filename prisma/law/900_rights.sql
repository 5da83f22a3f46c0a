-- What the application's role may do. It owns nothing, deletes no fact, and never writes what the law computes:
-- recorded_at, recorded_seq, moment, depth, purpose, door_hashes, standing. This file is the last: it takes
-- everything back before it gives. Where the database knows no such role (one DATABASE_URL without CREATEROLE),
-- nothing is given, and doctor says what is weaker.
REVOKE ALL ON ALL TABLES IN SCHEMA public, law FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA law FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE OR REPLACE FUNCTION law.grant_without(p_right text, p_table text, p_left_out text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE (SELECT format('GRANT %s (%s) ON public.%I TO earshot_app', p_right, string_agg(quote_ident(column_name), ', '), p_table)
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name = p_table AND column_name <> ALL (p_left_out));
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'earshot_app') THEN RETURN; END IF;
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM earshot_app;
  REVOKE ALL ON ALL TABLES IN SCHEMA law FROM earshot_app;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA law FROM earshot_app;
  GRANT USAGE ON SCHEMA public, law TO earshot_app;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO earshot_app;
  GRANT USAGE ON SEQUENCE public.fact_seq TO earshot_app;

  -- Ordinary tables.
  GRANT INSERT, UPDATE ON public.installation, public.policy, public.invitations, public.password_resets, public.heartbeats, public.tags,
    public.imports, public.import_rows TO earshot_app;
  GRANT UPDATE ON public.language_model TO earshot_app;
  -- What a reply seems to say; whom that holds is the law's.
  PERFORM law.grant_without('INSERT', 'replies', '{organization_id}');
  PERFORM law.grant_without('UPDATE', 'replies', '{message_id,organization_id}');
  -- What noes and conversations hang on keeps its id, and a thread its contact.
  GRANT INSERT ON public.users, public.organizations, public.contacts, public.pitches, public.threads TO earshot_app;
  PERFORM law.grant_without('UPDATE', 'users', '{id}');
  PERFORM law.grant_without('UPDATE', 'organizations', '{id,touched}');
  PERFORM law.grant_without('UPDATE', 'pitches', '{id}');
  PERFORM law.grant_without('UPDATE', 'threads', '{id,contact_id,channel}');
  -- Whose a mailbox is, its address and since when it is known (marks rest on that) are said once.
  GRANT INSERT ON public.mailboxes TO earshot_app;
  PERFORM law.grant_without('UPDATE', 'mailboxes', '{id,user_id,email,created_at}');
  -- Where somebody is signed in: said once, seen again and again, and gone when it ends.
  GRANT INSERT, DELETE ON public.sessions TO earshot_app;
  GRANT UPDATE (last_seen_at) ON public.sessions TO earshot_app;
  -- Whose a token is, what it may and until when is said once.
  PERFORM law.grant_without('INSERT', 'api_tokens', '{created_at,last_used_at,revoked_at,revoked_by_id}');
  GRANT UPDATE (last_used_at, revoked_at, revoked_by_id) ON public.api_tokens TO earshot_app;
  GRANT INSERT, UPDATE, DELETE ON public.rate_limits, public.drafts, public.contact_tags, public.saved_views, public.templates TO earshot_app;
  GRANT INSERT ON public.not_the_same TO earshot_app;
  -- Mail as it came, where it was seen, and what is asked about it. A mail is erased whole, or not at all.
  GRANT INSERT, UPDATE, DELETE ON public.sightings TO earshot_app;
  GRANT INSERT, UPDATE ON public.mailbox_folders, public.mail_questions, public.mail_searches TO earshot_app;
  -- Who wrote and is not to be kept is forgotten: the question goes, a hash stays.
  GRANT DELETE ON public.mail_questions TO earshot_app;
  GRANT INSERT, DELETE ON public.ignored_senders TO earshot_app;
  GRANT INSERT, DELETE ON public.raw_mails, public.message_mails, public.message_refs TO earshot_app;
  GRANT UPDATE (message_id, people, refs, reader_version, waits, wanted) ON public.raw_mails TO earshot_app;
  -- What a better reader says of it beside the fact.
  GRANT UPDATE (returns_on, bounce_reason, still_trying) ON public.message_mails TO earshot_app;
  GRANT INSERT, DELETE ON public.fingerprints TO earshot_app;
  -- Who somebody is to an import, or that they are one of the sample people, is said once.
  PERFORM law.grant_without('UPDATE', 'contacts', '{id,import_key,created_at,created_by_id,merged_into_id}');
  GRANT DELETE ON public.tags TO earshot_app;
  GRANT INSERT ON public.organization_domains, public.event_texts TO earshot_app;

  -- Facts: what a person says, never when it was recorded.
  PERFORM law.grant_without('INSERT', 'addresses', '{door_hashes,retired_at}');
  PERFORM law.grant_without('INSERT', 'messages', '{recorded_at,recorded_seq,moment,depth,mark}');
  PERFORM law.grant_without('INSERT', 'hearings', '{recorded_at,recorded_seq}');
  PERFORM law.grant_without('INSERT', 'declines', '{recorded_at,recorded_seq,hearing_id,withdrawn_at,withdrawn_by_id,withdrawn_reason}');
  PERFORM law.grant_without('INSERT', 'opt_outs', '{recorded_at,recorded_seq,hearing_id,lifted_at,lifted_by_id,lifted_words}');
  PERFORM law.grant_without('INSERT', 'rests', '{recorded_at,recorded_seq,hearing_id,lifted_at,lifted_by_id}');
  PERFORM law.grant_without('INSERT', 'looks', '{recorded_at}');
  PERFORM law.grant_without('INSERT', 'endings', '{recorded_at,recorded_seq}');
  PERFORM law.grant_without('INSERT', 'referrals', '{recorded_at,recorded_seq,message_id}');
  PERFORM law.grant_without('INSERT', 'hand_overs', '{recorded_at,recorded_seq,from_id}');
  PERFORM law.grant_without('INSERT', 'exceptions', '{recorded_at,recorded_seq,expires_at}');
  PERFORM law.grant_without('INSERT', 'events', '{recorded_at,recorded_seq}');
  GRANT UPDATE (state, send_after, leased_until, attempts, handed_at, outcome_note) ON public.outbox TO earshot_app;

  -- What the law offers.
  GRANT EXECUTE ON FUNCTION
    law.verdict(uuid, uuid, channel, uuid, uuid, uuid, boolean, uuid, uuid, uuid), law.withdraw(uuid, uuid, text), law.name_successor(uuid, uuid, uuid), law.link_referral(uuid, uuid, uuid),
    law.hand_over_all(uuid, uuid, uuid, text), law.merge_contacts(uuid, uuid, uuid, text), law.in_conversation(uuid), law.in_debt(uuid, timestamptz), law.retract(uuid, uuid, text),
    law.lift_rest(uuid, uuid), law.lift_opt_out(uuid, uuid, uuid, text),
    law.retire_address(uuid, uuid), law.suppress_address(channel, text, suppression_cause, uuid, text),
    law.suppress_domain(text, suppression_cause, uuid, text), law.lift_suppression(uuid, uuid, text),
    law.let_copies_go_uncertain(), law.whole(), law.standing_differs(uuid), law.differing_standings(int), law.compare_standings(uuid, int), law.applied_hash(), law.marks(uuid), law.colleagues_to_judge(), law.judge_again(uuid), law.clock(), law.ended(standing, timestamptz),
    law.quiet_organizations(), law.suppressed(channel, text), law.remove_sample(uuid), law.changed_since(xid8), law.forget_changes(xid8),
    law.name_parent(uuid, uuid), law.doors_of_mail(text[]) TO earshot_app;
END $$;
DROP FUNCTION law.grant_without(text, text, text[]);
