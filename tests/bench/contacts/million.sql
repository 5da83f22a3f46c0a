-- Generates so many contacts for measuring lists and search (lists.bench.ts), as the owner of the tables: nobody's
-- history, so the law's triggers are off while it runs.
SET work_mem = '256MB';
SET synchronous_commit = off;
SELECT setseed(0.42);
BEGIN;
ALTER TABLE contacts DISABLE TRIGGER USER;
ALTER TABLE addresses DISABLE TRIGGER USER;
ALTER TABLE messages DISABLE TRIGGER USER;
ALTER TABLE declines DISABLE TRIGGER USER;

CREATE TEMP TABLE given (i serial, word text);
INSERT INTO given (word) SELECT unnest(string_to_array('Ana,María,Carmen,Josefa,Isabel,Laura,Cristina,Marta,Lucía,Elena,Pilar,Rosa,Teresa,Paula,Raquel,Silvia,Antonio,José,Manuel,Francisco,David,Juan,Javier,Daniel,Carlos,Jesús,Alejandro,Miguel,Rafael,Pedro,Pablo,Ángel,Sergio,Jorge,Luis,Alberto,Emma,Olivia,Sophia,Isla,Grace,Ruth,Helen,Susan,Karen,Linda,James,John,Robert,Michael,William,Richard,Thomas,Paul,Mark,George,Jonas,Lukas,Felix,Anna,Lena,Greta,Ingrid,Sven,Priya,Arjun,Wei,Yuki,Omar,Fatima,Leila,Amina,Samuel,Tom,Marc,Claire,Chloé,Jules,Hugo,Giulia,Marco,Luca,Beatriz,João,Tiago,Inês,Marta,Zofia,Jan,Eva,Petr,Ivana,Nikola,Milan,Vera,Dmitri,Olga,Irina,Noor,Sanne', ','));
CREATE TEMP TABLE family (i serial, word text);
INSERT INTO family (word) SELECT unnest(string_to_array('García,Rodríguez,González,Fernández,López,Martínez,Sánchez,Pérez,Gómez,Martín,Jiménez,Ruiz,Hernández,Díaz,Moreno,Álvarez,Smith,Jones,Williams,Taylor,Brown,Davies,Evans,Wilson,Müller,Schmidt,Weber,Rossi,Bianchi,Silva,Santos,Oliveira,Martin,Bernard,Dubois', ','));
INSERT INTO family (word) SELECT initcap(a || b || c) FROM unnest('{bel,mar,tor,val,can,rib,sol,mon,lar,ver,cas,fel,gar,hol,ken,lin,nor,pal,ros,wei}'::text[]) a, unnest('{a,e,i,o,ta,ve,li,ne}'::text[]) b, unnest('{tran,dez,ño,son,berg,ski,no,ton,ra,les,man,ker}'::text[]) c;
CREATE TEMP TABLE thing (i serial, word text);
INSERT INTO thing (word) SELECT initcap(a || b) FROM unnest('{north,south,blue,red,green,river,harbour,stone,light,moon,iron,silver,oak,pine,wind,salt,sand,cloud,bridge,field,mill,gold,wolf,lake,hill}'::text[]) a, unnest('{light,side,works,gate,house,point,lab,ware,press,fund,line,mark,forge,ridge,port,well,craft,path,view,yard}'::text[]) b;
CREATE TEMP TABLE made_of (i serial, word text);
INSERT INTO made_of (word) SELECT unnest(string_to_array('Ltd,Group,Partners,Studio,Foundation,Museum,Capital,Media,Leisure,Systems,Labs,Energy,Health,Foods,Travel,Design,Consulting,Logistics,Institute,Radio', ','));

-- The first of a thousand names is a hundred times as common as the last.
CREATE FUNCTION pg_temp.pick(n int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 1 + floor(n * power(random(), 2))::int $$;
CREATE FUNCTION pg_temp.key(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(translate(t, 'ÁÉÍÓÚÜÑáéíóúüñçãêèäöß', 'AEIOUUNaeiouuncaeeaos')) $$;
CREATE FUNCTION pg_temp.v7(i bigint) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT (lpad(to_hex(1700000000000 + i), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid $$;

INSERT INTO organizations (id, name, name_key)
  SELECT pg_temp.v7(g), n, pg_temp.key(n) FROM (SELECT g, t.word || ' ' || x.word || CASE WHEN g > 10000 THEN ' ' || g ELSE '' END AS n
    FROM generate_series(1, greatest(:people / 10, 1)) g JOIN thing t ON t.i = 1 + (g * 7919) % 500 JOIN made_of x ON x.i = 1 + (g * 31) % 20) o;
CREATE TEMP TABLE org AS SELECT row_number() OVER (ORDER BY id)::int AS i, id, replace(name_key, ' ', '') AS slug FROM organizations;
CREATE INDEX ON org (i);

CREATE TEMP TABLE person AS
  SELECT g AS i, pg_temp.v7(g) AS id, gi.word AS given, gi.word || ' ' || f1.word || CASE WHEN p.r < 0.5 THEN ' ' || f2.word ELSE '' END AS name, o.id AS organization_id, o.slug
  FROM (SELECT g, random() AS r, pg_temp.pick(100) AS a, pg_temp.pick((SELECT count(*)::int FROM family)) AS b,
      pg_temp.pick((SELECT count(*)::int FROM family)) AS c, 1 + floor(random() * greatest(:people / 10, 1))::int AS d FROM generate_series(1, :people) g OFFSET 0) p
    JOIN given gi ON gi.i = p.a JOIN family f1 ON f1.i = p.b JOIN family f2 ON f2.i = p.c JOIN org o ON o.i = p.d;
INSERT INTO contacts (id, name, name_key, given_name, organization_id) SELECT id, name, pg_temp.key(name), given, organization_id FROM person ORDER BY i;
INSERT INTO addresses (id, contact_id, channel, handle, typed)
  SELECT pg_temp.v7(i), id, 'email', h, h FROM (SELECT i, id, replace(pg_temp.key(name), ' ', '.') || i || '@' || slug || '.example' AS h FROM person ORDER BY i) e;
INSERT INTO addresses (id, contact_id, channel, handle, typed)
  SELECT pg_temp.v7(i), id, 'linkedin', h, h FROM (SELECT i, id, replace(pg_temp.key(name), ' ', '-') || '-' || to_hex(i) AS h FROM person WHERE i % 10 < 6 ORDER BY i) e;

-- Five in ten thousand wait to be heard, and a page full of them at every size, so that full pages are compared.
CREATE TEMP TABLE state AS SELECT i, id, random() AS r, clock_timestamp() - interval '700 days' * random() AS spoke, 0.25 + greatest(0.0005, 60.0 / :people) AS heard FROM person;
INSERT INTO threads (id, contact_id, channel) SELECT pg_temp.v7(i), id, 'email' FROM state WHERE r < 0.4 ORDER BY i;
INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, occurred_at, moment, body)
  SELECT pg_temp.v7(s.i), s.id, t.id, 'email', CASE WHEN s.r < 0.25 THEN 'outbound' ELSE 'inbound' END::direction, 'logged', s.spoke, s.spoke, repeat('Some words about what we do and ask. ', 6)
  FROM state s JOIN threads t ON t.contact_id = s.id WHERE s.r < 0.4 ORDER BY s.i;
CREATE TEMP TABLE last_message AS SELECT contact_id, id FROM messages;
CREATE INDEX ON last_message (contact_id);
INSERT INTO standing (contact_id, organization_id, name_key, turn, unanswered, unheard, unheard_since, owed, owed_since, ever_written, ever_spoke,
    last_spoken_at, last_message_id, last_recorded_at, last_ours_recorded_at, closed_by, closed_scope, closed_at, rests_until, rest_said_by)
  SELECT s.id, c.organization_id, c.name_key, CASE WHEN r < 0.25 THEN 'theirs' WHEN r < 0.36 THEN 'ours' ELSE 'nobody' END::turn,
    CASE WHEN r < 0.25 THEN 1 ELSE 0 END, CASE WHEN r BETWEEN 0.25 AND heard THEN 1 ELSE 0 END, CASE WHEN r BETWEEN 0.25 AND heard THEN spoke END,
    CASE WHEN r BETWEEN heard AND heard + 0.001 THEN 1 ELSE 0 END, CASE WHEN r BETWEEN heard AND heard + 0.001 THEN spoke END,
    r < 0.4, r BETWEEN 0.25 AND 0.4, CASE WHEN r < 0.4 THEN spoke END, m.id, CASE WHEN r < 0.4 THEN spoke END, CASE WHEN r < 0.4 THEN spoke END,
    CASE WHEN r BETWEEN 0.30 AND 0.31 THEN 'opted_out' WHEN r BETWEEN 0.31 AND 0.33 THEN 'declined' END::closed_by,
    CASE WHEN r BETWEEN 0.31 AND 0.32 THEN 'person' WHEN r BETWEEN 0.32 AND 0.33 THEN 'this_pitch' END::scope, CASE WHEN r BETWEEN 0.30 AND 0.33 THEN spoke END,
    CASE WHEN r BETWEEN 0.33 AND 0.35 THEN clock_timestamp() + interval '180 days' * random() END, CASE WHEN r BETWEEN 0.33 AND 0.35 THEN 'them' END::said_by
  FROM state s JOIN contacts c ON c.id = s.id LEFT JOIN last_message m ON m.contact_id = s.id;
-- As many organizations that said no at every size: what is measured is the number of people.
INSERT INTO declines (contact_id, scope, organization_id, recorded_at) SELECT id, 'organization', organization_id, clock_timestamp() FROM contacts ORDER BY id LIMIT 100;

ALTER TABLE contacts ENABLE ALWAYS TRIGGER law_contact;
ALTER TABLE contacts ENABLE ALWAYS TRIGGER law_contact_change;
ALTER TABLE addresses ENABLE ALWAYS TRIGGER law_address;
ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message;
ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message_recorded;
ALTER TABLE declines ENABLE ALWAYS TRIGGER law_closer;
ALTER TABLE declines ENABLE ALWAYS TRIGGER law_closed;
COMMIT;
