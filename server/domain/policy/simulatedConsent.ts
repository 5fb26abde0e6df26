import type { Disclosure } from '../call/announcement.ts';
import type { RefusalCode } from '../call/refusals.ts';
import { decideConsent, type ConsentDecision, type ConsentSettings } from '../consent/decide.ts';
import type { PastCall } from './pastCall.ts';

/** Calls that policy would have allowed and consent refused, and by which law. */
export interface BarredCounts {
  readonly calls: number;
  readonly by: readonly {
    readonly rule: string;
    readonly code: RefusalCode;
    readonly calls: number;
  }[];
}

export const CAUSES = ['policy', 'consent', 'both'] as const;
/** Whether policy or consent alone made the difference, or only both together. */
export type Cause = (typeof CAUSES)[number];
export type ByCause = Readonly<Record<Cause, number>>;

/** The consent on a past call, as it is shown. */
export interface PastConsent {
  readonly allowed: boolean;
  readonly rule: string;
  readonly code?: RefusalCode;
  readonly jurisdictions: readonly string[];
  readonly disclosure: Disclosure['status'] | 'elsewhere' | 'none';
}

/** The consent decision on a past call, by its record. It is the same for each mode. */
export const consentOn = (
  { customer, rep, disclosure, agreedAt }: PastCall,
  settings: ConsentSettings,
): ConsentDecision =>
  decideConsent(
    {
      customerPhone: customer?.phone,
      customerPlace: customer?.place,
      repPlace: rep.place,
      ...(agreedAt && { agreedAt }),
    },
    disclosure,
    { settings, mode: 'monitor' },
  );

/** A decision on consent as a simulation shows it. */
export const consentView = (decision: ConsentDecision): PastConsent => ({
  allowed: decision.allowed,
  rule: decision.rule,
  ...(!decision.allowed && { code: decision.refusal.code }),
  jurisdictions: decision.evidence.applying.map(({ place }) => place),
  disclosure: decision.evidence.disclosure?.status ?? 'none',
});

/**
 * One side of a comparison: what policy would have allowed, as a bit for each way, and whether
 * consent would have.
 */
export interface Side {
  readonly bits: number;
  readonly consents: boolean;
}

/** The ways that one side allows and the other does not, by cause. */
export function accessBeyond(more: Side, less: Side): Readonly<Record<Cause, number>> {
  const has = more.consents ? more.bits : 0;
  const byPolicy = has & ~less.bits;
  const byConsent = less.consents ? 0 : has & less.bits;
  return less.consents
    ? { policy: byPolicy, consent: 0, both: 0 }
    : { policy: 0, consent: byConsent, both: byPolicy };
}

/** The common cause of several differences. */
export function causeOf(causes: Readonly<Record<Cause, unknown>>): Cause | undefined {
  if (causes.both || (causes.policy && causes.consent)) return 'both';
  return causes.policy ? 'policy' : causes.consent ? 'consent' : undefined;
}

/** Counts the calls of one side that consent refuses. */
export function createBarred() {
  const by = new Map<string, { rule: string; code: RefusalCode; calls: number }>();
  let calls = 0;
  return {
    add(bits: number, decision: ConsentDecision): void {
      if (decision.allowed || bits === 0) return;
      calls += 1;
      const {
        rule,
        refusal: { code },
      } = decision;
      const known = by.get(rule) ?? { rule, code, calls: 0 };
      by.set(rule, { ...known, calls: known.calls + 1 });
    },
    barred: (): BarredCounts => ({
      calls,
      by: [...by.values()].toSorted((a, b) => b.calls - a.calls || a.rule.localeCompare(b.rule)),
    }),
  };
}
