ALTER TABLE "OutboxMessage" ADD COLUMN "fault" JSONB;
ALTER TABLE "Incident" ADD COLUMN "facts" JSONB;
