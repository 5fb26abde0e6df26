-- How far debriefs are: the scores of rep and supervisor, and that the rep has read them.
CREATE TABLE "Debrief" (
    "interventionId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "repUserId" TEXT NOT NULL,
    "supervisorUserId" TEXT NOT NULL,
    "progress" JSONB NOT NULL,

    CONSTRAINT "Debrief_pkey" PRIMARY KEY ("interventionId")
);

CREATE INDEX "Debrief_orgId_repUserId_idx" ON "Debrief"("orgId", "repUserId");
