import type { SampledBecause } from '../call/debriefRules.ts';
import type { Ended } from '../call/intervention.ts';
import type { Other } from '../call/others.ts';
import type { CallResult } from '../call/repCalls.ts';

/** What records and tasks in the CRM say, in the language of their owner. */
export interface WrittenTexts {
  /** The subject of a supervisor's call activity. */
  readonly activity: string;
  readonly supervisor: string;
  readonly rep: string;
  readonly customer: string;
  readonly reason: string;
  readonly reasonWithNote: string;
  readonly point: string;
  readonly outcome: string;
  readonly tag: string;
  readonly note: string;
  readonly ended: string;
  readonly endReasons: Readonly<Record<Ended['endReason'], string>>;
  readonly modes: string;
  readonly noticeSeen: string;
  readonly recording: string;
  /** Who else was on the call. */
  readonly others: string;
  readonly other: string;
  readonly otherKinds: Readonly<Record<Other['kind'], string>>;
  /** The moments that the rep flagged. */
  readonly flagged: string;
  /** The subject of a coaching task. */
  readonly debrief: string;
  readonly debriefQuestions: string;
  /** Why there is a debrief of a call that nobody had to join. Places: {rep}. */
  readonly debriefFlagged: string;
  readonly debriefSampled: Readonly<Record<SampledBecause, string>>;
  /** Places: {rep}, {supervisor}. */
  readonly debriefScores: string;
  /** Where the notes are. */
  readonly debriefNoted: string;
  /** Places: {name}, {other}. */
  readonly debriefClosedAlone: string;
  /** The subjects of a rep's call activity. */
  readonly callFrom: string;
  readonly callTo: string;
  readonly result: string;
  readonly results: Readonly<Record<CallResult, string>>;
  readonly assisted: string;
  /** The subject of a follow-up that the rep did not name. */
  readonly followUp: string;
}
