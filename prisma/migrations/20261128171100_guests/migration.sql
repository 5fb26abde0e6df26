-- Third parties on a call, and the hold of the customer while rep and third party talk.
ALTER TABLE "Call" ADD COLUMN "guests" JSONB, ADD COLUMN "talkHold" JSONB;
ALTER TABLE "Participant" ADD COLUMN "guestId" TEXT;
