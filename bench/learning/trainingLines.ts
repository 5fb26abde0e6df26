import { readFileSync } from 'node:fs';
import type { AlertFamily } from '../../server/domain/alerts/rule.ts';
import type { Language } from '../../server/domain/call/language.ts';
import type { Said } from '../support/scriptedCalls.ts';
import { wholeCalls, type WholeCall } from '../support/wholeCalls.ts';

/** A line to learn from. */
export interface TrainingLine {
  readonly line: Said;
  readonly before?: Said;
  readonly writer: string;
  /** What it should raise. */
  readonly families: readonly AlertFamily[];
  /** What was raised earlier in its call: whether it says so again is unknown. */
  readonly open: readonly AlertFamily[];
  /** The call that it is a line of; a line by itself has none. */
  readonly callId?: string;
}

const CALLS = [
  'training.calls',
  'training.further',
  'training.third',
  'training.fourth',
  'training.fifth',
  'training.seventh',
  'training.eighth',
  'training.ninth',
  'training.tenth',
  'training.eleventh',
  'training.twelfth',
  'training.thirteenth',
  'training.fourteenth',
  'training.fifteenth',
  'training.sixteenth',
  'training.seventeenth',
  'training.eighteenth',
  'training.nineteenth',
  'training.twentySecond',
  'training.twentyThird',
  'training.twentyFourth',
  'training.twentyFifth',
  'training.twentySixth',
  'training.twentySeventh',
  'training.twentyEighth',
  'training.twentyNinth',
  'training.thirtieth',
  'training.thirtyFirst',
  'training.thirtySecond',
  'training.thirtyThird',
  'training.thirtyFourth',
  'training.thirtyFifth',
  'training.thirtySixth',
  'training.thirtySeventh',
  'training.thirtyEighth',
] as const;
const LINES = {
  first: ['training.families', 'training.ordinary', 'training.near'],
  third: ['training.third.lines'],
  fourth: ['training.fourth.lines'],
  fifth: ['training.fifth.lines'],
  sixth: ['training.sixth.lines'],
  seventh: ['training.seventh.lines'],
  eighth: ['training.eighth.lines'],
  ninth: ['training.ninth.lines'],
  tenth: ['training.tenth.lines'],
  eleventh: ['training.eleventh.lines'],
  twelfth: ['training.twelfth.lines'],
  thirteenth: ['training.thirteenth.lines'],
  fourteenth: ['training.fourteenth.lines'],
  fifteenth: ['training.fifteenth.lines'],
  sixteenth: ['training.sixteenth.lines'],
  seventeenth: ['training.seventeenth.lines'],
  eighteenth: ['training.eighteenth.lines'],
  nineteenth: ['training.nineteenth.lines'],
  twentieth: ['training.twentieth.lines'],
  twentyFirst: ['training.twentyFirst.lines'],
  twentySecond: ['training.twentySecond.lines'],
  twentyThird: ['training.twentyThird.lines'],
  twentyFourth: ['training.twentyFourth.lines'],
  twentyFifth: ['training.twentyFifth.lines'],
  twentySixth: ['training.twentySixth.lines'],
  twentySeventh: ['training.twentySeventh.lines'],
  twentyEighth: ['training.twentyEighth.lines'],
  twentyNinth: ['training.twentyNinth.lines'],
  thirtieth: ['training.thirtieth.lines'],
  thirtyFirst: ['training.thirtyFirst.lines'],
  thirtySecond: ['training.thirtySecond.lines'],
  thirtyThird: ['training.thirtyThird.lines'],
  thirtyFourth: ['training.thirtyFourth.lines'],
  thirtyFifth: ['training.thirtyFifth.lines'],
  thirtySixth: ['training.thirtySixth.lines'],
  thirtySeventh: ['training.thirtySeventh.lines'],
  thirtyEighth: ['training.thirtyEighth.lines'],
} as const;

export const trainingLines = (language: Language): TrainingLine[] => [
  ...trainingCalls(language).flatMap(linesOfCall),
  ...Object.entries(LINES).flatMap(([writer, files]) =>
    files.flatMap((file) => linesOfFile(file, writer, language)),
  ),
];

/** Ids are `en-writer-001`; those of the first set name no writer. */
export const writerOf = ({ callId }: WholeCall): string => {
  const name = callId.split('-')[1]!;
  return name === 'alert' || name === 'ordinary' ? 'second' : name;
};

export const trainingCalls = (language: Language): WholeCall[] =>
  CALLS.flatMap(wholeCalls).filter((call) => call.language === language);

const linesOfCall = (call: WholeCall): TrainingLine[] =>
  call.lines.map((line, n) => ({
    line,
    before: call.lines[n - 1],
    writer: writerOf(call),
    callId: call.callId,
    families: call.due.filter((one) => one.line === n + 1).map(({ family }) => family),
    open: call.due.filter((one) => one.line < n + 1).map(({ family }) => family),
  }));

/** Under headings of families; what stands under `[ordinary]`, or under none, raises nothing. */
function linesOfFile(file: string, writer: string, language: Language): TrainingLine[] {
  let families: readonly AlertFamily[] = [];
  const text = readFileSync(new URL(`../alerts/${file}.${language}.txt`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((written): TrainingLine[] => {
    const heading = /^\[(\w+)\]$/.exec(written.trim())?.[1];
    if (heading) families = heading === 'ordinary' ? [] : [heading as AlertFamily];
    const [, by, said] = /^([cr]): (.+)$/.exec(written.trim()) ?? [];
    if (!said) return [];
    const line: Said = { speaker: by === 'c' ? 'customer' : 'rep', text: said };
    return [{ line, writer, families, open: [] }];
  });
}
