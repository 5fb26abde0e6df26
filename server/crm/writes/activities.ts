import { interventionOf, type Call } from '../../domain/call/call.ts';
import { qualityFormUrl } from '../../domain/call/coachingRules.ts';
import { repAt } from '../../domain/call/transfer.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { CrmProblem, type CrmActivities, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { parentOf } from './compositeGraphWriter.ts';
import { createCompositeGraphWriter } from './compositeGraphWriter.ts';
import { createExistingReader, NOTHING_EXISTS, type Existing } from './existingRecords.ts';
import { nodesOf } from './interventionNodes.ts';
import { recordingUrl, type EndedIntervention } from './interventionRecord.ts';
import { plansCoaching, type TaskSettings } from './interventionTasks.ts';
import { createNotifications } from './notifications.ts';
import { createOwners } from './owners.ts';
import { createRecordIds } from './recordIds.ts';
import { problemOr, withSurvivingRecords } from './repeatedWrites.ts';
import { createTaskValues, type ReadTaskValues } from './taskValues.ts';

/**
 * An intervention to write. Its call names the rep who had the call when the intervention ended.
 */
interface Subject {
  readonly call: Call;
  readonly intervention: EndedIntervention;
  readonly repeats?: number | undefined;
  /** Its records in the org. Undefined while it is assumed to be new, which saves a lookup. */
  existing: Existing | undefined;
}

interface ActivitiesOptions {
  readonly writer?: ReturnType<typeof createCompositeGraphWriter>;
  readonly recordIds?: ReturnType<typeof createRecordIds>;
  readonly readTaskValues?: ReadTaskValues;
  readonly lightningOrigin?: string;
  /** The org's current vocabulary. */
  readonly vocabulary?: () => Vocabulary;
  /** The org's current URL of the quality form, with placeholders for ids. */
  readonly qualityForm?: () => string | undefined;
  readonly nowMs?: () => number;
}

/** Salesforce's error code if a record with this external id exists. */
const EXISTS = 'DUPLICATE_VALUE';

/**
 * Writes the intervention record, the call activity and the coaching task of each intervention, all
 * or none, and many interventions in one request. Idempotent: an intervention that is assumed to be
 * new is created, which Salesforce refuses if its external id exists. Then the existing records are
 * looked up by key and changed.
 */
export function createCrmActivities(
  crm: CrmConnection,
  {
    writer = createCompositeGraphWriter(crm),
    recordIds = createRecordIds(crm),
    lightningOrigin,
    vocabulary = () => SHIPPED_VOCABULARY,
    qualityForm = () => undefined,
    nowMs = Date.now,
    readTaskValues = createTaskValues(crm, nowMs),
  }: ActivitiesOptions = {},
): CrmActivities {
  const reader = createExistingReader(crm, nowMs);
  const readOwners = createOwners(crm, nowMs);

  /** Reads the org's settings for these tasks, and their owners. Rejects as the connection does. */
  async function readSettings(
    subjects: readonly Subject[],
  ): Promise<(subject: Subject) => TaskSettings> {
    const [values, ownerOf] = await Promise.all([
      readTaskValues(),
      readOwners(
        subjects.flatMap(({ call, intervention }) => [
          intervention.supervisor.userId,
          ...(plansCoaching(intervention) ? [call.rep.userId] : []),
        ]),
      ),
    ]);
    return ({ call, intervention }) => ({
      values,
      supervisor: ownerOf(intervention.supervisor.userId),
      rep: ownerOf(call.rep.userId),
    });
  }

  async function saveOne(
    { call, intervention, existing, repeats }: Subject,
    queueNames: readonly string[],
    settings: TaskSettings,
  ): Promise<WriteResult> {
    const links = {
      queueNames,
      repeats,
      recordingUrl: recordingUrl(call, intervention, lightningOrigin),
      qualityFormUrl: qualityFormUrl(qualityForm(), { ...call, ...intervention }),
    };
    const saved = await problemOr(
      writer.save(
        nodesOf(call, intervention, { existing, links, settings, vocabulary: vocabulary() }),
        parentOf(call),
      ),
    );
    if (saved instanceof CrmProblem) return saved;
    if (saved[0]) recordIds.remember(intervention.interventionId, saved[0]);
    return undefined;
  }

  /**
   * Looks up the records that the org has of these interventions. Returns the problem if that
   * fails.
   */
  async function lookUp(subjects: readonly Subject[]): Promise<WriteResult> {
    const found = await problemOr(
      reader.existing(subjects.map(({ intervention }) => intervention.interventionId)),
    );
    if (found instanceof CrmProblem) return found;
    for (const subject of subjects)
      subject.existing = found.get(subject.intervention.interventionId) ?? NOTHING_EXISTS;
    return undefined;
  }

  async function saveAll(subjects: readonly Subject[]): Promise<WriteResult[]> {
    const read = await problemOr(
      Promise.all([reader.queueNames(subjects.flatMap(queuesOf)), readSettings(subjects)]),
    );
    if (read instanceof CrmProblem) return subjects.map(() => read);
    const [names, settingsOf] = read;
    const namesOf = (subject: Subject) =>
      queuesOf(subject)
        .flatMap((id) => names.get(id) ?? [])
        .toSorted();

    const seen = subjects.filter(
      ({ existing, intervention: { interventionId, outcome } }) =>
        !existing && (outcome.status === 'given' || recordIds.isKnown(interventionId)),
    );
    const unseen = seen.length > 0 ? await lookUp(seen) : undefined;
    const results = await Promise.all(
      subjects.map(async (subject) =>
        unseen && seen.includes(subject)
          ? unseen
          : saveOne(subject, namesOf(subject), settingsOf(subject)),
      ),
    );
    const found = subjects.filter(
      ({ existing }, index) => !existing && results[index]?.code === EXISTS,
    );
    if (found.length === 0) return results;
    const problem = await lookUp(found);
    return Promise.all(
      subjects.map(async (subject, index) => {
        if (!found.includes(subject)) return results[index];
        return problem ?? saveOne(subject, namesOf(subject), settingsOf(subject));
      }),
    );
  }

  return {
    async recordInterventions(writes) {
      const subjects = writes.flatMap(({ call, interventionId, repeats }, index) => {
        const intervention = interventionOf(call, interventionId);
        if (intervention?.status !== 'ended') return [];
        const atEnd = { ...call, rep: repAt(call, intervention.leftAt) };
        return [{ call: atEnd, intervention, repeats, existing: undefined, index }];
      });
      const saved = await withSurvivingRecords<Subject>(crm, subjects, saveAll);
      const results = new Map(subjects.map(({ index }, n) => [index, saved[n]]));
      return writes.map((_write, index) => results.get(index));
    },
    notify: createNotifications(crm, recordIds, nowMs),
  };
}

const queuesOf = ({ call }: Subject): readonly string[] => call.rep.queueIds ?? [];
