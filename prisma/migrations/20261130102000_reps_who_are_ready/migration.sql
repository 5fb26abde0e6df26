-- When a rep last ended after-call.
ALTER TABLE "RepPresence" ADD COLUMN "readyAt" TIMESTAMPTZ(3);
