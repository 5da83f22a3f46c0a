-- Is the law whole? Empty when it is; otherwise what is missing, a line each.
CREATE OR REPLACE FUNCTION law.whole() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT format('trigger %s on %s is missing or not ALWAYS', w.trigger_name, w.table_name) FROM law.watched w
    WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass('public.' || w.table_name) AND t.tgname = w.trigger_name AND t.tgenabled = 'A')
  UNION ALL SELECT 'no trigger is watched' WHERE NOT EXISTS (SELECT FROM law.watched)
  UNION ALL SELECT 'the index that allows one message on its way is missing'
    WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = to_regclass('public.outbox_one_on_its_way') AND i.indisunique AND i.indisvalid)
  UNION ALL SELECT format('function %s has no fixed search_path', p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'law' AND p.prosecdef AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%')
  UNION ALL SELECT 'the application may change ' || t FROM unnest('{standing,doors,suppressions,retractions}'::text[]) t, pg_roles r
    WHERE r.rolname = 'earshot_app' AND has_table_privilege(r.oid, 'public.' || t, 'INSERT, UPDATE, DELETE, TRUNCATE')
  UNION ALL SELECT 'the application may take back facts in ' || t FROM unnest('{messages,hearings,declines,opt_outs,rests,outbox,endings,addresses,events}'::text[]) t, pg_roles r
    WHERE r.rolname = 'earshot_app' AND has_table_privilege(r.oid, 'public.' || t, 'DELETE, TRUNCATE')
  UNION ALL SELECT 'the key of the doors is missing' WHERE NOT EXISTS (SELECT FROM law.secret)
$$;
