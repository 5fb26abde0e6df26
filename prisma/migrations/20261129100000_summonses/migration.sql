-- To look at alerts of compliance: domain/call/summons.ts.
alter table "Call" add column "summonses" jsonb;
