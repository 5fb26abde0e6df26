/**
 * Learns what lines of each family of alerts are like, from `bench/alerts/training.*`, and writes it to
 * `server/domain/alerts/examples/`. `npm run learn:alerts`; with `-- --measure` it writes nothing, and
 * prints how well the shipped rules work on calls of a writer whose lines were left out of the learning.
 */
import { writeFileSync } from 'node:fs';
import { createExamples } from '../server/domain/alerts/examples/likeness.ts';
import { createJudge, type AlertContext } from '../server/domain/alerts/judge.ts';
import { LINES_BEFORE } from '../server/domain/alerts/matcher.ts';
import type { AlertFamily, AlertRules } from '../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../server/domain/alerts/shipped.ts';
import { LANGUAGES, type Language } from '../server/domain/call/language.ts';
import { learned } from './learning/learn.ts';
import {
  trainingCalls,
  trainingLines,
  writerOf,
  type TrainingLine,
} from './learning/trainingLines.ts';
import { BEGAN_AT } from './support/scriptedCalls.ts';
import type { WholeCall } from './support/wholeCalls.ts';

const FILES: Readonly<Record<Language, string>> = { en: 'english', de: 'german' };
/** By how many percent more, or less, than shipped a line has to be like the examples. */
const STRICTER = [-20, -10, 0, 10];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function measure(lines: readonly TrainingLine[], language: Language): void {
  const byWriter = Map.groupBy(trainingCalls(language), writerOf);
  const tallies = [withoutExamples(), ...STRICTER.map(shippedAt)].map((rules) => ({
    rules,
    all: noTally(),
  }));
  for (const [writer, calls] of byWriter) {
    const others = lines.filter((one) => one.writer !== writer);
    const examples = createExamples(learned(others, language), language);
    const figures = tallies.map(({ rules, all }) => {
      const judge = createJudge(rules, () => examples);
      const own = noTally();
      for (const call of calls) count(call, judge, [own, all]);
      return figuresOf(own);
    });
    say(`${language} ${writer}: ${figures.join(' | ')}`);
  }
  say(`${language} all: ${tallies.map(({ all }) => figuresOf(all)).join(' | ')}`);
}

const withPhrases = (change: (phrase: string) => readonly string[]): AlertRules => ({
  ...SHIPPED_RULES,
  rules: SHIPPED_RULES.rules.flatMap((rule) =>
    rule.trigger.kind === 'said'
      ? { ...rule, trigger: { ...rule.trigger, phrases: rule.trigger.phrases.flatMap(change) } }
      : [],
  ),
});

const withoutExamples = (): AlertRules =>
  withPhrases((phrase) => (/^[+!]?\s*examples:/.test(phrase) ? [] : [phrase]));

const shippedAt = (more: number): AlertRules =>
  withPhrases((phrase) => [
    phrase.replace(/^examples: (\d+)$/, (_, sure: string) => `examples: ${Number(sure) + more}`),
  ]);

interface Tally {
  right: number;
  wrong: number;
  due: number;
  ordinary: number;
  alarmed: number;
}
const noTally = (): Tally => ({ right: 0, wrong: 0, due: 0, ordinary: 0, alarmed: 0 });

function count(
  { lines, language, expects }: WholeCall,
  judge: ReturnType<typeof createJudge>,
  tallies: readonly Tally[],
): void {
  const context: AlertContext = { language, answeredAt: BEGAN_AT };
  const raised = new Set(
    lines.flatMap((line, n) =>
      judge
        .onLine(lines.slice(Math.max(0, n - LINES_BEFORE), n), line, context)
        .map(({ rule }) => rule.family),
    ),
  );
  const due: ReadonlySet<AlertFamily> = new Set(
    expects.filter((family) => family !== 'disclosure_missing'),
  );
  const right = [...raised].filter((family) => due.has(family)).length;
  for (const tally of tallies) {
    tally.right += right;
    tally.wrong += raised.size - right;
    tally.due += due.size;
    if (expects.length > 0) continue;
    tally.ordinary += 1;
    if (raised.size > 0) tally.alarmed += 1;
  }
}

/** Precision, recall, and false alarms per 1,000 ordinary calls. */
const figuresOf = ({ right, wrong, due, ordinary, alarmed }: Tally): string =>
  [
    (right / Math.max(1, right + wrong)).toFixed(3),
    (right / due).toFixed(3),
    ((alarmed / ordinary) * 1000).toFixed(1),
  ].join(', ');

for (const language of LANGUAGES) {
  const lines = trainingLines(language);
  if (process.argv.includes('--measure')) measure(lines, language);
  else
    writeFileSync(
      new URL(`../server/domain/alerts/examples/${FILES[language]}.json`, import.meta.url),
      `${JSON.stringify(learned(lines, language), null, 2)}\n`,
    );
}
