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

-- What days counted of alerts that were removed before that: of no call any more, it stays with the
-- day. Days with later alerts have them all.
CREATE TABLE "CallDayPast" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "issue" TEXT NOT NULL,
  "alertsShown" INTEGER NOT NULL,
  "alertsUseful" INTEGER NOT NULL,
  "alertsNotUseful" INTEGER NOT NULL,
  "alertsHeldOut" INTEGER NOT NULL,
  "alertsLimited" INTEGER NOT NULL,
  CONSTRAINT "CallDayPast_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "issue")
);
CREATE TABLE "AlertDayPast" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "ruleName" TEXT NOT NULL,
  "family" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "shown" INTEGER NOT NULL,
  "heldOut" INTEGER NOT NULL,
  "limited" INTEGER NOT NULL,
  "useful" INTEGER NOT NULL,
  "notUseful" INTEGER NOT NULL,
  CONSTRAINT "AlertDayPast_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "ruleName", "family")
);

CREATE TEMPORARY TABLE "first_alert" AS
SELECT "orgId", min("raisedAt")::date + 1 AS "day" FROM "CallAlert" GROUP BY 1;
CREATE TEMPORARY TABLE "still_there" AS
SELECT DISTINCT c."orgId", (c."answeredAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date AS "day",
  c."repUserId", c."direction", (SELECT coalesce(string_agg(id, ',' ORDER BY id), '')
    FROM unnest(c."repQueueIds") AS id) AS "queueIds"
FROM "CallAlert" a JOIN "first_alert" f ON f."orgId" = a."orgId" AND a."raisedAt" < f."day" + 3
  JOIN "Call" c ON c."callId" = a."callId"
WHERE c."answeredAt" IS NOT NULL;

INSERT INTO "CallDayPast"
SELECT d."orgId", d."day", d."repUserId", d."direction", d."queueIds", d."issue",
  d."alertsShown", d."alertsUseful", d."alertsNotUseful", d."alertsHeldOut", d."alertsLimited"
FROM "CallDay" d LEFT JOIN "first_alert" f ON f."orgId" = d."orgId"
WHERE d."refusalCode" = '' AND d."alertsShown" + d."alertsHeldOut" + d."alertsLimited" > 0
  AND d."day" <= coalesce(f."day", d."day")
  AND NOT EXISTS (SELECT FROM "still_there" s WHERE s."orgId" = d."orgId" AND s."day" = d."day"
    AND s."repUserId" = d."repUserId" AND s."direction" = d."direction"
    AND s."queueIds" = d."queueIds");
INSERT INTO "AlertDayPast"
SELECT d."orgId", d."day", d."repUserId", d."direction", d."queueIds", d."ruleName", d."family",
  d."label", d."shown", d."heldOut", d."limited", d."useful", d."notUseful"
FROM "AlertDay" d LEFT JOIN "first_alert" f ON f."orgId" = d."orgId"
WHERE d."day" <= coalesce(f."day", d."day")
  AND NOT EXISTS (SELECT FROM "still_there" s WHERE s."orgId" = d."orgId" AND s."day" = d."day"
    AND s."repUserId" = d."repUserId" AND s."direction" = d."direction"
    AND s."queueIds" = d."queueIds");
DROP TABLE "first_alert", "still_there";
