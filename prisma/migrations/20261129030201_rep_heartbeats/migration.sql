-- When the softphone of a rep who is on a call last said that it is there.
ALTER TABLE "RepPresence" ADD COLUMN "heartbeatAt" TIMESTAMPTZ(3);
