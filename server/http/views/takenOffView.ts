import type { Call, Intervention } from '../../domain/call/call.ts';
import { isHeardByCustomer } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import { refusalText } from '../../domain/texts/render.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import type { RefusalText, TakenOffTexts } from '../../domain/texts/types.ts';

type EndedIntervention = Extract<Intervention, { status: 'ended' }>;

/** What a refusal says of a right that was lost, where its own words are about asking for one. */
const OF_RIGHTS: Partial<Record<RefusalCode, keyof TakenOffTexts>> = {
  no_policy: 'policy',
  not_a_supervisor: 'policy',
  out_of_scope: 'policy',
  deal_out_of_scope: 'policy',
  mode_not_permitted: 'mode',
};

/**
 * Why this person was taken off a call that they supervised, and what they can do; undefined if
 * they were not, or are on it again.
 */
export function takenOffView(call: Call, { userId, locale }: Pick<Person, 'userId' | 'locale'>) {
  const latest = call.interventions.findLast(({ supervisor }) => supervisor.userId === userId);
  if (latest?.status !== 'ended' || latest.endReason !== 'revoked') return undefined;
  const { interventionId, leftAt, because = 'no_policy' } = latest;
  const language = languageOf(locale);
  const lost = OF_RIGHTS[because];
  const ofRights = lost === 'mode' && hadCustomerAlone(call, latest) ? 'alone' : lost;
  const text: RefusalText = ofRights
    ? TEXTS[language].takenOff[ofRights]
    : refusalText({ code: because }, language);
  return {
    interventionId,
    at: leftAt,
    repName: call.rep.name,
    opportunityId: call.opportunity?.opportunityId,
    ...text,
  };
}

/** Whether the customer, whom this supervisor talked to, had no rep to talk to when it ended. */
const hadCustomerAlone = (call: Call, { modeHistory, leftAt }: EndedIntervention): boolean =>
  modeHistory.length > 0 &&
  isHeardByCustomer(modeHistory.at(-1)!.mode) &&
  !call.participants.some(
    (one) =>
      one.party.role === 'rep' &&
      one.joinedAt !== undefined &&
      one.joinedAt <= leftAt &&
      (one.leftAt === undefined || one.leftAt > leftAt),
  );
