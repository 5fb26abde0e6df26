-- A pause of the call's recording, while there is one.
ALTER TABLE "Call" ADD COLUMN "recordingPause" JSONB;
