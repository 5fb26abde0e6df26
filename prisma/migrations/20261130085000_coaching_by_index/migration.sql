-- Numbers of coaching over a year, and the calls behind a number, are found by indexes.

-- Debriefs by the day on which they are due.
CREATE INDEX "Intervention_coaching_due_idx" ON "Intervention"("coachingDueOn")
  WHERE "coachingDueOn" IS NOT NULL;
-- The calls of a rep after a debrief, without the calls themselves, and those behind a number.
CREATE INDEX "Call_answered_by_rep_idx" ON "Call"("orgId", "repUserId", "answeredAt", "callId")
  WHERE "status" = 'ended' AND "answeredAt" IS NOT NULL AND "practice" IS NULL;
-- Whether a call had a reason.
CREATE INDEX "Intervention_reason_of_call_idx" ON "Intervention"("callId", "reasonCode")
  WHERE "reasonCode" IS NOT NULL;
-- Scores that were given in a period.
CREATE INDEX "CalibrationScore_orgId_at_idx" ON "CalibrationScore"("orgId", "at");
