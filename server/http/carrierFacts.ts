import type { CallDeps } from '../commands/carrier/callDeps.ts';
import { recordFact } from '../commands/carrier/recordFact.ts';
import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { CallbackForm, CarrierRoute, CarrierWebhooks } from '../ports/index.ts';
import { storableText } from './unreadable.ts';

export interface CarrierFactDeps {
  readonly webhooks: CarrierWebhooks;
  readonly facts: CallDeps;
  /** Keeps what the carrier reports, as evidence beside the audit. */
  readonly storeReports: (reports: readonly CarrierReport[]) => Promise<void>;
}

const FACT_KINDS = ['conference', 'recording', 'transcription', 'participant'] as const;
/** Callbacks that report a fact; the response to them is empty. */
export type FactKind = (typeof FACT_KINDS)[number];

export const factKindOf = ({ kind }: CarrierRoute): FactKind | undefined =>
  FACT_KINDS.find((one) => one === kind);

/** Applies what a signed callback reports. Resolves once it is committed. */
export async function receiveFact(
  { webhooks, facts, storeReports }: CarrierFactDeps,
  kind: FactKind,
  form: CallbackForm,
): Promise<void> {
  const report = kind === 'conference' ? webhooks.report(form) : undefined;
  const reported = factIn(webhooks, kind, form);
  if (report && !reported) await storeReports([report]);
  if (!reported) return;
  // One transaction, so that every audit entry of the fact has its report as evidence.
  const outcome = await recordFact(facts, reported.fact, { callbackKey: reported.key, report });
  if (outcome === 'unknown_call')
    facts.log.warn(
      { callId: reported.fact.callId, fact: reported.fact.type },
      'callback for an unknown call',
    );
}

function factIn(webhooks: CarrierWebhooks, kind: FactKind, form: CallbackForm) {
  switch (kind) {
    case 'conference':
      return webhooks.conferenceFact(form);
    case 'recording':
      return webhooks.recordingFact(form);
    case 'transcription':
      return webhooks.transcriptionFact(form);
    case 'participant':
      return webhooks.participantStatusFact(form);
    default:
      return unreachable(kind);
  }
}

/** The signed form without anything that the database cannot store. */
export const storableForm = (form: CallbackForm): CallbackForm => ({
  ...form,
  params: storable(form.params),
  query: storable(form.query),
});

/**
 * The fields as the database can store them, with the first value of a repeated field. Copies them
 * only if something changes.
 */
function storable(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (areStorable(Object.keys(fields)) && areStorable(Object.values(fields))) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      storableText(name),
      storableText([value].flat()[0] ?? ''),
    ]),
  );
}

function areStorable(values: readonly unknown[]): boolean {
  if (!values.every((value) => typeof value === 'string')) return false;
  // Joined by line breaks, so that halves of surrogate pairs in two values do not form a valid
  // pair.
  const text = values.join('\n');
  return storableText(text) === text;
}
