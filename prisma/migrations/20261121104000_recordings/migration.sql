-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "isRecorded" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Recording" (
    "recordingId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "interventionId" TEXT,
    "status" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "durationSeconds" INTEGER,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("recordingId")
);

-- CreateIndex
CREATE INDEX "Recording_callId_idx" ON "Recording"("callId");

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("callId") ON DELETE RESTRICT ON UPDATE CASCADE;
