import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { noticesToRead, type NoticeToRead } from '../../domain/notices/readers.ts';
import { vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import { roleLabel } from '../../domain/texts/labels.ts';
import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { noticeTextFor, withPeople } from '../../domain/vocabulary/scripts.ts';
import { labelIn } from '../../domain/vocabulary/vocabulary.ts';

export type NoticeView = ReturnType<typeof noticeView>;

/** What these calls' notices say to this person, in the words of the policy. */
export const noticesFor = (
  calls: readonly Call[],
  person: Person,
  { policy }: { readonly policy: Policy },
): NoticeView[] =>
  calls.flatMap((call) =>
    noticesToRead(call, person.userId).map((one) => noticeView(call, one, person, policy)),
  );

function noticeView(
  call: Call,
  { notice, endedAt, hasLeft, isOwn }: NoticeToRead,
  { locale }: Person,
  policy: Policy,
) {
  const { noticeId, interventionId, supervisor, mode, reasonCode, at, acknowledgedAt } = notice;
  const language = languageOf(locale);
  const vocabulary = vocabularyOf(policy);
  const { notices, modes } = TEXTS[language];
  const reason = reasonCode && labelIn(vocabulary.reasons, reasonCode, locale);
  const words = noticeTextFor(vocabulary, mode, [locale ?? language, language]) ?? notices[mode];
  const text = withPeople(words, {
    supervisor: supervisor.name,
    customer: call.customer.name,
    rep: call.rep.name,
    mode: modes[mode],
  });
  return {
    noticeId,
    callId: call.callId,
    interventionId,
    mode,
    reason,
    at,
    /** Only the person a notice is for can acknowledge it. */
    acknowledgedAt: isOwn ? acknowledgedAt : undefined,
    isOwn,
    supervisor: {
      userId: supervisor.userId,
      name: supervisor.name,
      role: roleLabel(supervisor.role, language),
    },
    text: reason ? `${text} ${fill(notices.reason, { reason })}` : text,
    endedAt,
    hasLeft,
  };
}
