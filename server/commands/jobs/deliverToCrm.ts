import { allHelpRequests } from '../../domain/call/helpRequest.ts';
import { interventionOf, type Call } from '../../domain/call/call.ts';
import type { OutboxMessageOf, OutboxTopic } from '../../domain/outbox/outbox.ts';
import type { CrmActivities, CrmHelpRecords, Store } from '../../ports/index.ts';
import { saysTheSame } from '../transact/saysTheSame.ts';

type Topic = Exclude<OutboxTopic, 'crm.checkpoint'>;
type CrmHandlers = { readonly [T in Topic]: (message: OutboxMessageOf<T>) => Promise<void> };

interface DeliverToCrmDeps {
  readonly store: Pick<Store, 'loadCall'>;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
}

/** After this many writes the next outbox message of the call goes on. */
const MAX_WRITES = 5;

/** The handlers of outbox messages that are for the CRM. */
export function crmHandlers({ store, activities, helpRecords }: DeliverToCrmDeps): CrmHandlers {
  /**
   * Writes until what was written is what the call says: of two that write one record, the later
   * never leaves the older state.
   */
  async function writeUntilCurrent(
    callId: string,
    relevant: (call: Call) => unknown,
    write: (call: Call) => Promise<void>,
  ): Promise<void> {
    let call = await store.loadCall(callId);
    for (let writes = 0; call && writes < MAX_WRITES; writes += 1) {
      await write(call);
      const now = await store.loadCall(callId);
      if (!now || saysTheSame(relevant(now), relevant(call))) return;
      call = now;
    }
  }

  return {
    'crm.intervention': ({ payload: { callId, interventionId } }) =>
      writeUntilCurrent(
        callId,
        (call) => [
          interventionOf(call, interventionId),
          call.recordings,
          call.notices.filter((notice) => notice.interventionId === interventionId),
        ],
        (call) => activities.recordIntervention(call, interventionId),
      ),
    'crm.help': ({ payload: { callId, helpRequestId } }) =>
      writeUntilCurrent(
        callId,
        (call) => allHelpRequests(call).find((help) => help.helpRequestId === helpRequestId),
        (call) => helpRecords.recordHelp(call, helpRequestId),
      ),
    'crm.acknowledgement': async ({ payload: { callId, noticeId } }) => {
      const call = await store.loadCall(callId);
      if (call) await helpRecords.recordAcknowledgement(call, noticeId);
    },
    'crm.notification': async ({ payload: { callId, interventionId, about } }) => {
      const call = await store.loadCall(callId);
      if (call) await activities.notifyRep(call, interventionId, about);
    },
  };
}
