import type { Call } from '../../domain/call/call.ts';
import { openHelpRequest } from '../../domain/call/helpRequest.ts';
import type { Person } from '../../domain/call/people.ts';
import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import { rungForHelp } from '../../domain/supervision/helpCall.ts';
import type { PossibleHelper } from '../../domain/supervision/helpOffers.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Clock,
  type CoachingRulesSource,
  type Store,
} from '../../ports/index.ts';
import { speakOnPhones, type SpeakOnPhonesDeps } from './speakOnPhones.ts';

export interface CallForHelpDeps extends SpeakOnPhonesDeps {
  readonly store: Pick<Store, 'loadCalls'>;
  readonly coachingRules: Pick<CoachingRulesSource, 'of'>;
  /** Everybody who may join this call now, and whether they are on a call. Throws CrmUnavailable. */
  readonly possibleHelpers: (
    call: Call,
  ) => Promise<readonly (PossibleHelper & { readonly person: Person })[]>;
  readonly clock: Clock;
}

/**
 * Where the org says so, calls the phones of supervisors who are reached there, who are on no call
 * and whom this step of a help request adds, outside of the quiet hours by their own clock. It says
 * whose call it is, and nothing of the call.
 */
export const callForHelp =
  ({ store, coachingRules, possibleHelpers, clock, ...phones }: CallForHelpDeps) =>
  async (
    messages: readonly OutboxMessageOf<'carrier.helpCall'>[],
  ): Promise<(Error | undefined)[]> => {
    const due = messages.filter(({ orgId }) => coachingRules.of(orgId).helpPhones);
    const calls = await store.loadCalls(due.map(({ payload }) => payload.callId));
    const speak = speakOnPhones(phones);
    return Promise.all(
      messages.map(async ({ orgId, payload: { callId, helpRequestId, step } }) => {
        const quietHours = coachingRules.of(orgId).helpPhones;
        const call = calls.get(callId);
        const help = call && openHelpRequest(call);
        if (!quietHours || !call || help?.helpRequestId !== helpRequestId) return undefined;
        try {
          const free = (await possibleHelpers(call)).filter(({ isBusy }) => !isBusy);
          const rung = rungForHelp(
            free.map(({ person }) => person),
            { help, step, quietHours, now: clock.now() },
          );
          await speak(call, rung, (language) =>
            fill(TEXTS[language].notifications.helpSpoken, { rep: call.rep.name }),
          );
          return undefined;
        } catch (fault) {
          if (!(fault instanceof CrmUnavailable)) throw fault;
          return new CrmProblem('retry', fault.message, undefined, { isAway: true });
        }
      }),
    );
  };
