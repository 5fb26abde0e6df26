import { isDeepStrictEqual } from 'node:util';
import { helpRequests } from '../domain/assist.ts';
import { interventionOf, type Call } from '../domain/call.ts';
import type { OutboxMessageOf, OutboxTopic } from '../domain/outbox.ts';
import type { CrmActivities, CrmAssists, Store } from '../ports.ts';

type Topic = Exclude<OutboxTopic, 'crm.checkpoint'>;
type CrmHandlers = { readonly [T in Topic]: (message: OutboxMessageOf<T>) => Promise<void> };

interface Telling {
  readonly store: Pick<Store, 'loadCall'>;
  readonly activities: CrmActivities;
  readonly assists: CrmAssists;
}

/** More changes than this while a record is written: the message of the last one writes it. */
const MOST_WRITES = 5;

/** Tells the CRM what the outbox owes it. */
export function crmHandlers({ store, activities, assists }: Telling): CrmHandlers {
  /** Writes what is told of the call until it is what the call says: of two that write one record, the later never leaves the older state. */
  async function writeUntilCurrent(callId: string, told: (call: Call) => unknown, write: (call: Call) => Promise<void>): Promise<void> {
    let call = await store.loadCall(callId);
    for (let writes = 0; call && writes < MOST_WRITES; writes += 1) {
      await write(call);
      const now = await store.loadCall(callId);
      if (!now || isDeepStrictEqual(told(now), told(call))) return;
      call = now;
    }
  }

  return {
    'crm.intervention': ({ payload: { callId, interventionId } }) => writeUntilCurrent(
      callId,
      (call) => [interventionOf(call, interventionId), call.recordings, call.notices.filter((notice) => notice.interventionId === interventionId)],
      (call) => activities.recordIntervention(call, interventionId),
    ),
    'crm.help': ({ payload: { callId, helpRequestId } }) => writeUntilCurrent(
      callId,
      (call) => helpRequests(call).find((help) => help.helpRequestId === helpRequestId),
      (call) => assists.recordHelp(call, helpRequestId),
    ),
    'crm.acknowledgement': async ({ payload: { callId, noticeId } }) => {
      const call = await store.loadCall(callId);
      if (call) await assists.recordAcknowledgement(call, noticeId);
    },
    'crm.bell': async ({ payload: { callId, interventionId, about } }) => {
      const call = await store.loadCall(callId);
      if (call) await activities.tellRep(call, interventionId, about);
    },
  };
}
