import type { Person } from '../../domain/call/people.ts';
import type { OutcomeRow } from '../../domain/outcomes/outcomeRow.ts';
import { rowsOfReport } from '../../domain/outcomes/rowsOfReport.ts';
import { labelIn } from '../../domain/vocabulary/vocabulary.ts';
import type { Result } from '../transact/result.ts';
import { readAlerts, readTrust, type AlertsReadDeps } from './readAlerts.ts';
import { readCoaching, readFirstDays, type CoachingReadDeps } from './readCoaching.ts';
import {
  readDealWorth,
  readOutcomes,
  readProficiency,
  readWaiting,
  readWorth,
  type OutcomesAsked,
  type OutcomesDeps,
} from './readOutcomes.ts';
import { TABLE_FILES, type FileColumn } from './tableFiles.ts';

const COLUMNS: readonly FileColumn<OutcomeRow>[] = [
  { name: 'table', type: 'STRING' },
  { name: 'name', type: 'STRING' },
  { name: 'n', type: 'INT32' },
  { name: 'events', type: 'INT32' },
  { name: 'value', type: 'DOUBLE' },
  { name: 'low', type: 'DOUBLE' },
  { name: 'high', type: 'DOUBLE' },
  { name: 'reading', type: 'STRING' },
];

/** The page's numbers for this reader, as a file. Reasons are in the reader's language. */
export async function outcomeFile(
  deps: OutcomesDeps & AlertsReadDeps & CoachingReadDeps,
  person: Person,
  { asked, format }: { readonly asked: OutcomesAsked; readonly format: keyof typeof TABLE_FILES },
): Promise<Result<Buffer>> {
  const outcomes = await readOutcomes(deps, person, asked);
  if ('refusal' in outcomes) return outcomes;
  const [worth, deals, waiting, proficiency, firstDays, alerts, trust, coaching] =
    await Promise.all([
      readWorth(deps, person, asked),
      readDealWorth(deps, person, asked),
      readWaiting(deps, person, asked),
      readProficiency(deps, person, asked),
      readFirstDays(deps, person, asked),
      readAlerts(deps, person, asked),
      readTrust(deps, person, asked),
      readCoaching(deps, person, asked),
    ]);
  if ('refusal' in worth) return worth;
  if ('refusal' in deals) return deals;
  if ('refusal' in waiting) return waiting;
  if ('refusal' in proficiency) return proficiency;
  if ('refusal' in firstDays) return firstDays;
  if ('refusal' in alerts) return alerts;
  if ('refusal' in trust) return trust;
  if ('refusal' in coaching) return coaching;
  const { report, vocabulary } = outcomes.ok;
  const rows = rowsOfReport(report, worth.ok.report, {
    deals: deals.ok.report,
    waiting: waiting.ok.report,
    proficiency: proficiency.ok.report,
    firstDays: firstDays.ok,
    alerts: alerts.ok,
    trust: trust.ok,
    coaching: coaching.ok,
    labelOf: (code) => labelIn(vocabulary.reasons, code, person.locale),
  });
  return { ok: TABLE_FILES[format].of(COLUMNS, rows) };
}
