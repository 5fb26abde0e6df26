import { z } from 'zod';
import { MODES, REP_AFTER_TAKEOVER } from '../domain/call/modes.ts';
import { DEVICES } from '../domain/call/people.ts';
import { refusal } from '../domain/call/refusals.ts';
import { SHORTCUTS, type Shortcut } from '../domain/call/shortcuts.ts';
import { Refused } from './errors.ts';
import { refuseUnkeepable } from './unreadable.ts';

export const requestId = z.string().min(8).max(100);
const note = z.string().trim().max(255).optional();
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +14155550142');
export const recordId = z
  .string()
  .regex(/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/, 'must be a Salesforce record id');
export const date = z.iso.date('must be a date such as 2026-12-01');

/** Milliseconds since the click. The upper bound is for plausibility. */
const sinceClickMs = z.number().int().min(0).max(60_000).optional();

const person = z.union([
  z
    .strictObject({ userId: recordId })
    .transform(({ userId }) => ({ kind: 'user' as const, userId })),
  z
    .strictObject({ contactId: recordId.optional(), phone: phone.optional() })
    .refine(
      ({ contactId, phone }) => contactId || phone,
      'say who it is: a user, or a customer by contact or phone',
    )
    .transform((customer) => ({ kind: 'customer' as const, ...customer })),
]);
const reference = z.string().trim().max(64).optional();

export const personBody = z.object({ person, reference });

export const erasureBody = z.object({
  person,
  reference,
  confirm: z.literal('erase', 'must be the word erase: this cannot be undone'),
});

export const incidentsQuery = z.object({
  status: z.enum(['open', 'resolved']).optional(),
  callId: z.string().max(64).optional(),
});

export const resolutionBody = z.object({
  note: z.string().trim().min(1, 'say what was found').max(2000),
});

export const auditQuery = z.object({
  callId: z.string().max(64).optional(),
  userId: recordId.optional(),
  action: z.string().max(64).optional(),
  result: z.enum(['done', 'refused']).optional(),
  mode: z.enum(MODES).optional(),
  recordingId: z.string().max(64).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const phoneTab = z.string().max(64);
/** A softphone of a former version does not name its page. */
export const phoneBody = z.object({ isConnected: z.boolean(), tabId: phoneTab.default('') });
export const closedPhoneBody = z.object({ tabId: phoneTab.min(1) });
export const availabilityBody = z.object({ isAway: z.boolean() });

export const placePracticeBody = z.object({
  requestId,
  scenario: z.string().max(64),
});

export const reviewPracticeBody = z.object({
  ticked: z.array(z.string().max(64)).max(50),
});

export const latencyQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(7) });

/**
 * Measurements of the network between a softphone and the carrier. The upper bounds are for
 * plausibility.
 */
const pathFigures = z.object({
  seconds: z.number().int().min(1).max(60),
  jitterMs: z.number().min(0).max(60_000),
  roundTripMs: z.number().min(0).max(60_000).optional(),
  mos: z.number().min(0).max(5).optional(),
});

export const repPathBody = z.object({
  interventionId: z.string().min(1).max(64),
  before: pathFigures,
  after: pathFigures,
});

/** The PIN, verified as part of the request. */
const pin = z.string().max(64).optional();

export const startInterventionBody = z.object({
  requestId,
  covert: z.boolean().optional(),
  reasonCode: z.string().max(64).optional(),
  note,
  device: z.enum(DEVICES).optional(),
  /** The intervention to leave first, on another call. */
  moveFrom: z.string().min(1).max(64).optional(),
  /** Joins though another supervisor has claimed the call. */
  despiteClaim: z.boolean().optional(),
  sinceClickMs,
  pin,
});

/** The optional contents of a supervisor's heartbeat. */
export const presenceBody = z.object({
  quietMs: z.number().int().min(0).max(86_400_000).optional(),
});

export const deviceBody = z.object({ device: z.enum(DEVICES) });

const key = z.string().regex(/^[^\s\p{C}]$/u);

export const shortcutsBody = z.object({
  isOn: z.boolean(),
  keys: z
    .object(
      Object.fromEntries(SHORTCUTS.map((shortcut) => [shortcut, key])) as Record<
        Shortcut,
        typeof key
      >,
    )
    .refine((keys) => new Set(Object.values(keys)).size === SHORTCUTS.length, {
      message: 'each key can do one thing',
    }),
});

export const reachBody = z.object({
  device: z.enum(DEVICES),
  /** For the device `phone`: which of the person's own numbers. */
  number: phone.optional(),
});

export const reachCodeBody = z.object({
  requestId,
  /** As typed. Whether it is a phone number is checked later, where a refusal can say why not. */
  number: z.string().trim().min(1).max(40),
});

export const reachConfirmBody = z.object({ code: z.string().trim().min(1).max(16) });

const transferWay = {
  requestId,
  complete: z.boolean().optional(),
  holdCustomer: z.boolean().optional(),
};

/** To a colleague, or to a group that inbound calls ring, by its key in the list of targets. */
export const transferBody = z.union([
  z.object({ toUserId: recordId, ...transferWay }),
  z.object({ toGroup: z.string().trim().min(1).max(100), ...transferWay }),
]);

const guestWay = {
  requestId,
  leave: z.boolean().optional(),
  holdCustomer: z.boolean().optional(),
};

/** A colleague, or an outside number. */
export const guestBody = z.union([
  z.object({ toUserId: recordId, ...guestWay }),
  z.object({ toNumber: z.string().trim().min(1).max(64), ...guestWay }),
]);

export const colleaguesQuery = z.object({
  search: z.string().trim().max(80).default(''),
  from: z.coerce.number().int().min(0).max(100_000).default(0),
});

export const changeModeBody = z.object({
  requestId,
  mode: z.enum(MODES),
  reasonCode: z.string().max(64).optional(),
  note,
  point: note,
  whisperSkipped: z.boolean().optional(),
  repAfterTakeover: z.enum(REP_AFTER_TAKEOVER).optional(),
  sinceClickMs,
  pin,
});

export const outcomeBody = z.object({
  outcome: z.string().max(64),
  note: z.string().trim().max(2000).optional(),
  tag: z.string().trim().min(1).max(80).optional(),
  praised: z.boolean().optional(),
  coaching: z.object({ dueOn: date, note: z.string().trim().max(2000).optional() }).optional(),
});

/** A contact or lead that has the customer's number, or no record. */
const wrapUpAbout = z.union([
  z.strictObject({ contactId: recordId }),
  z.strictObject({ none: z.literal(true) }),
]);

export const leaveMessageBody = z.object({ messageId: z.string().min(1).max(80) });

export const linkCustomerBody = z.object({ contactId: recordId });

export const wrapUpBody = z.object({
  disposition: z.string().max(64),
  notes: z.string().trim().max(8_000).optional(),
  followUp: z.object({ dueOn: date, subject: note }).optional(),
  about: wrapUpAbout.optional(),
});

export const placeCallBody = z.object({
  requestId,
  /** As typed. Whether it is a phone number is checked later, where a refusal can say why not. */
  to: z.string().trim().min(1).max(40).optional(),
  contactId: recordId.optional(),
  opportunityId: recordId.optional(),
  accountId: recordId.optional(),
  /** The intervention to leave first, on another call. */
  moveFrom: z.string().min(1).max(64).optional(),
});

export const callerIdQuery = z.object({ to: z.string().trim().min(1).max(40) });

/**
 * `movingTo`: the call to answer instead. Leaving for it requires that the customer is not left
 * unattended.
 */
export const leaveBody = z.object({ movingTo: z.string().min(1).max(64).optional() });

/** `forTest`: for a call that tests the network. */
export const softphoneTokenBody = z.object({ forTest: z.boolean().optional() });

export const holdBody = z.object({ onHold: z.boolean() });

export const pauseRecordingBody = z.object({ paused: z.boolean() });

/** The place where a page of ended calls begins: both fields or neither. */
export const finishedCallsQuery = z
  .object({
    endedAt: z.iso.datetime().optional(),
    callId: z.string().max(64).optional(),
    sample: z.literal('true').optional(),
    /** Only calls on which the rep flagged a moment. */
    flagged: z.literal('true').optional(),
  })
  .refine(({ endedAt, callId }) => (endedAt === undefined) === (callId === undefined), {
    path: ['callId'],
    error: 'must be given together with endedAt',
  });

export const callsQuery = z.object({ opportunityId: recordId.optional() });

export const whyQuery = z.object({
  userId: recordId.optional(),
  mode: z.enum(MODES).optional(),
  covert: z.enum(['true', 'false']).optional(),
});

/** A draft of a policy. Its rules are validated by the domain, not here. */
export const policyBody = z.object({
  rules: z.array(z.unknown()).max(500),
  holidays: z.array(z.unknown()).max(2000).default([]),
});

const policyVersion = z.string().min(1).max(64);
export const differenceQuery = z.object({ from: policyVersion, to: policyVersion });

const MAX_PERIOD_MS = 400 * 24 * 3_600_000;
const moment = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    'must be a date or time such as 2026-11-01 or 2026-11-01T08:00:00Z',
  )
  .transform((text) => new Date(text).toISOString());

const consentAssumption = z.strictObject({
  disclosedElsewhere: z.boolean().optional(),
  legitimateInterestOnFile: z.boolean().optional(),
});

/** Compares a draft or a past version with another version, or with the policy in force. */
export const simulationBody = z
  .object({
    policy: policyBody.optional(),
    version: policyVersion.optional(),
    against: policyVersion.optional(),
    consent: consentAssumption.optional(),
    from: moment,
    to: moment,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_PERIOD_MS, {
    path: ['to'],
    message: 'must be within 400 days of from',
  });

export const simulatedCallsQuery = z.object({
  afterAt: z.iso.datetime().optional(),
  afterId: z.string().max(100).optional(),
});

/**
 * Returns the parsed value. Throws Refused `invalid_request` with the first field at fault and its
 * rule, `unreadable_request` for text that cannot be kept.
 */
export function valid<T>(schema: z.ZodType<T>, value: unknown): T {
  refuseUnkeepable(value);
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  throw new Refused(
    refusal(
      'invalid_request',
      field && issue
        ? { field, detail: issue.message, wording: 'invalid_request.field', values: { field } }
        : {},
    ),
  );
}
