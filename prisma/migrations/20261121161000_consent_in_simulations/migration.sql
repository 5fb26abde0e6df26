-- AlterTable: earlier simulations are read as if nothing were on file.
ALTER TABLE "PolicySimulation" ADD COLUMN "consent" JSONB NOT NULL DEFAULT '{}';
UPDATE "PolicySimulation" SET "consent" = '{"before": {"overrides": [], "disclosedElsewhere": false}, "after": {"overrides": [], "disclosedElsewhere": false}}';
