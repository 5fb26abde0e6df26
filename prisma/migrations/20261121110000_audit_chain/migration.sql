-- Each org has a chain of its own: an entry has a place in it and bears the hash of the entry before.
-- The form of the hashes is told in docs/AUDIT.md.

ALTER TABLE "AuditEntry"
    ADD COLUMN "position" BIGINT,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "queue" TEXT,
    ADD COLUMN "direction" TEXT,
    ADD COLUMN "opportunityId" TEXT,
    ADD COLUMN "personal" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "contentHash" TEXT,
    ADD COLUMN "previous" TEXT,
    ADD COLUMN "hash" TEXT;

-- RFC 8785 for what the entries hold so far: keys in ASCII, no numbers.
CREATE FUNCTION pg_temp.canonical(value JSONB) RETURNS TEXT LANGUAGE plpgsql AS $$
BEGIN
    CASE jsonb_typeof(value)
        WHEN 'object' THEN
            RETURN '{' || coalesce((SELECT string_agg(to_json(key)::text || ':' || pg_temp.canonical(item), ',' ORDER BY key COLLATE "C")
                                    FROM jsonb_each(value) AS pair(key, item)), '') || '}';
        WHEN 'array' THEN
            RETURN '[' || coalesce((SELECT string_agg(pg_temp.canonical(item), ',' ORDER BY place)
                                    FROM jsonb_array_elements(value) WITH ORDINALITY AS list(item, place)), '') || ']';
        ELSE
            RETURN value::text;
    END CASE;
END;
$$;

CREATE FUNCTION "auditLinkHash"("orgId" TEXT, "position" BIGINT, "previous" TEXT, "contentHash" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\n', 'dealside-audit-link-v1', $1, $2::text, $3, $4), 'UTF8')), 'hex')
$$;

DROP TRIGGER "auditIsAppendOnly" ON "AuditEntry";

DO $$
DECLARE
    entry RECORD;
    chained RECORD;
BEGIN
    FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "sequence" LOOP
        SELECT "position", "hash" INTO chained FROM "AuditEntry"
            WHERE "orgId" = entry."orgId" AND "position" IS NOT NULL ORDER BY "position" DESC LIMIT 1;
        UPDATE "AuditEntry" SET
            "position" = coalesce(chained."position", 0) + 1,
            "previous" = coalesce(chained."hash", repeat('0', 64)),
            "contentHash" = encode(sha256(convert_to(E'dealside-audit-content-v1\n' || pg_temp.canonical((
                SELECT jsonb_object_agg(key, item) FROM jsonb_each(jsonb_build_object(
                    'v', 1, 'auditId', entry."auditId", 'orgId', entry."orgId",
                    'at', to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'actor', entry."actor", 'action', entry."action", 'callId', entry."callId", 'interventionId', entry."interventionId",
                    'result', entry."result", 'code', entry."code", 'details', entry."details", 'personal', '{}'::jsonb
                )) AS pair(key, item) WHERE item <> 'null'::jsonb)), 'UTF8')), 'hex')
            WHERE "sequence" = entry."sequence";
        UPDATE "AuditEntry" SET "hash" = "auditLinkHash"("orgId", "position", "previous", "contentHash") WHERE "sequence" = entry."sequence";
    END LOOP;
END;
$$;

ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_pkey";
ALTER TABLE "AuditEntry"
    DROP COLUMN "sequence",
    ALTER COLUMN "position" SET NOT NULL,
    ALTER COLUMN "contentHash" SET NOT NULL,
    ALTER COLUMN "previous" SET NOT NULL,
    ALTER COLUMN "hash" SET NOT NULL,
    ADD CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("orgId", "position");

CREATE INDEX "AuditEntry_actor_idx" ON "AuditEntry"("orgId", (("actor" ->> 'userId')));

-- An entry is given its place here, whoever writes it. The org is locked until the transaction ends, so places have
-- neither gaps nor doubles; transactions write their audit last, and orgs do not wait for each other.
CREATE FUNCTION "chainAuditEntry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head RECORD;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('dealside-audit:' || NEW."orgId", 0));
    SELECT "position", "hash" INTO head FROM "public"."AuditEntry" WHERE "orgId" = NEW."orgId" ORDER BY "position" DESC LIMIT 1;
    NEW."position" := coalesce(head."position", 0) + 1;
    NEW."previous" := coalesce(head."hash", repeat('0', 64));
    NEW."hash" := "public"."auditLinkHash"(NEW."orgId", NEW."position", NEW."previous", NEW."contentHash");
    RETURN NEW;
END;
$$;

CREATE TRIGGER "auditIsChained" BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "chainAuditEntry"();
CREATE TRIGGER "auditIsAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();

-- Personal data lives beside the chain, which keeps a salted commitment to it: so it can be erased, and only erased.
CREATE TABLE "AuditPersonal" (
    "auditId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "subjects" TEXT[],
    "salt" TEXT,
    "value" TEXT,
    "erasedBy" TEXT,

    CONSTRAINT "AuditPersonal_pkey" PRIMARY KEY ("auditId", "name")
);
CREATE INDEX "AuditPersonal_subjects_idx" ON "AuditPersonal" USING GIN ("subjects");

CREATE FUNCTION "onlyErasePersonal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."erasedBy" IS NOT NULL OR NEW."erasedBy" IS NULL OR NEW."salt" IS NOT NULL OR NEW."value" IS NOT NULL OR NEW."subjects" <> '{}'
        OR (NEW."auditId", NEW."name", NEW."orgId") IS DISTINCT FROM (OLD."auditId", OLD."name", OLD."orgId") THEN
        RAISE EXCEPTION 'personal data of the audit can only be erased';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER "personalIsOnlyErased" BEFORE UPDATE ON "AuditPersonal" FOR EACH ROW EXECUTE FUNCTION "onlyErasePersonal"();
CREATE TRIGGER "personalIsKept" BEFORE DELETE OR TRUNCATE ON "AuditPersonal" FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();

-- Signed statements of where each org's chain stood, and the public keys that check them.
CREATE TABLE "AuditCheckpoint" (
    "orgId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditCheckpoint_pkey" PRIMARY KEY ("orgId", "number")
);
CREATE TABLE "AuditSigningKey" (
    "keyId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "firstUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSigningKey_pkey" PRIMARY KEY ("keyId")
);
CREATE TRIGGER "checkpointsAreAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditCheckpoint"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();
CREATE TRIGGER "keysAreAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSigningKey"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();

-- Also where the triggers of ordinary tables are put aside, as in a replica's session.
ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "auditIsChained";
ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "auditIsAppendOnly";
ALTER TABLE "AuditPersonal" ENABLE ALWAYS TRIGGER "personalIsOnlyErased";
ALTER TABLE "AuditPersonal" ENABLE ALWAYS TRIGGER "personalIsKept";
ALTER TABLE "AuditCheckpoint" ENABLE ALWAYS TRIGGER "checkpointsAreAppendOnly";
ALTER TABLE "AuditSigningKey" ENABLE ALWAYS TRIGGER "keysAreAppendOnly";
