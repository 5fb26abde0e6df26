-- The one point that a barge is to add, in the supervisor's words.
ALTER TABLE "Intervention" ADD COLUMN "reasonPoint" TEXT;
