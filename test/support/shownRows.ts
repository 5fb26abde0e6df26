import type { AlertReport } from '../../server/domain/outcomes/alertWorth.ts';
import type { CoachingNumbers } from '../../server/domain/outcomes/coachingRows.ts';
import type { DealWorth } from '../../server/domain/outcomes/dealWorth.ts';
import type { FirstDaysReport } from '../../server/domain/outcomes/firstDays.ts';
import type { OutcomeRow } from '../../server/domain/outcomes/outcomeRow.ts';
import type { ProficiencyReport } from '../../server/domain/outcomes/proficiency.ts';
import type { OutcomesReport } from '../../server/domain/outcomes/report.ts';
import { rowsOfReport } from '../../server/domain/outcomes/rowsOfReport.ts';
import type { TrustReport } from '../../server/domain/outcomes/trust.ts';
import type { WaitingReport } from '../../server/domain/outcomes/waiting.ts';
import type { WorthReport } from '../../server/domain/outcomes/worth.ts';
import type { World } from './world.ts';

/** The numbers that the Outcomes page shows a person, from the answers that it asks for, as rows. */
export async function shownRows(
  console: ReturnType<World['as']>,
  period: string,
): Promise<OutcomeRow[]> {
  const of = async <T>(part = ''): Promise<T> =>
    (await console.ask<T & object>('GET', `/api/outcomes${part}?${period}`)).body;
  const report = await of<OutcomesReport>();
  const reasons = new Map(
    report.byReason.map((one) => [one.reasonCode, (one as { label?: string }).label]),
  );
  return rowsOfReport(report, await of<WorthReport>('/worth'), {
    deals: await of<DealWorth>('/deals'),
    waiting: await of<WaitingReport>('/waiting'),
    proficiency: await of<ProficiencyReport>('/proficiency'),
    firstDays: await of<FirstDaysReport>('/first-days'),
    alerts: await of<AlertReport>('/alerts'),
    trust: await of<TrustReport>('/trust'),
    coaching: await of<CoachingNumbers>('/coaching'),
    labelOf: (code) => reasons.get(code)!,
  });
}
