import type { Call } from '../../server/domain/call/call.ts';
import { outboxMessages } from '../../server/domain/outbox/outbox.ts';
import type { Store } from '../../server/ports/index.ts';
import type { OrgStage } from './orgStage.ts';
import { intervention, supervisedCall } from './supervisedCall.ts';

const AT_ONCE = 50;

/** Runs the work for 0 to count - 1, some at a time. */
export async function forEach<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < count; start += AT_ONCE)
    results.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, n) => work(start + n)),
      )),
    );
  return results;
}

export interface ManyEnded {
  /** One per call. */
  readonly interventionIds: readonly string[];
}

/**
 * Calls that ended, each of a rep and about a deal of its own, with one intervention each and the
 * messages that its end causes. A whisper is heard, so the rep is notified; a monitor is not.
 */
export async function manyEnded(
  org: OrgStage,
  store: Pick<Store, 'createCall'>,
  count: number,
  mode: 'monitor' | 'whisper',
  name: string = mode,
): Promise<ManyEnded> {
  const maya = await org.find('User', 'Maya');
  const interventionIds = await forEach(count, async (n) => {
    const [rep, deal] = await Promise.all([
      org.insert('User', {
        Name: `Rep ${name} ${n}`,
        Alias: `r${n}`,
        Username: `${name}-${n}@northwind.example`,
        IsActive: true,
        LanguageLocaleKey: 'en_US',
      }),
      org.insert('Opportunity', {
        Name: `Deal ${name} ${n}`,
        StageName: 'Proposal',
        CloseDate: '2026-12-31',
      }),
    ]);
    const interventionId = `${name}-${n}`;
    const call: Call = supervisedCall({
      orgId: org.orgId,
      callId: `call-${name}-${n}`,
      rep: { userId: rep.Id, name: rep.Name, managerIds: [maya.Id] },
      customer: { name: `Customer ${n}` },
      opportunity: { opportunityId: deal.Id, name: deal.Name },
      interventions: [
        intervention({
          interventionId,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          modeHistory: [{ mode, at: '2026-11-20T17:00:01.000Z' }],
          reason: undefined,
          outcome: { status: 'due' },
        }),
      ],
    });
    await store.createCall(
      call,
      [],
      outboxMessages(call, [
        {
          type: 'InterventionEnded',
          at: '2026-11-20T17:05:03.600Z',
          interventionId,
          endReason: 'supervisor_left',
        },
      ]),
    );
    return interventionId;
  });
  return { interventionIds };
}
