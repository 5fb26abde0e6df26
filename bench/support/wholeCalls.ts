import { readFileSync } from 'node:fs';
import { ALERT_FAMILIES, type AlertFamily } from '../../server/domain/alerts/rule.ts';
import { LANGUAGES } from '../../server/domain/call/language.ts';
import { spoken, type Said, type ScriptedCall } from './scriptedCalls.ts';

/**
 * Sets of whole calls by writers who had read no rule: nobody who writes rules reads `unseen`,
 * `calls`, `further` or `stranger`; they learn from those of `training`. Of the writer of `stranger`
 * nothing was learned; its totals were read a few times while it was chosen how strict rules are.
 */
type WholeSet =
  | 'unseen'
  | 'calls'
  | 'further'
  | 'stranger'
  | 'training.calls'
  | 'training.further'
  | 'training.third'
  | 'training.fourth'
  | 'training.fifth'
  | 'training.seventh'
  | 'training.eighth'
  | 'training.ninth'
  | 'training.tenth'
  | 'training.eleventh'
  | 'training.twelfth'
  | 'training.thirteenth'
  | 'training.fourteenth'
  | 'training.fifteenth'
  | 'training.sixteenth'
  | 'training.seventeenth'
  | 'training.eighteenth'
  | 'training.nineteenth'
  | 'training.twentySecond'
  | 'training.twentyThird'
  | 'training.twentyFourth'
  | 'training.twentyFifth'
  | 'training.twentySixth'
  | 'training.twentySeventh'
  | 'training.twentyEighth'
  | 'training.twentyNinth'
  | 'training.thirtieth'
  | 'training.thirtyFirst'
  | 'training.thirtySecond'
  | 'training.thirtyThird'
  | 'training.thirtyFourth'
  | 'training.thirtyFifth'
  | 'training.thirtySixth'
  | 'training.thirtySeventh'
  | 'training.thirtyEighth';

/** What should be raised, and by which line of the call, from 1. */
export interface WholeCall extends ScriptedCall {
  readonly due: readonly { readonly family: AlertFamily; readonly line: number }[];
}

/** The calls of a set, as `bench/alerts/<set>.<language>.txt` has them. */
export const wholeCalls = (set: WholeSet): WholeCall[] =>
  LANGUAGES.flatMap((language) =>
    readFileSync(new URL(`../alerts/${set}.${language}.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trim()
      .split(/\n\n+/)
      .map((call): WholeCall => {
        const [head = '', ...lines] = call.split('\n');
        const [callId = '', ...marks] = head.slice(1, -1).split(' ');
        const due = marks.flatMap((mark) => {
          const [family, line] = mark.split('@');
          return line === undefined ? [] : [{ family: asFamily(family!), line: Number(line) }];
        });
        return {
          callId,
          language,
          lines: spoken(callId, lines.map(saidIn)),
          due,
          expects: due.map(({ family }) => family),
          ...(due[0] && { trigger: lines[due[0].line - 1]! }),
          lacksDisclosure: marks.includes('required'),
        };
      }),
  );

const saidIn = (line: string): Said => ({
  speaker: line.startsWith('c: ') ? 'customer' : 'rep',
  text: line.slice(3),
});

function asFamily(name: string): AlertFamily {
  const family = ALERT_FAMILIES.find((one) => one === name);
  if (!family) throw new Error(`there is no family ${name}`);
  return family;
}
