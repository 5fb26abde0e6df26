import { isDispositionCode } from '../../domain/call/dispositions.ts';
import type { CallBehind } from '../../domain/outcomes/behind.ts';
import type { RecurrenceReport } from '../../domain/outcomes/recurrence.ts';
import type { OutcomesReport } from '../../domain/outcomes/report.ts';
import type { TrustReport } from '../../domain/outcomes/trust.ts';
import type { WaitingReport } from '../../domain/outcomes/waiting.ts';
import { refusalName } from '../../domain/texts/refusalNames.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { labelIn, type Vocabulary } from '../../domain/vocabulary/vocabulary.ts';

/** Outcomes with the labels of reasons in the reader's language. */
export const presentOutcomes = (
  { byReason, ...report }: OutcomesReport,
  vocabulary: Vocabulary,
  locale: string | undefined,
) => ({
  ...report,
  byReason: byReason.map(({ reasonCode, ...share }) => ({
    ...share,
    ...(reasonCode && {
      reasonCode,
      label: labelIn(vocabulary.reasons, reasonCode, locale),
    }),
  })),
});

/** What became of debriefs, with the labels of reasons in the reader's language. */
export const presentRecurrence = (
  { reasons, ...recurrence }: RecurrenceReport,
  vocabulary: Vocabulary,
  locale: string | undefined,
) => ({
  ...recurrence,
  reasons: reasons.map((one) => ({
    ...one,
    label: labelIn(vocabulary.reasons, one.reasonCode, locale),
  })),
});

/** Refusals by their short names. */
export const presentTrust = <T extends TrustReport>(
  { refusals, ...trust }: T,
  locale: string | undefined,
) => ({
  ...trust,
  refusals: refusals.map((one) => {
    const message = refusalName(one.code, languageOf(locale));
    return { ...one, ...(message && { message }) };
  }),
});

/** A call behind a number, in the reader's language. */
export const presentBehind = (
  { disposition, interventions, ...call }: CallBehind,
  { reasons, outcomes }: Vocabulary,
  locale: string | undefined,
) => ({
  ...call,
  ...(disposition &&
    isDispositionCode(disposition) && {
      disposition: TEXTS[languageOf(locale)].dispositions[disposition],
    }),
  interventions: interventions.map(({ reasonCode, outcomeCode, ...one }) => ({
    ...one,
    ...(reasonCode && { reason: labelIn(reasons, reasonCode, locale) }),
    ...(outcomeCode && { outcome: labelIn(outcomes, outcomeCode, locale) }),
  })),
});

export const queueIdsOf = ({ queues }: WaitingReport): string[] =>
  queues.flatMap(({ queueId }) => queueId ?? []);

/** Adds the names of queues that the CRM returns. */
export const presentWaiting = (
  { queues, ...report }: WaitingReport,
  names: ReadonlyMap<string, string>,
) => ({
  ...report,
  queues: queues.map((queue) => ({
    ...queue,
    ...(queue.queueId && { label: names.get(queue.queueId) ?? queue.queueId }),
  })),
});
