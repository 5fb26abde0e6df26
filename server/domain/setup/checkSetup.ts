import { readableNumber } from '../numbers/readable.ts';
import type { SetupCheckId, SetupTexts } from '../texts/setupTexts.ts';
import { fill, formatsIn, languageIn, TEXTS, type Reader } from '../texts/texts.ts';
import type { SetupFacts } from './setupFacts.ts';

type Values = Readonly<Record<string, string | number>>;
type CodeOf<Id extends SetupCheckId> = keyof SetupTexts['checks'][Id]['remedies'];

/** How a check ended: right, not known, or what to do about it. */
type Verdict<Code> =
  | { readonly status: 'ok'; readonly values?: Values }
  | { readonly status: 'unknown' }
  /** The check concerns something that this server does not do, so it has no result. */
  | { readonly status: 'unused' }
  | { readonly status: 'todo'; readonly code: Code; readonly values?: Values };

type Check<Id extends SetupCheckId> = (facts: SetupFacts) => Verdict<CodeOf<Id>>;

export type SetupFinding = {
  readonly [Id in SetupCheckId]: { readonly check: Id } & Exclude<
    Verdict<CodeOf<Id>>,
    { readonly status: 'unused' }
  >;
}[SetupCheckId];

const DAY_MS = 86_400_000;
const CERTIFICATE_NOTICE_MS = 30 * DAY_MS;
/** An audio check older than this says nothing of today. */
const AUDIO_CHECK_HOLDS_MS = DAY_MS;
/** The carrier reports within seconds. */
const CALLBACK_LATENESS_MS = 60_000;
const SYNC_PATIENCE_MS = 15 * 60_000;
const NEAR_LIMIT = 0.8;
/** So many answers without a call are not chance. */
const ANSWERS_THAT_TELL = 20;

const UNKNOWN = { status: 'unknown' } as const;
const ok = (values?: Values) => ({ status: 'ok' as const, ...(values && { values }) });
const todo = <Code extends string>(code: Code, values?: Values) => ({
  status: 'todo' as const,
  code,
  ...(values && { values }),
});
const since = ({ now }: SetupFacts, at: string): number => Date.parse(now) - Date.parse(at);
const sameAddress = (one: string, other: string): boolean =>
  one.replace(/\/$/, '').toLowerCase() === other.replace(/\/$/, '').toLowerCase();
/** Versions of three numbers, as a number to compare; undefined where it is none. */
const ranked = (version: string): number | undefined => {
  const parts = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
  return parts && parts[0]! * 1e6 + parts[1]! * 1e3 + parts[2]!;
};

/** Every check, in the order in which somebody who sets Dealside up meets it. */
const CHECKS: { readonly [Id in SetupCheckId]: Check<Id> } = {
  server_url({ settings, publicUrl }) {
    if (!settings) return UNKNOWN;
    const { serverUrl } = settings;
    if (!serverUrl) return todo('not_set', { expected: publicUrl });
    if (sameAddress(serverUrl, publicUrl)) return ok({ url: publicUrl });
    return serverUrl.startsWith('https://')
      ? todo('differs', { found: serverUrl, expected: publicUrl })
      : todo('not_https', { expected: publicUrl });
  },
  certificate(facts) {
    const { settings, certificateUntil: until } = facts;
    if (!settings || !until) return UNKNOWN;
    if (!settings.certificateName) return todo('not_named');
    const leftMs = -since(facts, until);
    if (leftMs <= 0) return todo('expired', { until });
    return leftMs < CERTIFICATE_NOTICE_MS
      ? todo('expires_soon', { until })
      : ok({ name: settings.certificateName, until });
  },
  package_version({ deployedPackage: deployed, neededPackage: needed }) {
    if (!deployed || !needed) return UNKNOWN;
    if (deployed === 'unnamed') return todo('unnamed', { expected: needed.version });
    const [found, expected] = [ranked(deployed.version), ranked(needed.version)];
    if (found === undefined || expected === undefined) return UNKNOWN;
    if (found !== expected)
      return todo(found < expected ? 'package_older' : 'server_older', {
        found: deployed.version,
        expected: needed.version,
      });
    const { version, sources } = needed;
    return deployed.sources === sources
      ? ok({ version, sources })
      : todo('differs', { version, found: deployed.sources, expected: sources });
  },
  permission_sets({ setsThatNobodyHolds: sets }) {
    if (!sets) return UNKNOWN;
    return sets.length === 0 ? ok() : todo('nobody_holds', { sets: sets.join(', ') });
  },
  integration_access({ accessGaps }) {
    const [gap] = accessGaps ?? (['unknown'] as const);
    if (gap === 'unknown') return UNKNOWN;
    return gap === undefined ? ok() : todo(gap);
  },
  notifications({ missingNotifications: names }) {
    if (!names) return UNKNOWN;
    return names.length === 0 ? ok() : todo('missing', { names: names.join(', ') });
  },
  calendars({ calendars }) {
    if (!calendars) return UNKNOWN;
    return calendars === 'ready' ? ok() : todo(calendars);
  },
  phone_numbers({ numbers, publicUrl }) {
    if (!numbers) return UNKNOWN;
    if (numbers.length === 0) return todo('none');
    const expected = `${publicUrl}/telephony/inbound`;
    const elsewhere = numbers.filter(
      ({ asksAt }) => asksAt !== undefined && !sameAddress(asksAt, expected),
    );
    return elsewhere.length === 0
      ? ok()
      : todo('elsewhere', {
          numbers: elsewhere.map(({ number }) => readableNumber(number)).join(', '),
          expected,
        });
  },
  unknown_callers({ unknownCallers }) {
    if (!unknownCallers) return UNKNOWN;
    const { group, users, notifiedInstead: name } = unknownCallers;
    if (group !== undefined && users > 0) return ok({ group, count: users });
    if (name === undefined) return todo('nobody_told');
    return group === undefined ? todo('no_group', { name }) : todo('nobody_in_it', { group, name });
  },
  callbacks(facts) {
    const { callbacks, publicUrl: expected } = facts;
    if (!callbacks) return UNKNOWN;
    const { lastAt, lastCallAt } = callbacks;
    if (!lastAt) return todo('none_yet', { expected });
    const isMissing =
      lastCallAt !== undefined &&
      Date.parse(lastCallAt) > Date.parse(lastAt) &&
      since(facts, lastCallAt) > CALLBACK_LATENESS_MS;
    return isMissing ? todo('stopped', { at: lastAt, expected }) : ok({ at: lastAt });
  },
  audio_check(facts) {
    const { audioCheck } = facts;
    if (!audioCheck) return UNKNOWN;
    const { lastStatus, lastAt, passedAt } = audioCheck;
    if (!lastStatus || !lastAt) return todo('never');
    if (lastStatus !== 'passed') return todo(lastStatus, { at: lastAt });
    return since(facts, passedAt ?? lastAt) > AUDIO_CHECK_HOLDS_MS
      ? todo('old', { at: lastAt })
      : ok({ at: lastAt });
  },
  sound_relays({ soundRelays }) {
    if (!soundRelays) return UNKNOWN;
    if (soundRelays === 'not_set') return { status: 'unused' };
    return soundRelays === 'ready' ? ok() : todo('failing');
  },
  policy({ policy }) {
    if (!policy) return UNKNOWN;
    if (!policy.version) return todo('none');
    return policy.isRefused
      ? todo('refused', { version: policy.version })
      : ok({ version: policy.version });
  },
  sync(facts) {
    const { outbox } = facts;
    if (!outbox) return UNKNOWN;
    const { deadLetters, waiting, oldestAt } = outbox;
    if (deadLetters > 0)
      return todo(deadLetters === 1 ? 'dead_letter' : 'dead_letters', { count: deadLetters });
    return oldestAt && since(facts, oldestAt) > SYNC_PATIENCE_MS
      ? todo(waiting === 1 ? 'one_waits' : 'waits', { count: waiting, at: oldestAt })
      : ok();
  },
  api_limit({ apiLimit }) {
    if (!apiLimit) return UNKNOWN;
    const { used, limit } = apiLimit;
    return used >= limit * NEAR_LIMIT ? todo('near', { used, limit }) : ok({ used, limit });
  },
  incidents({ openIncidents: count }) {
    if (count === undefined) return UNKNOWN;
    if (count === 0) return ok();
    return todo(count === 1 ? 'one_open' : 'open', { count });
  },
  outcome_files({ outcomeFiles }) {
    if (!outcomeFiles) return UNKNOWN;
    if (outcomeFiles === 'not_set') return { status: 'unused' };
    return outcomeFiles === 'ready' ? ok() : todo('failing');
  },
  scorecard({ scorecard }) {
    if (!scorecard) return UNKNOWN;
    if (scorecard.status === 'read') return ok({ count: scorecard.items });
    const { code, item, field, value = '', count } = scorecard;
    return todo(code, { item, field, value, count });
  },
  survey({ survey }) {
    if (!survey) return UNKNOWN;
    if (survey.status === 'none') return { status: 'unused' };
    if (survey.status === 'faulty') {
      const { rule, field, value = '' } = survey;
      return todo(rule, { field, value });
    }
    const { object, joined, apart, readAt } = survey;
    if (!readAt) return UNKNOWN;
    if (joined === 0 && apart >= ANSWERS_THAT_TELL)
      return todo('none_joined', { object, count: apart });
    return ok({ object, count: joined, apart, at: readAt });
  },
};

/** Every check of what is used with how it ended, in their order. */
export const checkSetup = (facts: SetupFacts): readonly SetupFinding[] =>
  (Object.keys(CHECKS) as SetupCheckId[]).flatMap((check) => {
    const verdict = CHECKS[check](facts);
    return verdict.status === 'unused' ? [] : [{ check, ...verdict } as SetupFinding];
  });

const INSTANTS = ['at', 'until'];
const COUNTS = ['count', 'used', 'limit', 'apart'];

/**
 * The text of a finding: the title of its check, and what was found or what to do about it.
 * Instants are written in this IANA time zone.
 */
export function setupWords(
  finding: SetupFinding,
  reader: Reader,
  timeZone: string,
): { readonly title: string; readonly text: string } {
  const { setup } = TEXTS[languageIn(reader)];
  const { title, ok: right, remedies } = setup.checks[finding.check];
  if (finding.status === 'unknown') return { title, text: setup.unknown };
  const locale = formatsIn(reader);
  const written = (name: string, value: string | number): string | number => {
    if (INSTANTS.includes(name))
      return new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone,
      }).format(new Date(value));
    return COUNTS.includes(name) ? Number(value).toLocaleString(locale) : value;
  };
  const values = Object.fromEntries(
    Object.entries(finding.values ?? {}).map(([name, value]) => [name, written(name, value)]),
  );
  const said =
    finding.status === 'ok' ? right : (remedies as Readonly<Record<string, string>>)[finding.code]!;
  return { title, text: fill(said, values) };
}
