import type { Call } from '../domain/call/call.ts';
import type { Language } from '../domain/call/language.ts';
import type { Person } from '../domain/call/people.ts';
import { noticesToRead, type NoticeToRead } from '../domain/notices/readers.ts';
import { roleLabel } from '../domain/texts/labels.ts';
import { fill, languageOf, TEXTS } from '../domain/texts/texts.ts';

export type NoticeView = ReturnType<typeof noticeView>;

/** What these calls' notices say to this person. */
export const noticesFor = (calls: readonly Call[], person: Person): NoticeView[] =>
  calls.flatMap((call) =>
    noticesToRead(call, person.userId).map((one) =>
      noticeView(call, one, languageOf(person.locale)),
    ),
  );

function noticeView(call: Call, { notice, endedAt, isOwn }: NoticeToRead, language: Language) {
  const { noticeId, interventionId, supervisor, mode, reasonCode, at, acknowledgedAt } = notice;
  const { notices, reasons } = TEXTS[language];
  const reason = reasonCode && reasons[reasonCode];
  const text = fill(notices[mode], { supervisor: supervisor.name, customer: call.customer.name });
  return {
    noticeId,
    callId: call.callId,
    interventionId,
    mode,
    reason,
    at,
    /** Only whose notice it is can confirm it. */
    acknowledgedAt: isOwn ? acknowledgedAt : undefined,
    isOwn,
    supervisor: {
      userId: supervisor.userId,
      name: supervisor.name,
      role: roleLabel(supervisor.role, language),
    },
    text: reason ? `${text} ${fill(notices.reason, { reason })}` : text,
    endedAt,
  };
}
