/** The families by which reports group dispositions (P28). */
export type DispositionFamily =
  | 'progress'
  | 'follow_up'
  | 'service'
  | 'retention'
  | 'declined'
  | 'not_reached'
  | 'other';

interface DispositionDefinition {
  readonly family: DispositionFamily;
  /** The customer wanted to cancel and stays: of the family `retention`. */
  readonly saves?: true;
}

/** How a rep's call went, as the rep says afterwards: the codes that reports count. */
export const DISPOSITIONS = {
  meeting_booked: { family: 'progress' },
  advanced: { family: 'progress' },
  call_back: { family: 'follow_up' },
  information_sent: { family: 'follow_up' },
  question_answered: { family: 'service' },
  stayed: { family: 'retention', saves: true },
  cancel_undecided: { family: 'retention' },
  canceled: { family: 'retention' },
  not_interested: { family: 'declined' },
  do_not_call: { family: 'declined' },
  left_voicemail: { family: 'not_reached' },
  no_answer: { family: 'not_reached' },
  wrong_number: { family: 'not_reached' },
  other: { family: 'other' },
} as const satisfies Record<string, DispositionDefinition>;

export type DispositionCode = keyof typeof DISPOSITIONS;

/** Whether the code is one of the dispositions that Dealside has. */
export const isDispositionCode = (code: string): code is DispositionCode =>
  Object.hasOwn(DISPOSITIONS, code);

/** The family by which reports group this disposition. */
export const dispositionFamily = (code: DispositionCode): DispositionFamily =>
  DISPOSITIONS[code].family;

/** Whether a customer who wanted to cancel was kept. */
export const countsAsSaved = (code: DispositionCode): boolean =>
  (DISPOSITIONS[code] as DispositionDefinition).saves === true;

const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];

/** The families, in the order of their dispositions. */
export const DISPOSITION_FAMILIES: readonly DispositionFamily[] = [
  ...new Set(CODES.map(dispositionFamily)),
];

/** The dispositions of a family: all of them, or those that keep a customer. */
export const dispositionsOf = (
  family: DispositionFamily,
  which: 'all' | 'saved' = 'all',
): readonly DispositionCode[] =>
  CODES.filter(
    (code) => dispositionFamily(code) === family && (which === 'all' || countsAsSaved(code)),
  );

/** Whether a customer with this concern can be kept: of others no share that was saved is known. */
export const canBeSaved = (family: DispositionFamily): boolean =>
  dispositionsOf(family, 'saved').length > 0;

/** Codes of calls in which the customer was reached: how it went is known. */
export const KNOWN_RESULTS: readonly DispositionCode[] = CODES.filter(
  (code) => dispositionFamily(code) !== 'not_reached',
);

/** Codes of calls that went well: a step forward, or a customer who stays. */
export const GOOD_RESULTS: readonly DispositionCode[] = CODES.filter(
  (code) => dispositionFamily(code) === 'progress' || countsAsSaved(code),
);
