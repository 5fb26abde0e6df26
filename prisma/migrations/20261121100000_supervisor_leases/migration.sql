-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "leaseUntil" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Intervention_leaseUntil_idx" ON "Intervention"("leaseUntil");
