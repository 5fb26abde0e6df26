-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "repTimeZone" TEXT,
ADD COLUMN     "repGroupIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "repQueueIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "repSkills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "repTerritoryIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN     "policyRule" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeKinds" TEXT[] DEFAULT ARRAY['banner']::TEXT[];

-- Finds the calls a person is on now, to hold a rule that allows only so many at once.
CREATE INDEX "Intervention_supervisorUserId_status_idx" ON "Intervention"("supervisorUserId", "status");
