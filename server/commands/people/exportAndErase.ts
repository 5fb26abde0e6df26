import { auditAct, auditRefusal, type Actor } from '../../domain/audit/entries.ts';
import { ELSEWHERE, type Elsewhere, type PersonRef } from '../../domain/audit/personalData.ts';
import { digestOfErased, ERASURE } from '../../domain/audit/verify.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import type { PersonalData, PersonFile } from '../../ports/people/people.ts';
import type { Result } from '../transact/result.ts';

export interface PersonalDataDeps {
  readonly people: PersonalData;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface PersonRequest {
  readonly orgId: string;
  readonly ref: PersonRef;
  /** The org's own number of the person's request; no personal data. */
  readonly reference?: string;
}

/** How the audit names the person: users by their id, customers not at all. */
const named = ({ ref, reference }: PersonRequest) => ({
  kind: ref.kind,
  ...(ref.kind === 'user' && { userId: ref.userId }),
  ...(reference && { reference }),
});

/** Everything kept about a person, for the person (GDPR articles 15 and 20). */
export async function exportPerson(
  { people, store, clock, ids }: PersonalDataDeps,
  actor: Actor,
  request: PersonRequest,
): Promise<
  PersonFile & { exportedAt: string; person: PersonRef; elsewhere: readonly Elsewhere[] }
> {
  const at = clock.now();
  const file = await people.gather(request.orgId, request.ref);
  await store.recordAudit([
    auditAct(
      {
        orgId: request.orgId,
        at,
        action: 'PersonExported',
        details: { ...named(request), calls: file.calls.length },
      },
      { actor, nextId: () => ids.next() },
    ),
  ]);
  return { exportedAt: at, person: request.ref, ...file, elsewhere: ELSEWHERE };
}

/**
 * Erases a person (GDPR article 17): personal data is removed from calls and audit, what happened
 * stays.
 */
export async function erasePerson(
  { people, store, clock, ids }: PersonalDataDeps,
  actor: Actor,
  request: PersonRequest,
): Promise<Result<{ calls: number; auditFields: number; elsewhere: readonly Elsewhere[] }>> {
  const at = clock.now();
  const auditId = ids.next();
  const { orgId, ref } = request;
  const erased = await people.erase(orgId, ref, {
    auditId,
    entryOf: ({ calls, auditFields }) =>
      auditAct(
        {
          orgId,
          at,
          action: ERASURE,
          details: {
            ...named(request),
            calls,
            fields: auditFields.length,
            digest: digestOfErased(auditFields),
          },
        },
        { actor, nextId: () => auditId },
      ),
  });
  if (erased && erased !== 'on_call')
    return {
      ok: { calls: erased.calls, auditFields: erased.auditFields.length, elsewhere: ELSEWHERE },
    };
  const why = refusal(erased === 'on_call' ? 'person_on_call' : 'person_unknown');
  await store.recordAudit([
    auditRefusal(
      why,
      { orgId, at, action: 'ErasePerson', details: named(request) },
      { actor, nextId: () => auditId },
    ),
  ]);
  return { refusal: why };
}
