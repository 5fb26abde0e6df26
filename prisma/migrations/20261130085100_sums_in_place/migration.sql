-- Sums of weeks and of four weeks are written in their place: room for that, and none of the many
-- dead rows that writing them anew for each of their days left behind.
ALTER TABLE "CallWeek" SET (fillfactor = 80);
ALTER TABLE "CallResultPeriod" SET (fillfactor = 80);
CLUSTER "CallWeek" USING "CallWeek_pkey";
CLUSTER "CallResultPeriod" USING "CallResultPeriod_pkey";
