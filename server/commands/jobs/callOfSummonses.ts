import type { Call } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import type { OwnAddress } from '../../domain/call/reach.ts';
import { isSummonedAt, openSummonses } from '../../domain/call/summons.ts';
import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import {
  CarrierProblem,
  CrmProblem,
  CrmUnavailable,
  type ConferenceControl,
  type Log,
  type PersonKey,
  type Store,
} from '../../ports/index.ts';

export interface CallOfSummonsesDeps {
  readonly store: Pick<Store, 'loadCalls'>;
  readonly control: Pick<ConferenceControl, 'speakWords'>;
  /** Everybody who may join this call now. Throws CrmUnavailable. */
  readonly findHelpers: (call: Call) => Promise<readonly Person[]>;
  /** The own device on which a person wants to be called; undefined is the softphone. */
  readonly whereToRing: (
    person: PersonKey,
  ) => Promise<(OwnAddress & { readonly language: Language }) | undefined>;
  readonly log: Log;
}

/**
 * Calls the phones of people who are reached there and are named in this step of a summons, and
 * says on whose call a compliance alert was raised, without any words of the call. A failed call is
 * not repeated, because the notification rings as well.
 */
export const callOfSummonses =
  ({ store, control, findHelpers, whereToRing, log }: CallOfSummonsesDeps) =>
  async (
    messages: readonly OutboxMessageOf<'carrier.summonsCall'>[],
  ): Promise<(Error | undefined)[]> => {
    const calls = await store.loadCalls(messages.map(({ payload }) => payload.callId));
    return Promise.all(
      messages.map(async ({ payload: { callId, alertId, step } }) => {
        const call = calls.get(callId);
        const summons = call && openSummonses(call).find((one) => one.alertId === alertId);
        if (!summons) return undefined;
        let helpers: readonly Person[];
        try {
          helpers = await findHelpers(call);
        } catch (fault) {
          if (!(fault instanceof CrmUnavailable)) throw fault;
          return new CrmProblem('retry', fault.message, undefined, { isAway: true });
        }
        const named = helpers.filter(({ userId }) => isSummonedAt(summons, step, userId));
        await Promise.all(named.map((person) => speakTo(call, person)));
        return undefined;
      }),
    );

    async function speakTo(call: Call, { orgId, userId }: Person): Promise<void> {
      const own = await whereToRing({ orgId, userId });
      if (!own) return;
      const { spoken } = TEXTS[own.language].notifications.summons;
      try {
        await control.speakWords({
          orgId,
          to: own.address,
          words: fill(spoken, { rep: call.rep.name }),
          language: own.language,
        });
      } catch (problem) {
        if (!(problem instanceof CarrierProblem)) throw problem;
        log.warn({ callId: call.callId, userId, problem: problem.kind }, 'phone not called');
      }
    }
  };
