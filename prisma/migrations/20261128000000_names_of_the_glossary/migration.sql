-- The names of the glossary: who a participant is audible to, the floor, audio checks, dead letters.
-- What the audit has already written stays as it was written: its hashes cover it.

-- The carrier's own words for its ids stay in its adapter.
ALTER TABLE "Call" RENAME COLUMN "conferenceSid" TO "conferenceId";
ALTER TABLE "Participant" RENAME COLUMN "callSid" TO "connectionId";
ALTER TABLE "CarrierReport" RENAME COLUMN "conferenceSid" TO "conferenceId";
ALTER TABLE "CarrierReport" RENAME COLUMN "callSid" TO "connectionId";
ALTER TABLE "Incident" RENAME COLUMN "callSid" TO "connectionId";
UPDATE "Intervention" SET "consent" = jsonb_set("consent" #- '{evidence,disclosure,callSid}',
    '{evidence,disclosure,connectionId}', "consent"#>'{evidence,disclosure,callSid}')
    WHERE "consent"#>'{evidence,disclosure,callSid}' IS NOT NULL;
UPDATE "Intervention" SET "pending" = jsonb_set("pending" #- '{consent,evidence,disclosure,callSid}',
    '{consent,evidence,disclosure,connectionId}', "pending"#>'{consent,evidence,disclosure,callSid}')
    WHERE "pending"#>'{consent,evidence,disclosure,callSid}' IS NOT NULL;

ALTER TABLE "Participant" RENAME COLUMN "voice" TO "audibleTo";
UPDATE "Participant" SET "status" = CASE "status" WHEN 'dialling' THEN 'ringing' ELSE 'connected' END
    WHERE "status" IN ('dialling', 'present');

ALTER TABLE "Intervention" RENAME COLUMN "claimedAt" TO "floorRequestedAt";

UPDATE "Recording" SET "status" = CASE "status" WHEN 'going_on' THEN 'in_progress' ELSE 'completed' END
    WHERE "status" IN ('going_on', 'kept');

-- `what` becomes `kind`, `askedAt` becomes `requestedAt`, and the status `asked` becomes `requested`.
UPDATE "Call" SET "announcements" = (
    SELECT jsonb_agg(
        (announcement - 'what' - 'askedAt') || jsonb_build_object(
            'kind', announcement->'what',
            'requestedAt', announcement->'askedAt',
            'status', CASE announcement->>'status' WHEN 'asked' THEN 'requested' ELSE announcement->>'status' END
        ) ORDER BY position
    ) FROM jsonb_array_elements("announcements") WITH ORDINALITY AS listed(announcement, position)
) WHERE jsonb_typeof("announcements") = 'array' AND "announcements" <> '[]';

UPDATE "Call" SET "transfer" = jsonb_set("transfer", '{status}', '"requested"') WHERE "transfer"->>'status' = 'asked';

ALTER TABLE "CanaryRun" RENAME TO "AudioCheckRun";
ALTER TABLE "AudioCheckRun" RENAME CONSTRAINT "CanaryRun_pkey" TO "AudioCheckRun_pkey";
ALTER INDEX "CanaryRun_startedAt_idx" RENAME TO "AudioCheckRun_startedAt_idx";

ALTER TABLE "WitnessCursor" RENAME TO "CrossCheckCursor";
ALTER TABLE "CrossCheckCursor" RENAME CONSTRAINT "WitnessCursor_pkey" TO "CrossCheckCursor_pkey";

ALTER TABLE "OutboxMessage" RENAME COLUMN "setAsideAt" TO "deadLetteredAt";
ALTER INDEX "OutboxMessage_setAsideAt_idx" RENAME TO "OutboxMessage_deadLetteredAt_idx";
-- The key too: a message that was written before must not be written again.
UPDATE "OutboxMessage" SET "topic" = 'crm.notification', "key" = 'crm.notification' || substr("key", length('crm.bell') + 1)
    WHERE "topic" = 'crm.bell';

UPDATE "Incident" SET "kind" = 'crm_differs', "incidentId" = 'crm_differs' || substr("incidentId", length('salesforce_differs') + 1)
    WHERE "kind" = 'salesforce_differs';

-- Monitoring covertly, in the results of past simulations: as a key of counts and as a value.
UPDATE "PolicySimulation" SET "result" = replace("result"::text, '"unseen"', '"covert"')::jsonb WHERE "result" IS NOT NULL;

UPDATE "OutboxMessage" SET "key" = regexp_replace(regexp_replace(regexp_replace("key",
    ':HelpAsked$', ':HelpRequested'), ':HelpTaken$', ':HelpAccepted'), ':HelpWithdrawn$', ':HelpRequestCancelled')
    WHERE "topic" = 'crm.help';
