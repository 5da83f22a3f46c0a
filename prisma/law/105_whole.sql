-- Is the law whole? What its files make is held against a digest taken when they were applied; what they cannot make
-- again (shapes of tables, what others hung on them) is asked of the database each time.
CREATE TABLE IF NOT EXISTS law.digest (kind text, name text, digest text NOT NULL, PRIMARY KEY (kind, name));

-- The law as it stands now: its functions, its triggers, and who may do more than read.
CREATE OR REPLACE FUNCTION law.fingerprint() RETURNS TABLE (kind text, name text, digest text)
LANGUAGE sql STABLE SET search_path = law, public, pg_temp SET quote_all_identifiers = off AS $$
  SELECT CASE p.pronamespace WHEN 'law'::regnamespace THEN 'function' ELSE 'function of the past' END, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
      md5(concat_ws('|', p.prosrc, p.proconfig::text, p.prosecdef, p.provolatile, p.proowner::regrole, p.prorettype::regtype, p.prolang))
    FROM pg_proc p WHERE p.pronamespace IN ('law'::regnamespace, 'past'::regnamespace)
  UNION ALL SELECT 'trigger', format('%s on %s', t.tgname, c.relname), md5(pg_get_triggerdef(t.oid))
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
  UNION ALL SELECT 'right', format('%s may %s %s', a.who, lower(a.privilege_type), a.what), ''
    FROM (
      SELECT c.relname AS what, c.relowner AS owner, x.grantee, x.privilege_type FROM pg_class c, aclexplode(c.relacl) x
        WHERE c.relnamespace = 'law'::regnamespace OR (c.relnamespace = 'public'::regnamespace AND x.privilege_type <> 'SELECT')
      UNION ALL SELECT c.relname::text || '.' || f.attname::text, c.relowner, x.grantee, x.privilege_type FROM pg_class c JOIN pg_attribute f ON f.attrelid = c.oid, aclexplode(f.attacl) x
        WHERE c.relnamespace IN ('public'::regnamespace, 'law'::regnamespace) AND x.privilege_type <> 'SELECT'
      UNION ALL SELECT format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), p.proowner, x.grantee, x.privilege_type
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x WHERE p.pronamespace IN ('law'::regnamespace, 'past'::regnamespace)
      UNION ALL SELECT n.nspname, n.nspowner, x.grantee, x.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) x
        WHERE n.nspname IN ('public', 'law') AND x.privilege_type = 'CREATE'
    ) r(what, owner, grantee, privilege_type), LATERAL (SELECT CASE r.grantee WHEN 0 THEN 'everybody' ELSE r.grantee::regrole::text END AS who, r.privilege_type, r.what) a
    WHERE r.grantee <> r.owner
$$;

CREATE OR REPLACE FUNCTION law.take_digest() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM law.digest;
  INSERT INTO law.digest SELECT DISTINCT f.kind, f.name, f.digest FROM law.fingerprint() f;
END $$;

-- What migrations made and the law leans on: checks and unique indexes, by name.
CREATE TABLE IF NOT EXISTS law.needed (name text PRIMARY KEY);
DELETE FROM law.needed;
INSERT INTO law.needed SELECT unnest('{
  policy_one_row,policy_follow_ups,users_email_shape,contacts_named,organizations_named,organization_domains_shape,
  addresses_not_in_person,addresses_email_shape,addresses_phone_shape,addresses_x_shape,addresses_linkedin_shape,addresses_other_shape,
  messages_day_order,messages_inbound_is_theirs,messages_composed_are_human,messages_only_ours_leave,messages_nothing_to_answer,messages_promise_answers,withdrawals_reason,exceptions_reasons,referrals_hearing_id_contact_id_key,contacts_came,mailboxes_read,withdrawals_pkey,hearings_scope,hearings_pitch,hearings_until,hearings_organization_words,
  declines_organization,declines_withdrawn,opt_outs_lifted,rests_ours_are_personal,rests_lifted,endings_message,exceptions_fact,retractions_reason,
  addresses_one_door,addresses_contact_id_channel_handle_key,contacts_import_key_key,messages_corrects_id_key,messages_id_contact_id_key,
  messages_contact_id_message_id_header_key,suppressions_one_in_force,outbox_one_on_its_way,outbox_message_id_contact_id_key,
  api_tokens_named,api_tokens_hashed,api_tokens_scopes,api_tokens_revoked,
  mailboxes_one_open,mailboxes_sealed,mailboxes_closed_forget,mailboxes_imap,mailboxes_smtp,mailboxes_ports,mailboxes_failing,mailboxes_fault,mailboxes_lease,mailboxes_oauth,
  mail_questions_one_sender,mail_questions_one_address,mail_questions_one_mail,mail_questions_answered,ignored_senders_pkey,mailbox_folders_mailbox_id_path_key,
  raw_mails_sha256_key,sightings_pkey,sightings_why,sightings_kept,fingerprints_small,not_the_same_in_order,saved_views_named,saved_views_of_contacts,templates_named,templates_say_something,
  language_model_one_row,language_model_named,language_model_sealed,language_model_failing}'::text[]);

-- Empty when the law is whole; otherwise what is wrong, a line each.
CREATE OR REPLACE FUNCTION law.whole() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp SET quote_all_identifiers = off AS $$
  WITH now AS MATERIALIZED (SELECT DISTINCT * FROM law.fingerprint()),
    tables AS (SELECT c.oid, c.relname, c.relrowsecurity, c.relowner FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p'))
  SELECT format('trigger %s on %s is missing or not ALWAYS', w.trigger_name, w.table_name) FROM law.watched w
    WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass('public.' || w.table_name) AND t.tgname = w.trigger_name AND t.tgenabled = 'A')
  UNION ALL SELECT 'no trigger is watched' WHERE NOT EXISTS (SELECT FROM law.watched)
  UNION ALL SELECT 'nobody knows how the law was applied' WHERE NOT EXISTS (SELECT FROM law.digest)
  UNION ALL SELECT format('%s %s is not as it was applied', d.kind, d.name) FROM law.digest d LEFT JOIN now n USING (kind, name)
    WHERE d.kind IN ('function', 'function of the past') AND n.digest IS DISTINCT FROM d.digest OR d.kind = 'trigger' AND n.digest <> d.digest
  UNION ALL SELECT CASE n.kind WHEN 'right' THEN n.name || ', which the law did not give' ELSE format('%s %s is not of the law', n.kind, n.name) END
    FROM now n LEFT JOIN law.digest d USING (kind, name) WHERE d.name IS NULL AND n.kind <> 'trigger'
  UNION ALL SELECT format('trigger %s on %s is not of the law', t.tgname, c.relname) FROM pg_trigger t JOIN tables c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND NOT EXISTS (SELECT FROM law.watched w WHERE w.table_name = c.relname AND w.trigger_name = t.tgname)
  UNION ALL SELECT DISTINCT format('a foreign key of %s is not enforced', c.relname) FROM pg_trigger t JOIN tables c ON c.oid = t.tgrelid WHERE t.tgisinternal AND t.tgenabled NOT IN ('O', 'A')
  UNION ALL SELECT format('rule %s on %s is not of the law', r.rulename, c.relname) FROM pg_rewrite r JOIN tables c ON c.oid = r.ev_class
  UNION ALL SELECT format('%s inherits from %s', i.inhrelid::regclass, c.relname) FROM pg_inherits i JOIN tables c ON c.oid = i.inhparent
  UNION ALL SELECT format('row security hides rows of %s', c.relname) FROM tables c WHERE c.relrowsecurity
  UNION ALL SELECT format('%s is missing or not valid', x.name) FROM law.needed x
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conname = x.name AND k.connamespace = 'public'::regnamespace AND k.convalidated)
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = to_regclass('public.' || x.name) AND i.indisunique AND i.indisvalid)
  UNION ALL SELECT format('function %s has no fixed search_path', p.proname) FROM pg_proc p
    WHERE p.pronamespace = 'law'::regnamespace AND p.prosecdef AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%')
  -- Whoever the application signs in as is neither the owner nor above them.
  UNION ALL SELECT format('%s may act as the owner of the tables', m.member::regrole) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
    WHERE g.rolname = 'earshot_app' AND EXISTS (SELECT FROM tables c WHERE r.oid <> c.relowner AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AND NOT m.admin_option
  UNION ALL SELECT 'the key of the doors is missing' WHERE (SELECT count(*) FROM law.secret) <> 1
  UNION ALL SELECT 'the key of the doors fits no door' FROM (SELECT * FROM addresses LIMIT 1) a WHERE a.door_hashes[1] IS DISTINCT FROM law.door_of(a.channel, a.handle)
  UNION ALL SELECT 'the order of recording is behind what was recorded' WHERE (SELECT max(recorded_seq) FROM events) >= (SELECT last_value + is_called::int FROM fact_seq)
  UNION ALL SELECT 'the policy is missing' WHERE NOT EXISTS (SELECT FROM policy)
$$;
