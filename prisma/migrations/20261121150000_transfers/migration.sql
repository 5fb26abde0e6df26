-- How a call goes from its rep to another, who had it before, and whose leg a colleague's is.
ALTER TABLE "Call" ADD COLUMN "transfer" JSONB, ADD COLUMN "pastReps" JSONB;
ALTER TABLE "Participant" ADD COLUMN "colleagueUserId" TEXT;
