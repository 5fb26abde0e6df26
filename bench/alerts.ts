/**
 * How well the shipped rules find what they are for, in other words than the rules', and what that
 * costs: on sentences put into ordinary calls (by the one who wrote the first rules), and on whole calls
 * (by writers who had read no rule, half of them ordinary). `npm run bench:alerts`; with `-- --misses`
 * each sentence that was missed and each false alarm is printed, but of calls put aside; with
 * `-- --training` on those that the rules were made with, with `-- --unseen` on a set that nobody who
 * writes rules may read.
 */
import { compareRules } from '../server/commands/alerts/backtest.ts';
import { createJudge, type AlertContext, type Judge } from '../server/domain/alerts/judge.ts';
import { LINES_BEFORE } from '../server/domain/alerts/matcher.ts';
import { ALERT_FAMILIES, type AlertFamily } from '../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../server/domain/alerts/shipped.ts';
import { BEGAN_AT, scriptedCalls, type ScriptedCall } from './support/scriptedCalls.ts';
import { wholeCalls } from './support/wholeCalls.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const judge = createJudge(SHIPPED_RULES);
const showsTraining = process.argv.includes('--training');
interface MeasuredSet {
  readonly title: string;
  readonly calls: readonly ScriptedCall[];
  /** Nobody who writes rules reads them: their misses are never printed. */
  readonly isPutAside?: true;
}
const sets: readonly MeasuredSet[] = process.argv.includes('--unseen')
  ? [
      { title: 'whole calls, unseen', calls: wholeCalls('unseen'), isPutAside: true },
      { title: 'whole calls, a stranger', calls: wholeCalls('stranger'), isPutAside: true },
    ]
  : [
      {
        title: 'sentences in ordinary calls',
        calls: scriptedCalls(undefined, showsTraining ? 'training' : 'measured'),
      },
      ...(showsTraining
        ? [
            { title: 'whole calls', calls: wholeCalls('training.calls') },
            { title: 'whole calls, further writers', calls: wholeCalls('training.further') },
          ]
        : [
            { title: 'whole calls', calls: wholeCalls('calls'), isPutAside: true as const },
            {
              title: 'whole calls, further writers',
              calls: wholeCalls('further'),
              isPutAside: true as const,
            },
          ]),
    ];
const calls = sets.flatMap((set) => set.calls);
const showsMisses = process.argv.includes('--misses');

interface Hit {
  readonly family: AlertFamily;
  readonly rule: string;
  readonly text: string;
  readonly words: string;
}

function hitsOn({ lines, language, lacksDisclosure }: ScriptedCall): Hit[] {
  const context: AlertContext = {
    language,
    answeredAt: BEGAN_AT,
    lacksDisclosure: lacksDisclosure ?? false,
  };
  const hits = lines.flatMap((line, n) =>
    judge
      .onLine(lines.slice(Math.max(0, n - LINES_BEFORE), n), line, context)
      .map(({ rule, words }): Hit => ({
        family: rule.family,
        rule: rule.name,
        text: line.text,
        words: words.join(' '),
      })),
  );
  // A minute after the last word, as a call that goes on has it.
  const now = new Date(Math.max(Date.parse(lines.at(-1)!.endedAt), Date.parse(BEGAN_AT) + 61_000));
  return [
    ...hits,
    ...judge
      .onTime(lines, now.toISOString(), context)
      .filter(({ rule }) => rule.family === 'disclosure_missing')
      .map(({ rule }): Hit => ({ family: rule.family, rule: rule.name, text: '', words: '' })),
  ];
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(3);

for (const set of sets) report(set);
loadOf100(judge);
backtestOf(10_000);

/** 100 calls that go on at once for a minute: each says a line every 4 s, and is looked at every second. */
function loadOf100(all: Judge): void {
  const seconds = 60;
  const began = process.cpuUsage();
  let lines = 0;
  for (let call = 0; call < 100; call += 1) {
    const { lines: script, language } = calls[call % calls.length]!;
    const context: AlertContext = { language, answeredAt: BEGAN_AT };
    // As long as a call of an hour is by then.
    const said = Array.from({ length: 60 }, () => script).flat();
    for (let second = 0; second < seconds; second += 1) {
      if (second % 4 === call % 4) {
        all.onLine(said.slice(-1), script[second % script.length]!, context);
        lines += 1;
      }
      all.onTime(said, new Date(Date.parse(BEGAN_AT) + second * 1000).toISOString(), context);
    }
  }
  const { user, system } = process.cpuUsage(began);
  const cores = (user + system) / 1e6 / seconds;
  say(
    `\n100 calls at once: ${cores.toFixed(3)} of a core (${lines} lines and ${100 * seconds} looks in ${seconds} s of calls)`,
  );
}

function backtestOf(count: number): void {
  const rule = SHIPPED_RULES.rules[0]!;
  const comparison = compareRules(rule, SHIPPED_RULES);
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    const { language, lines } = calls[n % calls.length]!;
    comparison.add({ callId: `past-${n}`, facts: { language }, lines, isQuotable: false });
  }
  const result = comparison.result([]);
  say(
    `backtest of ${rule.name} over ${result.transcripts} transcripts: ${((performance.now() - began) / 1000).toFixed(1)} s, ${result.alerts} alerts`,
  );
}

function report({ title, calls: some, isPutAside }: MeasuredSet): void {
  const results = some.map((call) => ({ call, hits: hitsOn(call) }));
  const ordinary = results.filter(({ call }) => call.expects.length === 0);
  const alarmed = ordinary.filter(({ hits }) => hits.length > 0);
  const pairs = results.flatMap(({ call, hits }) =>
    [...new Set(hits.map(({ family }) => family))].map((family) => ({
      isRight: call.expects.includes(family),
      family,
    })),
  );
  const expected = results.flatMap(({ call, hits }) =>
    call.expects.map((family) => ({
      family,
      call,
      isFound: hits.some((hit) => hit.family === family),
    })),
  );
  const found = expected.filter(({ isFound }) => isFound).length;
  const right = pairs.filter(({ isRight }) => isRight).length;

  say(`${title}: ${some.length} transcripts, ${ordinary.length} of them ordinary`);
  say(`precision ${percent(right, pairs.length)} (${right} of ${pairs.length} alerts)`);
  say(`recall ${percent(found, expected.length)} (${found} of ${expected.length})`);
  say(
    `false alarms per 1,000 ordinary calls ${((alarmed.length / ordinary.length) * 1000).toFixed(1)} (${alarmed.length} of ${ordinary.length})`,
  );
  say('\nfamily                 recall  precision  rules that miss');
  for (const family of ALERT_FAMILIES) {
    const own = expected.filter((one) => one.family === family);
    if (own.length === 0) continue;
    const alerts = pairs.filter((one) => one.family === family);
    const missed = own.filter(({ isFound }) => !isFound);
    const rules = [...Map.groupBy(missed, ({ call }) => call.language)].map(
      ([language, some]) => `${language} ${some.length}`,
    );
    say(
      `${family.padEnd(22)} ${percent(own.length - missed.length, own.length).padEnd(7)} ${percent(alerts.filter(({ isRight }) => isRight).length, alerts.length).padEnd(10)} ${rules.join(', ')}`,
    );
  }
  say('');
  if (showsMisses && !isPutAside) {
    for (const { family, call, isFound } of expected)
      if (!isFound) say(`missed ${family} ${call.language}: ${call.trigger ?? call.callId}`);
    for (const { call, hits } of results)
      for (const hit of hits)
        if (!call.expects.includes(hit.family))
          say(`false ${hit.rule}: ${hit.text} [${hit.words}]`);
  }
}
