import {
  createJudge,
  phraseByPhrase,
  rulesWithoutWords,
  type Judge,
} from '../../domain/alerts/judge.ts';
import type { AlertRules } from '../../domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../domain/alerts/shipped.ts';
import { auditAct } from '../../domain/audit/entries.ts';
import type {
  AlertRuleHistory,
  AlertRuleSource,
  AlertRuleStanding,
  Clock,
  Ids,
  Log,
  Store,
} from '../../ports/index.ts';
import { unhurried } from '../audit/unhurried.ts';

export interface AlertRuleCacheDeps {
  readonly source: AlertRuleSource;
  /** Whether calls of an org are written down at all: nothing else asks what rules say. */
  readonly transcribes: (orgId: string) => Promise<boolean>;
  readonly history: AlertRuleHistory;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** The rules of alerts in force in each org. */
export interface AlertRuleCache {
  /** The compiled rules, from memory: the last valid ones, or else the shipped ones. */
  judgeOf(orgId: string): Judge;
  /** For calls that are not transcribed: the rules that need no words, which are made ready at once. */
  judgeOfTimes(orgId: string): Judge;
  standing(orgId: string): AlertRuleStanding;
  /** Asks the CRM now. Throws CrmUnavailable; what is in force stays. */
  refresh(orgId: string): Promise<AlertRuleStanding>;
  /** Reads what was in force before this process started. */
  recall(orgId: string): Promise<void>;
  /** Makes the judge of an org ready, in pieces: a call of it is about to be transcribed. */
  readAhead(orgId: string): void;
}

/** How many are handled, in a millisecond or two, before clicks and callbacks get their turn. */
const PHRASES_AT_ONCE = 10;

/**
 * Keeps the rules in force for each org, as the policy is kept: rules with a fault are not used,
 * the last valid ones stay, and each change is in the audit.
 */
export function createAlertRuleCache(deps: AlertRuleCacheDeps): AlertRuleCache {
  const { source, transcribes, history, store, clock, ids, log } = deps;
  const kept = new Map<string, AlertRuleStanding & { readonly judge?: Judge }>();
  let shipped: Judge | undefined;
  /** The last reading of each org: readings take turns, so that no older one ends after a newer. */
  const turns = new Map<string, Promise<AlertRuleStanding>>();
  /** The rules that are made ready, by org. */
  const ahead = new Map<string, AlertRules>();
  const context = { actor: { kind: 'system' as const }, nextId: () => ids.next() };
  const of = (orgId: string) => kept.get(orgId) ?? { rules: SHIPPED_RULES };
  const standing = (orgId: string): AlertRuleStanding => {
    const { judge: _judge, ...rest } = kept.get(orgId) ?? {
      rules: SHIPPED_RULES,
      judge: undefined,
    };
    return rest;
  };

  /** Hundreds of phrases: they are made ready when a line is first judged, or before, in pieces. */
  function judgeOf(orgId: string): Judge {
    const there = kept.get(orgId);
    if (there?.judge) return there.judge;
    if (!there || there.rules === SHIPPED_RULES) return (shipped ??= createJudge(SHIPPED_RULES));
    try {
      const judge = createJudge(there.rules);
      kept.set(orgId, { ...there, judge });
      return judge;
    } catch (fault) {
      // Kept by a newer version, which knows more words.
      log.warn({ orgId, fault: String(fault) }, 'former alert rules not readable, not used');
      kept.delete(orgId);
      return judgeOf(orgId);
    }
  }

  const times = new WeakMap<AlertRules, Judge>();
  function judgeOfTimes(orgId: string): Judge {
    const { rules } = of(orgId);
    const judge = times.get(rules) ?? createJudge(rulesWithoutWords(rules));
    times.set(rules, judge);
    return judge;
  }

  async function readAhead(orgId: string): Promise<void> {
    if (!(await transcribes(orgId).catch(() => true))) return;
    const { rules } = of(orgId);
    if (ahead.get(orgId) === rules) return;
    ahead.set(orgId, rules);
    const reading = phraseByPhrase(rules);
    const readSome = async (): Promise<boolean> => {
      for (let n = 0; n < PHRASES_AT_ONCE; n += 1) if (reading.next().done) return false;
      return true;
    };
    while (await unhurried(readSome));
    judgeOf(orgId);
  }

  async function recall(orgId: string): Promise<void> {
    if (kept.has(orgId)) return;
    const latest = await history.latest(orgId);
    if (latest) kept.set(orgId, latest);
  }

  async function adopt(orgId: string, rules: AlertRules, since: string): Promise<void> {
    const before = of(orgId);
    if (before.rules.version === rules.version) {
      kept.set(orgId, { ...before, refused: undefined });
      return;
    }
    await history.comesIntoForce(orgId, { rules, since }, (was) => [
      auditAct(
        {
          orgId,
          at: since,
          action: 'AlertRulesChanged',
          details: { version: rules.version, before: was?.version, ...changedNames(was, rules) },
        },
        context,
      ),
    ]);
    kept.set(orgId, { rules, since });
    log.info({ orgId, version: rules.version }, 'alert rules in force changed');
  }

  async function read(orgId: string): Promise<AlertRuleStanding> {
    const askedAt = clock.now();
    await recall(orgId);
    const reading = await source.read(orgId);
    if ('rules' in reading) await adopt(orgId, reading.rules, askedAt);
    else if (of(orgId).refused?.version !== reading.version) {
      const { version, faults } = reading;
      kept.set(orgId, { ...of(orgId), refused: { version, faults, seenAt: askedAt } });
      log.error({ orgId, version, faults }, 'alert rules in the CRM have faults, not used');
      await store.recordAudit([
        auditAct(
          {
            orgId,
            at: askedAt,
            action: 'AlertRulesRefused',
            details: {
              version,
              stays: of(orgId).rules.version,
              faults: faults.map(({ rule, field, code }) => ({ rule, field, code })),
            },
          },
          context,
        ),
      ]);
    }
    kept.set(orgId, { ...of(orgId), readAt: askedAt, recordIds: reading.recordIds });
    return standing(orgId);
  }

  return {
    recall,
    standing,
    judgeOf,
    judgeOfTimes,
    // A failure shows up where the rules are needed.
    readAhead: (orgId) => void readAhead(orgId).catch(() => undefined),
    refresh(orgId) {
      const before = turns.get(orgId)?.catch(() => undefined);
      const turn = Promise.resolve(before).then(() => read(orgId));
      turns.set(orgId, turn);
      return turn;
    },
  };
}

function changedNames(before: AlertRules | undefined, after: AlertRules) {
  const textOf = (rules: AlertRules | undefined, name: string): string =>
    JSON.stringify(rules?.rules.find((rule) => rule.name === name));
  const names = (rules: AlertRules | undefined): string[] =>
    rules?.rules.map(({ name }) => name) ?? [];
  return {
    added: names(after).filter((name) => !names(before).includes(name)),
    removed: names(before).filter((name) => !names(after).includes(name)),
    changed: names(after).filter(
      (name) => names(before).includes(name) && textOf(before, name) !== textOf(after, name),
    ),
  };
}
