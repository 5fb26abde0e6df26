import type { Person } from '../../domain/call/people.ts';
import { alertReport, type AlertReport } from '../../domain/outcomes/alertWorth.ts';
import { dayAfter } from '../../domain/outcomes/firstDays.ts';
import { receiptReport, type ReceiptReport } from '../../domain/outcomes/receipts.ts';
import { trustReport, type TrustReport } from '../../domain/outcomes/trust.ts';
import type { AlertTotals, Clock, CrmReceipts, TrustTotals } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';
import type { OutcomesAsked } from './readOutcomes.ts';
import { whoseOutcomes, type Whose, type WhoseDeps } from './whose.ts';

export interface AlertsReadDeps extends WhoseDeps {
  readonly alertTotals: AlertTotals;
  readonly trustTotals: TrustTotals;
  readonly receipts: CrmReceipts;
  readonly clock: Clock;
  /** For how long alerts are kept. */
  readonly alertsKeptDays: number;
}

type Scoped<T> = Result<T & { readonly scope: Whose['scope'] }>;

/** How alerts were used on the calls of the reps whose numbers this person may read. */
export async function readAlerts(
  deps: AlertsReadDeps,
  person: Person,
  { team, mode: _mode, reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Scoped<AlertReport>> {
  const { from, to } = asked;
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { scope, whose } = counted.ok;
  const kept = dayAfter(deps.clock.now().slice(0, 10), 1 - deps.alertsKeptDays);
  const since = kept > from ? kept : from;
  const { orgId } = person;
  const found = await deps.alertTotals.counted({ ...asked, orgId, from: since }, whose);
  return { ok: { scope, ...alertReport(found, since) } };
}

/**
 * What was refused on these calls. What concerns the whole org is only for readers of everybody's
 * numbers, whatever the team that they ask about.
 */
export async function readTrust(
  deps: AlertsReadDeps,
  person: Person,
  { team, mode: _mode, reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Scoped<TrustReport>> {
  const { from, to } = asked;
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { scope, whose } = counted.ok;
  const question = { orgId: person.orgId, ...asked };
  const [refusals, org] = await Promise.all([
    deps.trustTotals.refusals(question, whose),
    scope === 'everybody' ? deps.trustTotals.ofOrg(question) : undefined,
  ]);
  return { ok: { scope, ...trustReport({ refusals, ...(org && { org }) }) } };
}

/**
 * What reps said of the interventions on these calls. Mode, queue and reason make no difference.
 * Throws CrmProblem.
 */
export async function readReceipts(
  deps: AlertsReadDeps,
  person: Person,
  { team, from, to, direction }: OutcomesAsked,
): Promise<Scoped<ReceiptReport>> {
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { scope, whose } = counted.ok;
  const period = { from, to, ...(direction && { direction }) };
  return {
    ok: { scope, ...receiptReport(await deps.receipts.counted(person.orgId, period, whose)) },
  };
}
