-- What is summed up of a deal's result, so that a year is summed in a moment. Of each count the four
-- looks are in one number, fifteen bits each: sums of up to 32,767 deals are read from one sum.
ALTER TABLE "DealResult"
  ADD COLUMN "known" BIGINT NOT NULL GENERATED ALWAYS AS (
    ("moves"[1] IS NOT NULL)::int::bigint
    + (("moves"[2] IS NOT NULL)::int::bigint << 15)
    + (("moves"[3] IS NOT NULL)::int::bigint << 30)
    + (("moves"[4] IS NOT NULL)::int::bigint << 45)) STORED,
  ADD COLUMN "movedOn" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("moves"[1] IN ('forward', 'won'), false))::int::bigint
    + ((coalesce("moves"[2] IN ('forward', 'won'), false))::int::bigint << 15)
    + ((coalesce("moves"[3] IN ('forward', 'won'), false))::int::bigint << 30)
    + ((coalesce("moves"[4] IN ('forward', 'won'), false))::int::bigint << 45)) STORED,
  ADD COLUMN "movedBack" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("moves"[1] = 'back', false))::int::bigint
    + ((coalesce("moves"[2] = 'back', false))::int::bigint << 15)
    + ((coalesce("moves"[3] = 'back', false))::int::bigint << 30)
    + ((coalesce("moves"[4] = 'back', false))::int::bigint << 45)) STORED,
  ADD COLUMN "won" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("moves"[1] = 'won', false))::int::bigint
    + ((coalesce("moves"[2] = 'won', false))::int::bigint << 15)
    + ((coalesce("moves"[3] = 'won', false))::int::bigint << 30)
    + ((coalesce("moves"[4] = 'won', false))::int::bigint << 45)) STORED,
  ADD COLUMN "lost" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("moves"[1] = 'lost', false))::int::bigint
    + ((coalesce("moves"[2] = 'lost', false))::int::bigint << 15)
    + ((coalesce("moves"[3] = 'lost', false))::int::bigint << 30)
    + ((coalesce("moves"[4] = 'lost', false))::int::bigint << 45)) STORED,
  ADD COLUMN "gone" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("moves"[1] = 'gone', false))::int::bigint
    + ((coalesce("moves"[2] = 'gone', false))::int::bigint << 15)
    + ((coalesce("moves"[3] = 'gone', false))::int::bigint << 30)
    + ((coalesce("moves"[4] = 'gone', false))::int::bigint << 45)) STORED,
  ADD COLUMN "hasNewOwner" BIGINT NOT NULL GENERATED ALWAYS AS (
    (coalesce("newOwner"[1], false))::int::bigint
    + ((coalesce("newOwner"[2], false))::int::bigint << 15)
    + ((coalesce("newOwner"[3], false))::int::bigint << 30)
    + ((coalesce("newOwner"[4], false))::int::bigint << 45)) STORED,
  ADD COLUMN "revenue7" DOUBLE PRECISION NOT NULL GENERATED ALWAYS AS (coalesce("revenue"[1], 0)) STORED,
  ADD COLUMN "revenue14" DOUBLE PRECISION NOT NULL GENERATED ALWAYS AS (coalesce("revenue"[2], 0)) STORED,
  ADD COLUMN "revenue30" DOUBLE PRECISION NOT NULL GENERATED ALWAYS AS (coalesce("revenue"[3], 0)) STORED,
  ADD COLUMN "revenue90" DOUBLE PRECISION NOT NULL GENERATED ALWAYS AS (coalesce("revenue"[4], 0)) STORED,
  -- By which look it was closed, from 1; null where by none.
  ADD COLUMN "closedBy" SMALLINT GENERATED ALWAYS AS (
    CASE WHEN "moves"[1] IN ('won', 'lost') THEN 1
      WHEN "moves"[2] IN ('won', 'lost') THEN 2
      WHEN "moves"[3] IN ('won', 'lost') THEN 3
      WHEN "moves"[4] IN ('won', 'lost') THEN 4 END) STORED;
