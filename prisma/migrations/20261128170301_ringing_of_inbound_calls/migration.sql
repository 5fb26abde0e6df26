-- How an inbound call finds somebody; null for calls that were received before.
ALTER TABLE "Call" ADD COLUMN "ringing" JSONB;

-- What a caller said whom nobody could take.
ALTER TABLE "Recording" ADD COLUMN "isVoicemail" BOOLEAN NOT NULL DEFAULT false;
