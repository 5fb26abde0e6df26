-- The glossary's word for what was called a bell. The key too: a message that was written before must
-- not be written again.
UPDATE "OutboxMessage" SET
    "topic" = regexp_replace("topic", 'Bell$', 'Notification'),
    "key" = regexp_replace("key", '^(crm\.[a-zA-Z]+)Bell:', '\1Notification:')
    WHERE "topic" IN ('crm.helpBell', 'crm.summonsBell', 'crm.missedCallBell', 'crm.debriefBell', 'crm.trainingBell');
