-- Whether a person or a machine answered an outbound call, and the message that was left on it.
ALTER TABLE "Call" ADD COLUMN "answering" JSONB;
