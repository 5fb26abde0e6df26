import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { prepare } from '../../../local/machine/build/prepare.ts';
import { CHROMIUM, ensureTool } from '../../../local/machine/packages/systemTools.ts';
import { raiseDialLimits } from '../../support/policyRules.ts';
import { startWorld } from '../../support/world.ts';
import { CHAPTERS, NOTHING_DONE, type Tally } from './chapters.ts';
import { startWork, type People } from './people.ts';
import { watchWork, type Seen } from './watch.ts';

const USAGE = `npm run proof:day -- [--short] [--minutes N] [--out FILE]

Two reps and their manager work in Chromium with the real Twilio Voice SDK, and access tokens last 60 s. Calls come and go for 30 minutes; who talks with whom is looked at twice a second.
  --short    about 3 minutes: each thing once
  --minutes  for how long
  --out      writes the table to a file as well
`;

const TOKEN_SECONDS = 60;
/** The share of looks that may fail, as where a machine is too busy to answer one. */
const MOST_UNANSWERED = 0.02;
/** Nobody calls again in the moment in which the last call ends, when the rep still counts as busy. */
const BETWEEN_CHAPTERS_MS = 3_000;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    minutes: { type: 'string', default: '30' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const minutes = values.short ? 0 : Number(values.minutes);
if (values.help || !Number.isFinite(minutes) || minutes < 0) {
  say(USAGE);
  process.exit(values.help ? 0 : 2);
}
process.exit(await run());

async function run(): Promise<number> {
  await prepare();
  const browser = ensureTool(CHROMIUM);
  if ('fault' in browser) {
    say(browser.fault);
    return 2;
  }
  const world = await startWorld({
    tls: true,
    // Whichever of two callers comes first, the other one rings Ravi, too, until he has time.
    inbound: { Call_Waiting__c: true, Owner_Seconds__c: 120 },
    env: { SOFTPHONE_TOKEN_SECONDS: String(TOKEN_SECONDS) },
  });
  let people: People | undefined;
  try {
    await raiseDialLimits(world);
    people = await startWork(world);
    const watch = watchWork(world, people);
    const tally = { ...NOTHING_DONE };
    const startedAt = Date.now();
    const stuck = await work(
      { world, people, watch, tally, tokenMs: TOKEN_SECONDS * 1000 },
      startedAt + minutes * 60_000,
    );
    await watch.stop();
    return concluded(tally, watch.seen, people, Date.now() - startedAt, stuck);
  } finally {
    for (const { seat } of Object.values(people ?? {})) await seat.close();
    await world.stop();
  }
}

/** Goes through all chapters, again until the time is up; returns what could not be done. */
async function work(
  day: Parameters<(typeof CHAPTERS)[string]>[0],
  until: number,
): Promise<string | undefined> {
  for (const alias of ['ravi', 'lena'] as const) day.watch.expects(alias, 'nobody');
  do {
    for (const [title, chapter] of Object.entries(CHAPTERS)) {
      process.stderr.write(`${new Date().toISOString()} ${title}\n`);
      try {
        await chapter(day);
        await pause(BETWEEN_CHAPTERS_MS);
      } catch (fault) {
        return `${title}: ${(fault as Error).message.split('\n').slice(0, 3).join(' ')}`;
      }
    }
  } while (Date.now() < until);
  return undefined;
}

function concluded(
  tally: Tally,
  seen: Seen,
  people: People,
  tookMs: number,
  stuck: string | undefined,
): number {
  const tokens = Object.values(people).map(({ alias, tokens }) => `${alias} ${tokens()}`);
  const rows: [string, string | number][] = [
    ['minutes', (tookMs / 60_000).toFixed(1)],
    ['lifetime of a token', `${TOKEN_SECONDS} s`],
    ['tokens fetched', tokens.join(', ')],
    ['calls placed', tally.placed],
    ['calls taken', tally.taken],
    ['two customers rang at once', tally.twoRings],
    ['calls held and resumed', tally.held],
    ['calls handed over to a colleague', tally.handedOver],
    ['supervisor joined, whispered and left', tally.supervised],
    ['calls that outlived their token', tally.outlivedToken],
    ['looks at who talks with whom', seen.looks],
    ['looks that were not answered', seen.unanswered],
    ['calls lost', seen.lost.length],
    ['wrong customers', seen.wrong.length],
    ['dead phones', seen.dead.length],
    ['longest time that a phone was not ready', `${(seen.longestNotReadyMs / 1000).toFixed(1)} s`],
  ];
  const table = rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n');
  const wrong = [
    ...seen.lost,
    ...seen.wrong,
    ...seen.dead,
    ...(seen.unanswered > seen.looks * MOST_UNANSWERED ? ['too few looks were answered'] : []),
    ...(stuck ? [`stuck: ${stuck}`] : []),
  ];
  const verdict =
    wrong.length === 0
      ? 'No call was lost, no customer was the wrong one, and no phone died.'
      : `FAILED\n\n${wrong.map((line) => `- ${line}`).join('\n')}`;
  const text = `# A working day with tokens of ${TOKEN_SECONDS} s\n\n| | |\n| --- | --- |\n${table}\n\n${verdict}\n`;
  say(text);
  if (values.out) writeFileSync(values.out, text);
  return wrong.length === 0 ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
