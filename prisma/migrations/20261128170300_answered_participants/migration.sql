-- When a connection that was dialed was answered: a report of the conference alone does not say so.
ALTER TABLE "Participant" ADD COLUMN "answeredAt" TIMESTAMPTZ(3);

-- From when the whole call is recorded; null where it is not, or was decided before this column.
ALTER TABLE "Call" ADD COLUMN "records" TEXT;
