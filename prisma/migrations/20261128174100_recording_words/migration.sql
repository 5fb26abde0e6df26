-- What was said in a recording, as the carrier wrote it down.
ALTER TABLE "Recording" ADD COLUMN "words" TEXT;
