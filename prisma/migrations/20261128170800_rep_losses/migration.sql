-- A rep who was lost in mid-call and who is waited for, and a rep who hung up on purpose.
ALTER TABLE "Call" ADD COLUMN "repLoss" JSONB;
ALTER TABLE "Call" ADD COLUMN "hangUp" JSONB;
