import type { Decision } from '../../server/domain/call/events.ts';

/** One word for a decision: the refusal's code, or what happens. */
export const said = (decision: Decision): string =>
  'refusal' in decision
    ? decision.refusal.code
    : decision.events.map((event) => event.type).join(' ') || 'nothing';
