-- A claim that somebody took by joining is given back when they do not join.
ALTER TABLE "CallClaim" ADD COLUMN "forJoin" BOOLEAN NOT NULL DEFAULT false;
