-- What the customer of an outbound call sees, and why.
ALTER TABLE "Call" ADD COLUMN "callerId" JSONB;
