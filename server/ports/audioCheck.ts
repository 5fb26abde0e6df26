import type { AudioCheckFinding, AudioCheckVerdict, CarrierHealth, HeardLevels } from '../domain/audioCheck/audioCheck.ts';
import type { PartyRole } from '../domain/call/modes.ts';

/** Conferences of the carrier in which all three participants are Dealside's own. Throws CarrierProblem. */
export interface AudioCheckRooms {
  /** Resolves when every connection plays its tone and is listened to. Until closed, a room costs money. */
  open(runId: string): Promise<AudioCheckRoom>;
}

export interface AudioCheckRoom {
  readonly conferenceId: string;
  readonly connectionIds: Readonly<Record<PartyRole, string>>;
  /** Waits until the last switch must be heard, then listens for a while; answers from when to when, on the clock of `heard`. */
  listen(): Promise<{ readonly fromMs: number; readonly untilMs: number }>;
  /** Everything heard since the room was opened. */
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

/** The audio check's runs and what they mean for the carrier. Source: PostgreSQL. */
export interface AudioCheckRuns {
  /** Notes a new run, unless one is going on or began within that time: then answers false. */
  begin(run: { runId: string; startedAt: string; notWithinMs: number }): Promise<boolean>;
  progress(runId: string, share: number): Promise<void>;
  conclude(runId: string, verdict: AudioCheckVerdict, at: string): Promise<void>;
  /** Notes that a stream of this run reached an instance that does not make it: the run can find nothing out. */
  reachedOtherInstance(runId: string): Promise<void>;
  /** What the last run that could be made says. Without any the carrier is trusted. */
  carrierHealth(): Promise<CarrierHealth>;
  /** Newest first. */
  recent(limit: number): Promise<AudioCheckRun[]>;
}
