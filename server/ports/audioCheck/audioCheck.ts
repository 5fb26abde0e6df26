import type {
  AddedDelays,
  CustomerDelay,
  Marker,
  TimeSpan,
} from '../../domain/audioCheck/addedDelay.ts';
import type {
  AudioCheckFinding,
  AudioCheckVerdict,
  CarrierHealth,
  HeardLevels,
} from '../../domain/audioCheck/audioCheck.ts';
import type { PartyRole } from '../../domain/call/modes.ts';

/**
 * Conferences of the carrier in which all three participants are Dealside's own. Throws
 * CarrierProblem. Source: the carrier.
 */
export interface AudioCheckRooms {
  /**
   * Resolves when customer and rep play their tones and are measured. A room costs money until it
   * is closed.
   */
  open(runId: string): Promise<AudioCheckRoom>;
}

interface AudioCheckRoom {
  readonly conferenceId: string;
  /** Has the supervisor join, muted. Resolves when their connection is measured as well. */
  admitSupervisor(): Promise<Readonly<Record<PartyRole, string>>>;
  /**
   * Waits until the last change is audible, then measures for a while, or for as many times as
   * long. Returns from when to when, on the clock of `heard`.
   */
  listen(times?: number): Promise<TimeSpan>;
  /** Everything measured from the opening of the room to the end of the last `listen`. */
  heard(): Promise<{
    readonly levels: HeardLevels[];
    readonly played: readonly Marker[];
    readonly heard: readonly Marker[];
  }>;
  close(): Promise<void>;
}

export interface AudioCheckRun {
  readonly runId: string;
  readonly startedAt: string;
  readonly concludedAt?: string;
  /** From 0 to 1. */
  readonly progress: number;
  readonly status: 'running' | AudioCheckVerdict['status'];
  readonly findings?: readonly AudioCheckFinding[];
  readonly problem?: string;
  /** How much later the customer heard the rep in each mode; missing if it was not measured. */
  readonly addedDelay?: AddedDelays;
}

/** The runs of the audio check, and what they mean for the carrier's health. Source: PostgreSQL. */
export interface AudioCheckRuns {
  /**
   * Writes a new run. Returns false, and writes nothing, while one is running or when one began
   * within `notWithinMs`.
   */
  begin(run: {
    readonly runId: string;
    readonly startedAt: string;
    readonly notWithinMs: number;
    readonly runLimitMs: number;
  }): Promise<boolean>;
  /** `share` is from 0 to 1. */
  progress(runId: string, share: number): Promise<void>;
  conclude(runId: string, verdict: AudioCheckVerdict, at: string): Promise<void>;
  /**
   * The carrier's health, from the latest run at this account; healthy if there has been none.
   * `doubtful` where a run failed and none has passed.
   */
  carrierHealth(): Promise<CarrierHealth>;
  /** Newest first, at most `limit`. */
  recent(limit: number): Promise<AudioCheckRun[]>;
  /** Of all runs that are kept. */
  count(): Promise<number>;
  /** What the runs at this account since then say of customers' connections. */
  customerDelay(since: string): Promise<CustomerDelay>;
}

/** The level of one speaker's tone, in a window that began before `atMs` of the shared clock. */
export interface StreamLevel {
  readonly speaker: PartyRole;
  readonly atMs: number;
  readonly dbfs: number;
}

/** The measurements of a media stream, as reported so far by the instance that receives it. */
export type AudioCheckStream = { readonly key: string; readonly role: PartyRole } & (
  | { readonly status: 'expected' }
  | {
      /** A stream that has ended was closed by the carrier: nothing more is heard on it. */
      readonly status: 'open' | 'ended';
      /** How far the clock of the instance that measures may be off. */
      readonly unsureMs: number;
      readonly measuredUntilMs: number;
      readonly levels: readonly StreamLevel[];
      /** The markers that were played or heard on it. */
      readonly markers: readonly Marker[];
    }
);

/** A clock that all instances share, in ms; it never goes back. */
export interface SharedClock {
  nowMs(): number;
  /** How far it may be off, to either side. */
  readonly unsureMs: number;
}

/**
 * The media streams of audio checks. One instance expects a stream, and whichever the carrier
 * brings it to measures it. Source: PostgreSQL.
 */
export interface AudioCheckStreams {
  /** Compares this instance's clock with the one that all share. */
  clock(): Promise<SharedClock>;
  expect(stream: { key: string; runId: string; role: PartyRole }): Promise<void>;
  /**
   * Claims a stream that is expected. Returns whose it is; undefined if it is not expected, or has
   * already been claimed.
   */
  claim(key: string, unsureMs: number): Promise<PartyRole | undefined>;
  /** Adds what was heard since the last time. Returns false once the run is over. */
  measured(
    key: string,
    heard: {
      levels: readonly StreamLevel[];
      markers: readonly Marker[];
      untilMs: number;
      hasEnded: boolean;
    },
  ): Promise<boolean>;
  /** All streams of a run, in no order. */
  ofRun(runId: string): Promise<AudioCheckStream[]>;
  /** Removes the streams of a run: those who measure them stop. */
  remove(runId: string): Promise<void>;
}
