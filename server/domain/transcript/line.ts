/** The speakers that are transcribed. Supervisors, colleagues and third parties never are. */
export const SPEAKERS = ['customer', 'rep'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** A line: the words of one person without a break. Times are ISO 8601 in UTC. */
export interface TranscriptLine {
  /** The transcription and the place in it: the same however often the carrier reports it. */
  readonly lineId: string;
  readonly speaker: Speaker;
  /** The rep who spoke; a call may have had several. */
  readonly userId?: string;
  readonly text: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** A transcript report of one connection. `sequence` rises with each report. */
export interface TranscriptPiece {
  readonly transcriptionId: string;
  readonly sequence: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly at: string;
}

/** In the order in which they were said. */
export const inOrder = (lines: readonly TranscriptLine[]): TranscriptLine[] =>
  lines.toSorted(
    (a, b) => a.startedAt.localeCompare(b.startedAt) || a.lineId.localeCompare(b.lineId),
  );

/** Roughly how long it takes to say this, in milliseconds: for lines whose beginning was not seen. */
export const spokenMs = (text: string): number => Math.max(400, text.split(/\s+/).length * 380);
