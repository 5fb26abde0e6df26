import type { OutboxTopic } from './message.ts';

/** Requests that an org has used of its daily limit. `atMs` is when it said so. */
export interface ApiUsage {
  readonly used: number;
  readonly limit: number;
  readonly atMs: number;
}

/** An older answer is not believed: the next write finds out. */
const BELIEVED_MS = 60_000;

/**
 * From which share of the daily limit on messages of a topic wait. What is left beyond all of them
 * is for looking people up, without which nobody can be let onto a call.
 */
const HELD_FROM: Record<OutboxTopic, number> = {
  'crm.checkpoint': 0.8,
  'crm.acknowledgement': 0.8,
  'crm.callDay': 0.8,
  'crm.call': 0.9,
  'crm.help': 0.9,
  'crm.notification': 0.9,
  'crm.debriefRecord': 0.9,
  'crm.debriefNotification': 0.9,
  'crm.coachingRatings': 0.9,
  'crm.trainingNotification': 0.9,
  'crm.jointCallEvent': 0.95,
  'crm.jointCallNotification': 0.95,
  'crm.followNotification': 0.9,
  'crm.debriefEvent': 0.95,
  'crm.helpNotification': 0.95,
  'crm.summonsNotification': 0.95,
  // These take no request of the CRM.
  'carrier.helpCall': Infinity,
  'carrier.summonsCall': Infinity,
  'crm.missedCallNotification': 0.9,
  'crm.missedCall': 0.95,
  'crm.intervention': 0.95,
};

/** From this share on, messages are gathered for longer before they are written. */
const GATHERED_FROM = 0.8;
const GATHER_MS = 1_000;
const GATHER_LONGER_MS = 30_000;

/** The topics whose messages wait for requests of tomorrow. */
export function heldTopics(usage: ApiUsage | undefined, nowMs: number): OutboxTopic[] {
  const share = shareOf(usage, nowMs);
  return (Object.keys(HELD_FROM) as OutboxTopic[]).filter((topic) => share >= HELD_FROM[topic]);
}

/** How long messages gather after a batch before the next one, in milliseconds. */
export const gatherMs = (usage: ApiUsage | undefined, nowMs: number): number =>
  shareOf(usage, nowMs) >= GATHERED_FROM ? GATHER_LONGER_MS : GATHER_MS;

const shareOf = (usage: ApiUsage | undefined, nowMs: number): number =>
  usage && nowMs - usage.atMs <= BELIEVED_MS ? usage.used / usage.limit : 0;
