import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { isSummonedAt, openSummonses } from '../../domain/call/summons.ts';
import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, CrmUnavailable, type Store } from '../../ports/index.ts';
import { speakOnPhones, type SpeakOnPhonesDeps } from './speakOnPhones.ts';

export interface CallOfSummonsesDeps extends SpeakOnPhonesDeps {
  readonly store: Pick<Store, 'loadCalls'>;
  /** Everybody who may join this call now. Throws CrmUnavailable. */
  readonly findHelpers: (call: Call) => Promise<readonly Person[]>;
}

/**
 * Calls the phones of people who are reached there and are named in this step of a summons, and
 * says on whose call a compliance alert was raised, without any words of the call.
 */
export const callOfSummonses =
  ({ store, findHelpers, ...phones }: CallOfSummonsesDeps) =>
  async (
    messages: readonly OutboxMessageOf<'carrier.summonsCall'>[],
  ): Promise<(Error | undefined)[]> => {
    const calls = await store.loadCalls(messages.map(({ payload }) => payload.callId));
    const speak = speakOnPhones(phones);
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
        await speak(call, named, (language) =>
          fill(TEXTS[language].notifications.summons.spoken, { rep: call.rep.name }),
        );
        return undefined;
      }),
    );
  };
