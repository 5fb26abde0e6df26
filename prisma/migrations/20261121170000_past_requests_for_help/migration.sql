-- The requests for help before the latest one: each is a record in the CRM.
ALTER TABLE "Call" ADD COLUMN "pastHelp" JSONB;
