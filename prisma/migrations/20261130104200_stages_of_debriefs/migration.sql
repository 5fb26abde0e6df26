-- How far open debriefs are goes to the CRM, which completes none that is not ready.
INSERT INTO "OutboxMessage" ("key", "orgId", "topic", "payload")
SELECT 'crm.debriefRecord:' || d."interventionId" || ':before', d."orgId", 'crm.debriefRecord',
  jsonb_build_object('callId', i."callId", 'interventionId', d."interventionId")
FROM "Debrief" d JOIN "Intervention" i USING ("interventionId")
WHERE d."progress" ->> 'closedAt' IS NULL
ON CONFLICT ("key") DO NOTHING;
