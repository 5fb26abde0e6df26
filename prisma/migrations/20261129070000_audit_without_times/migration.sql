-- Nothing reads it: entries are read by position, call or id.
DROP INDEX "AuditEntry_orgId_at_idx";
