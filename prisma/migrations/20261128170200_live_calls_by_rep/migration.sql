-- Whether a supervisor who wants to join a call has one of their own is asked at each join.
CREATE INDEX "Call_live_by_rep_idx" ON "Call"("repUserId") WHERE "status" = 'live';
