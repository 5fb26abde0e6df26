-- Rises with each change, so that a process knows whether the call in its memory is the newest.
ALTER TABLE "Call" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
