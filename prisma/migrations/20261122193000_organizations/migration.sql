-- Organizations in the order of their names from a place on, and the last words at each (lib/contacts/organizations/list).
CREATE INDEX organizations_name_key_id_idx ON organizations (name_key, id);
DROP INDEX organizations_name_key_idx;
CREATE INDEX standing_organization_id_last_spoken_at_contact_id_idx ON standing (organization_id, last_spoken_at, contact_id);
DROP INDEX standing_organization_id_idx;
