-- When planned debriefs are to be looked at next because time passes, and what was said of them.
CREATE TABLE "DebriefDue" (
    "interventionId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "told" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "escalatedTo" TEXT,

    CONSTRAINT "DebriefDue_pkey" PRIMARY KEY ("interventionId")
);

CREATE INDEX "DebriefDue_due_idx" ON "DebriefDue"("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "DebriefDue_escalatedTo_idx" ON "DebriefDue"("escalatedTo");

-- A debrief is planned with the outcome of its intervention, and looked at at once.
CREATE FUNCTION dealside_debrief_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DebriefDue" ("interventionId", "dueAt") VALUES (NEW."interventionId", now())
  ON CONFLICT ("interventionId") DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER debrief_due AFTER INSERT OR UPDATE ON "Intervention" FOR EACH ROW
  WHEN (NEW."coachingDueOn" IS NOT NULL)
  EXECUTE FUNCTION dealside_debrief_due();

-- Of those planned before only what is still to come: the others were never watched.
INSERT INTO "DebriefDue" ("interventionId", "dueAt")
SELECT "interventionId", now() FROM "Intervention"
WHERE "coachingDueOn" >= to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
