-- Rises with each change, so that a process knows whether the call in its memory is the newest.
ALTER TABLE "Call" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- Calls that have not ended are few; what asks for them must not read those that have.
CREATE INDEX "Call_open_idx" ON "Call" ("orgId") WHERE "status" <> 'ended';
