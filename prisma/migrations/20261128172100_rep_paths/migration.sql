-- What a join did to the rep's way to the carrier.
ALTER TABLE "Latency" ADD COLUMN "repPath" JSONB;
