/** How the rep, and perhaps the customer, is notified of a supervisor. */
export const NOTICE_KINDS = ['banner', 'tone', 'spoken_to_rep', 'spoken_to_everyone'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
