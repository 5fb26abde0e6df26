-- The first use of a mode with a rep, and the first week or day of a person, are looked up: reading
-- them from all rows took longer with each year.
CREATE INDEX "CallResultPeriod_orgId_repUserId_mode_from_idx"
  ON "CallResultPeriod" ("orgId", "repUserId", "mode", "from");
CREATE INDEX "CallWeek_orgId_repUserId_from_idx" ON "CallWeek" ("orgId", "repUserId", "from");
CREATE INDEX "InterventionDay_orgId_supervisorUserId_day_idx"
  ON "InterventionDay" ("orgId", "supervisorUserId", "day");
