import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/call/people.ts';
import type { ReasonCode } from '../../domain/call/reasons.ts';
import type { Refusal } from '../../domain/call/refusals.ts';
import type { OutboxMessage } from '../../domain/outbox/message.ts';
import type {
  TeamLessons,
  TrainingDecision,
  TrainingSignal,
} from '../../domain/supervision/trainingSignal.ts';
import type { WriteResult } from '../crm/crm.ts';

/** Signals that a team lacks a training, and the calls behind them. Source: PostgreSQL. */
export interface TrainingSignals {
  /**
   * Puts the calls since then behind the open signals of their team and reason, and gives what is
   * left to `raise`, by team and reason. What it answers is written with its messages and audit
   * entries, all or nothing. One process at a time. Returns how many were raised.
   */
  look(
    orgId: string,
    asked: { readonly since: string; readonly atLeast: number },
    raise: (lessons: readonly TeamLessons[]) => readonly RaisedSignal[],
  ): Promise<number>;
  /** The open ones, and those that were decided since then; the latest first. */
  list(orgId: string, decidedSince: string): Promise<readonly TrainingSignal[]>;
  find(orgId: string, signalId: string): Promise<TrainingSignal | undefined>;
  /** The calls behind a signal, the latest first, at most `limit`. */
  calls(orgId: string, signalId: string, limit: number): Promise<SignalCalls>;
  /** Decides on the current signal; undefined if it does not exist. */
  decide(
    orgId: string,
    signalId: string,
    decision: {
      readonly decide: (
        signal: TrainingSignal,
      ) => { readonly decision: TrainingDecision } | { readonly refusal: Refusal };
      readonly audit: (decision: TrainingDecision) => AuditEntry;
    },
  ): Promise<{ readonly ok: TrainingSignal } | { readonly refusal: Refusal } | undefined>;
}

interface RaisedSignal extends TeamLessons {
  readonly signalId: string;
  readonly at: string;
  readonly messages: readonly OutboxMessage[];
  readonly audit: AuditEntry;
}

export interface SignalCalls {
  readonly calls: readonly SignalCall[];
  readonly total: number;
}

/** A call behind a signal, as far as it is still kept. */
interface SignalCall {
  readonly callId: string;
  readonly repName: string;
  readonly customerName: string;
  readonly opportunityId?: string;
  readonly startedAt: string;
}

/** Notifies people of training signals. Only a repeat after a lost answer may ring twice. */
export interface TrainingNotifications {
  notifyOfTraining(notifications: readonly TrainingNotification[]): Promise<readonly WriteResult[]>;
}

export interface TrainingNotification {
  readonly orgId: string;
  readonly signalId: string;
  readonly reasonCode: ReasonCode;
  readonly calls: number;
  readonly reps: number;
  /** The org's label of the reason, for a reader of this locale. */
  readonly reasonIn: (locale: string | undefined) => string;
  readonly recipients: readonly Pick<Person, 'userId' | 'locale'>[];
}
