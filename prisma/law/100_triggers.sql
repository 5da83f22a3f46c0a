-- Every trigger of the law, ENABLE ALWAYS: session_replication_role opens nothing.
CREATE TABLE IF NOT EXISTS law.watched (table_name text, trigger_name text, PRIMARY KEY (table_name, trigger_name));
DELETE FROM law.watched;

CREATE OR REPLACE FUNCTION law.watch(p_table text, p_trigger text, p_when text, p_how text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS %I ON public.%I', p_trigger, p_table);
  EXECUTE format('CREATE TRIGGER %I %s ON public.%I %s', p_trigger, p_when, p_table, p_how);
  EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER %I', p_table, p_trigger);
  INSERT INTO law.watched VALUES (p_table, p_trigger);
END $$;

SELECT law.watch('contacts', 'law_contact', 'AFTER INSERT', 'REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION law.on_contact()');
SELECT law.watch('contacts', 'law_contact_change', 'AFTER UPDATE OF organization_id, owner_id, name_key', 'FOR EACH ROW EXECUTE FUNCTION law.on_contact_change()');
SELECT law.watch('contacts', 'law_owner', 'BEFORE INSERT', 'FOR EACH ROW WHEN (new.owner_id IS NOT NULL) EXECUTE FUNCTION law.on_owner()');
SELECT law.watch('contacts', 'law_owner_change', 'BEFORE UPDATE OF owner_id', 'FOR EACH ROW WHEN (new.owner_id IS DISTINCT FROM old.owner_id AND new.owner_id IS NOT NULL) EXECUTE FUNCTION law.on_owner()');
SELECT law.watch('addresses', 'law_address', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_address()');
SELECT law.watch('addresses', 'mail_wanted', 'AFTER INSERT', 'REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION law.want_mail()');
SELECT law.watch('sightings', 'mail_counted', 'AFTER INSERT', 'REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION law.count_sightings()');
SELECT law.watch('sightings', 'mail_recounted', 'AFTER UPDATE', 'REFERENCING OLD TABLE AS before NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION law.count_sightings()');
SELECT law.watch('sightings', 'mail_discounted', 'AFTER DELETE', 'REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION law.count_sightings()');
SELECT law.watch('organization_domains', 'law_domain', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_domain()');
SELECT law.watch('policy', 'law_policy', 'BEFORE INSERT OR UPDATE OF time_zone', 'FOR EACH ROW EXECUTE FUNCTION law.on_policy()');
SELECT law.watch('policy', 'law_zone', 'AFTER UPDATE OF time_zone', 'FOR EACH ROW WHEN (old.time_zone IS DISTINCT FROM new.time_zone) EXECUTE FUNCTION law.on_zone()');
SELECT law.watch('messages', 'law_message', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_message()');
SELECT law.watch('messages', 'law_message_recorded', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_message_recorded()');
SELECT law.watch('replies', 'law_suggestion', 'BEFORE INSERT OR UPDATE', 'FOR EACH ROW EXECUTE FUNCTION law.on_suggestion()');
SELECT law.watch('replies', 'law_suggested', 'AFTER INSERT OR UPDATE OF outcome', 'FOR EACH ROW EXECUTE FUNCTION law.on_suggested()');
SELECT law.watch('hearings', 'law_hearing', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_hearing()');
SELECT law.watch('hearings', 'law_heard', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_heard()');
SELECT law.watch('declines', 'law_closer', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closer()');
SELECT law.watch('declines', 'law_closed', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closed()');
SELECT law.watch('opt_outs', 'law_closer', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closer()');
SELECT law.watch('opt_outs', 'law_closed', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closed()');
SELECT law.watch('rests', 'law_closer', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closer()');
SELECT law.watch('rests', 'law_rest', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_rest()');
SELECT law.watch('rests', 'law_closed', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closed()');
SELECT law.watch('endings', 'law_ending', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_ending()');
SELECT law.watch('endings', 'law_ended', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_closed()');
SELECT law.watch('looks', 'law_look', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_look()');
SELECT law.watch('hand_overs', 'law_hand_over', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_hand_over()');
SELECT law.watch('hand_overs', 'law_handed_over', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_handed_over()');
SELECT law.watch('referrals', 'law_referral', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_referral()');
SELECT law.watch('exceptions', 'law_exception', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.on_exception()');
SELECT law.watch('outbox', 'law_outbox_change', 'BEFORE UPDATE', 'FOR EACH ROW EXECUTE FUNCTION law.on_outbox_change()');
SELECT law.watch('outbox', 'law_outbox', 'AFTER INSERT OR UPDATE OF state', 'FOR EACH ROW EXECUTE FUNCTION law.on_outbox()');
