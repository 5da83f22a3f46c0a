-- What an oversight would do, of what nobody has heard: it only sorts the line of those to listen to. The law follows it.
ALTER TABLE "standing" ADD COLUMN "harm" INTEGER NOT NULL DEFAULT 4;
CREATE INDEX standing_line ON standing (harm, unheard_since, contact_id) WHERE unheard > 0;
