import type { Call } from '../../domain/call/call.ts';
import type { OtherCall } from '../../domain/call/otherCall.ts';
import type { Change, ChangeOptions, PersonKey, Store } from '../../ports/index.ts';
import type { GroupItem } from './group/groupItems.ts';
import { type ChangeItem } from './group/groupItems.ts';
import type { Lane } from './group/lane.ts';

/** Persons do not wait for the carrier's callbacks, so both have a lane of their own. */
export interface Lanes {
  readonly person: Lane<GroupItem>;
  readonly carrier: Lane<GroupItem>;
}

/** Changes that wait in a lane until their group is committed. */
export const groupedChanges = (
  lanes: Lanes,
): Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'createCall' | 'recordAudit'> => ({
  changeCall<T>(
    callId: string,
    decide: (call: Call) => Change<T>,
    { callbackKey, report, lane = 'carrier' }: ChangeOptions = {},
  ) {
    return new Promise<{ answer: T } | 'repeated' | undefined>((resolve, reject) => {
      lanes[lane].add({
        kind: 'change',
        callId,
        decide,
        callbackKey,
        report,
        resolve: resolve as ChangeItem['resolve'],
        reject,
      });
    });
  },

  changeSupervisedCall<T>(
    supervisor: PersonKey,
    callId: string,
    decide: (call: Call, otherCalls: readonly OtherCall[]) => Change<T>,
  ) {
    return new Promise<{ answer: T } | undefined>((resolve, reject) => {
      lanes.person.add({
        kind: 'change',
        callId,
        decide,
        supervisor,
        resolve: resolve as ChangeItem['resolve'],
        reject,
      });
    });
  },

  createCall(call, audit, outbox) {
    const { callId } = call;
    return new Promise((resolve, reject) => {
      lanes.person.add({ kind: 'create', callId, call, audit, outbox, resolve, reject });
    });
  },

  recordAudit(audit) {
    if (audit.length === 0) return Promise.resolve();
    const lane = audit[0]!.actor.kind === 'person' ? 'person' : 'carrier';
    return new Promise((resolve, reject) => {
      lanes[lane].add({ kind: 'audit', audit, resolve, reject });
    });
  },
});
