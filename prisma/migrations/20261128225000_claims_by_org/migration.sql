-- The claims of an org that hold: asked for every few seconds.
CREATE INDEX "CallClaim_orgId_until_idx" ON "CallClaim"("orgId", "until");
