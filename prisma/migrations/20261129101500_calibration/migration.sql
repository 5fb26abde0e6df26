-- What managers gave a call, to compare with what others gave it: they score it blind.
CREATE TABLE "CalibrationScore" (
    "orgId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "scorerUserId" TEXT NOT NULL,
    "scorerName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "score" JSONB NOT NULL,

    CONSTRAINT "CalibrationScore_pkey" PRIMARY KEY ("callId","scorerUserId")
);

CREATE INDEX "CalibrationScore_orgId_scorerUserId_idx" ON "CalibrationScore"("orgId", "scorerUserId");
