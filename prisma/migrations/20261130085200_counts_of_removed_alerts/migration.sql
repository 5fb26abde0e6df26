-- Alerts are removed after a time: how many a call had stays, so that its day can be counted again.
CREATE TABLE "CallAlertPast" (
  "callId" TEXT NOT NULL,
  "ruleName" TEXT NOT NULL,
  "family" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "raisedAt" TIMESTAMPTZ(3) NOT NULL,
  "shown" INTEGER NOT NULL,
  "heldOut" INTEGER NOT NULL,
  "limited" INTEGER NOT NULL,
  "useful" INTEGER NOT NULL,
  "notUseful" INTEGER NOT NULL,
  CONSTRAINT "CallAlertPast_pkey" PRIMARY KEY ("callId", "ruleName", "family")
);

CREATE FUNCTION dealside_alerts_past() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallAlertPast" AS past ("callId", "ruleName", "family", "orgId", "label", "raisedAt",
    "shown", "heldOut", "limited", "useful", "notUseful")
  SELECT "callId", "ruleName", "family", "orgId",
    (array_agg("label" ORDER BY "raisedAt" DESC))[1], max("raisedAt"),
    count(*) FILTER (WHERE "status" = 'shown'), count(*) FILTER (WHERE "status" = 'held_out'),
    count(*) FILTER (WHERE "status" = 'limited'),
    count(*) FILTER (WHERE "status" = 'shown' AND "mark" = 'useful'),
    count(*) FILTER (WHERE "status" = 'shown' AND "mark" = 'not_useful')
  FROM removed GROUP BY "callId", "ruleName", "family", "orgId"
  ON CONFLICT ("callId", "ruleName", "family") DO UPDATE SET
    "label" = CASE WHEN excluded."raisedAt" > past."raisedAt" THEN excluded."label"
      ELSE past."label" END,
    "raisedAt" = greatest(past."raisedAt", excluded."raisedAt"),
    "shown" = past."shown" + excluded."shown",
    "heldOut" = past."heldOut" + excluded."heldOut",
    "limited" = past."limited" + excluded."limited",
    "useful" = past."useful" + excluded."useful",
    "notUseful" = past."notUseful" + excluded."notUseful";
  RETURN NULL;
END $$;
CREATE TRIGGER alerts_past AFTER DELETE ON "CallAlert" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION dealside_alerts_past();
