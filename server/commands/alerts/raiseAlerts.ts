import { callFacts } from '../../domain/alerts/callFacts.ts';
import type { AlertContext, Judge, Raised } from '../../domain/alerts/judge.ts';
import type { Call } from '../../domain/call/call.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import type {
  AlertHoldOut,
  AlertStatus,
  CallAlert,
  CallAlerts,
  Clock,
  Ids,
  Log,
} from '../../ports/index.ts';
import { forgetOthers } from '../words/forgetOthers.ts';

export interface RaiseAlertsDeps {
  readonly judgeOf: (orgId: string) => Judge;
  /** For a call that is not transcribed. */
  readonly judgeOfTimes: (orgId: string) => Judge;
  readonly alerts: Pick<CallAlerts, 'add' | 'ofCalls' | 'shownToTeam'>;
  readonly holdOut: AlertHoldOut;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Hears each alert that was stored by this instance. */
  readonly onRaised: (call: Call, alert: CallAlert) => void;
}

/** Finds what the rules of an org raise on its calls with customers. */
export interface AlertRaiser {
  onLine(call: Call, lines: readonly TranscriptLine[], line: TranscriptLine): Promise<void>;
  /** Raises alerts that depend on time and numbers; called every second. */
  onTime(call: Call, lines: readonly TranscriptLine[] | undefined, times: CallTimes): Promise<void>;
  /** All alerts of a call so far, also those that people do not see. */
  of(callId: string): Promise<readonly CallAlert[]>;
  /** Reads what is not known yet of these calls, in one query. */
  load(callIds: readonly string[]): Promise<void>;
  /** Another instance has raised something. */
  changed(callId: string): void;
  forget(callId: string): void;
  /** Forgets the alerts of calls that are over: the database has them. */
  retainOnly(isOpen: (callId: string) => boolean): void;
}

/** What is known of an open call besides its state. */
type CallTimes = Pick<AlertContext, 'heardSince' | 'nobodyFreeSince'>;

/** The shortest time before the same rule is raised again on a call. */
const AGAIN_AFTER_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;

/** The facts of a call that rules use. */
const contextOf = (call: Call & { readonly status: 'live' }): AlertContext => ({
  ...callFacts(call),
  answeredAt: call.answeredAt,
  ...(call.help?.status === 'open' && { helpOpenSince: call.help.at }),
});

export function createAlertRaiser(deps: RaiseAlertsDeps): AlertRaiser {
  const { alerts, holdOut, clock, ids, log } = deps;
  const known = new Map<string, Promise<CallAlert[]>>();

  const of = (callId: string): Promise<CallAlert[]> => {
    const there = known.get(callId);
    if (there) return there;
    const read = alerts.ofCalls([callId]);
    known.set(callId, read);
    read.catch(() => known.delete(callId));
    return read;
  };

  async function store(call: Call, raised: Raised, version: string): Promise<void> {
    if (isPractice(call)) return;
    const { rule } = raised;
    const all = await of(call.callId);
    const ofRule = all.filter(({ ruleName }) => ruleName === rule.name);
    const latest = ofRule.at(-1);
    if (latest && Date.parse(raised.at) - Date.parse(latest.raisedAt) < AGAIN_AFTER_MS) return;
    const teamId = call.rep.managerIds[0];
    const alert: CallAlert = {
      alertId: ids.next(),
      orgId: call.orgId,
      callId: call.callId,
      repUserId: call.rep.userId,
      ...(teamId && { teamId }),
      ruleName: rule.name,
      ruleVersion: version,
      label: rule.label,
      family: rule.family,
      severity: rule.severity,
      raisedAt: raised.at,
      round: ofRule.length,
      ...(raised.speaker && { speaker: raised.speaker }),
      ...(raised.lineId && { lineId: raised.lineId }),
      words: raised.words,
      ...(raised.measured !== undefined && { measured: raised.measured }),
      status: await statusOf(call, raised, teamId),
    };
    // If two lines or two instances raise it at once, the first one counts.
    if (all.some(({ ruleName, round }) => ruleName === rule.name && round === alert.round)) return;
    all.push(alert);
    // An alert that could not be stored was not raised: the rule may raise it again at once.
    const isFirst = await alerts.add(alert).catch((fault) => {
      known.delete(call.callId);
      throw fault;
    });
    if (isFirst) deps.onRaised(call, alert);
    else known.delete(call.callId);
  }

  async function statusOf(
    call: Call,
    { rule, at }: Raised,
    teamId: string | undefined,
  ): Promise<AlertStatus> {
    const { orgId, callId } = call;
    // Alerts that the law requires are never held out and never limited.
    if (rule.severity === 'compliance') return 'shown';
    if (rule.perTeamAndHour !== undefined && teamId) {
      const since = new Date(Date.parse(at) - HOUR_MS).toISOString();
      if (
        (await alerts.shownToTeam(orgId, { teamId, ruleName: rule.name, since })) >=
        rule.perTeamAndHour
      )
        return 'limited';
    }
    return holdOut.assign({
      orgId,
      callId,
      repUserId: call.rep.userId,
      family: rule.family,
      severity: rule.severity,
    });
  }

  async function storeAll(call: Call, judge: Judge, raised: readonly Raised[]): Promise<void> {
    for (const one of raised)
      await store(call, one, judge.rules.version).catch((fault: Error) =>
        log.warn(
          { callId: call.callId, rule: one.rule.name, fault: fault.message },
          'alert not stored',
        ),
      );
  }

  return {
    of,
    async onLine(call, lines, line) {
      if (call.status !== 'live') return;
      const judge = deps.judgeOf(call.orgId);
      await storeAll(call, judge, judge.onLine(lines, line, contextOf(call)));
    },
    async onTime(call, lines, times) {
      if (call.status !== 'live') return;
      const context = { ...contextOf(call), ...times };
      const judge = lines ? deps.judgeOf(call.orgId) : deps.judgeOfTimes(call.orgId);
      await storeAll(call, judge, judge.onTime(lines ?? [], clock.now(), context));
    },
    async load(callIds) {
      const unknown = callIds.filter((callId) => !known.has(callId));
      if (unknown.length === 0) return;
      const read = Map.groupBy(await alerts.ofCalls(unknown), ({ callId }) => callId);
      for (const callId of unknown)
        if (!known.has(callId)) known.set(callId, Promise.resolve(read.get(callId) ?? []));
    },
    changed: (callId) => void known.delete(callId),
    forget: (callId) => void known.delete(callId),
    retainOnly: (isOpen) => forgetOthers(known, isOpen),
  };
}
