import type {
  AudioCheckFinding,
  AudioCheckVerdict,
  CarrierHealth,
  HeardLevels,
} from '../domain/audioCheck/audioCheck.ts';
import type { PartyRole } from '../domain/call/modes.ts';

/**
 * Conferences of the carrier in which all three participants are Dealside's own. Throws
 * CarrierProblem. Source: the carrier.
 */
export interface AudioCheckRooms {
  /**
   * Resolves when every connection plays its tone and is measured. A room costs money until it is
   * closed.
   */
  open(runId: string): Promise<AudioCheckRoom>;
}

interface AudioCheckRoom {
  readonly conferenceId: string;
  readonly connectionIds: Readonly<Record<PartyRole, string>>;
  /**
   * Waits until the last mode change is audible, then measures for a while. Returns from when to
   * when, on the clock of `heard`.
   */
  listen(): Promise<{ readonly fromMs: number; readonly untilMs: number }>;
  /** Everything measured since the room was opened. */
  heard(): HeardLevels[];
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
}

/** The runs of the audio check, and what they mean for the carrier's health. Source: PostgreSQL. */
export interface AudioCheckRuns {
  /**
   * Writes a new run. Returns false, and writes nothing, while one is running or when one began
   * within `notWithinMs`.
   */
  begin(run: { runId: string; startedAt: string; notWithinMs: number }): Promise<boolean>;
  /** `share` is from 0 to 1. */
  progress(runId: string, share: number): Promise<void>;
  conclude(runId: string, verdict: AudioCheckVerdict, at: string): Promise<void>;
  /**
   * Writes that a stream of this run reached an instance that does not run it, so that the run
   * finds nothing out.
   */
  reachedOtherInstance(runId: string): Promise<void>;
  /** By the last run that was made; without any, the carrier is healthy. */
  carrierHealth(): Promise<CarrierHealth>;
  /** Newest first, at most `limit`. */
  recent(limit: number): Promise<AudioCheckRun[]>;
}
