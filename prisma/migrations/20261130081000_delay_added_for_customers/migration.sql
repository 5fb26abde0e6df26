ALTER TABLE "AudioCheckRun" ADD COLUMN "addedDelay" JSONB;
ALTER TABLE "AudioCheckStream" ADD COLUMN "markers" JSONB NOT NULL DEFAULT '[]';
