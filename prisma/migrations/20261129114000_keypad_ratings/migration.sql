-- What callers say by a key after the call, beside the answers of the org's survey.
ALTER TABLE "CallRating" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'survey';
ALTER TABLE "CallResultDay" ADD COLUMN "ratedByKey" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallResultPeriod" ADD COLUMN "ratedByKey" INTEGER NOT NULL DEFAULT 0;
