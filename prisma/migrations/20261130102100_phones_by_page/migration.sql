-- What each open page of a rep says of its softphone, by page.
ALTER TABLE "RepPresence" ADD COLUMN "phones" JSONB;
