import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  isMediaFault,
  MEDIA_FAULTS,
  type MediaFault,
} from '../../../local/carrier/media/mediaFaults.ts';
import { prepare } from '../../../local/machine/build/prepare.ts';
import { CHROMIUM, ensureTool } from '../../../local/machine/packages/systemTools.ts';
import { raiseDialLimits } from '../../support/policyRules.ts';
import { startWorld } from '../../support/world.ts';
import type { Moment } from './judge.ts';
import { CONTROL, FULL, SHORT } from './plan.ts';
import { prove } from './prove.ts';
import { findingsOf, matrixOf } from './report.ts';
import { stageOfBrowsers, stageOfLegs } from './stage.ts';

const USAGE = `npm run proof:audio -- [--out FILE] [--short] [--legs] [--carrier-fault ${MEDIA_FAULTS.join('|')}]

Goes through every mode and every switch between modes, for one and for two supervisors, and measures at each ear who is heard.
  --out            writes the matrix to a file as well
  --short          a few switches only
  --legs           without browsers: rep and supervisors are legs of the carrier too
  --carrier-fault  the carrier mixes wrongly, which must be found; stops at the first thing found
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    short: { type: 'boolean' },
    legs: { type: 'boolean' },
    'carrier-fault': { type: 'string' },
    help: { type: 'boolean' },
  },
});
const fault = values['carrier-fault'];
if (values.help || (fault !== undefined && !isMediaFault(fault))) {
  say(USAGE);
  process.exit(values.help ? 0 : 2);
}
process.exit(await run(fault));

async function run(carrierFault: MediaFault | undefined): Promise<number> {
  const chapters = carrierFault ? CONTROL : values.short ? SHORT : FULL;
  await prepare();
  const browser = values.legs ? undefined : ensureTool(CHROMIUM);
  if (browser && 'fault' in browser) {
    say(browser.fault);
    return 2;
  }
  const world = await startWorld({ tls: !values.legs, callsAtAnyHour: true });
  await raiseDialLimits(world);
  const stage = values.legs
    ? await stageOfLegs(world)
    : await stageOfBrowsers(world, chapters === FULL ? ['maya', 'dana'] : ['maya']);
  try {
    const seen: Moment[] = [];
    const onMoment = (moment: Moment) => {
      seen.push(moment);
      process.stderr.write(
        `${moment.findings.length === 0 ? 'ok   ' : 'WRONG'} ${moment.situation}; ${moment.moment}\n`,
      );
    };
    const options = {
      stage,
      chapters,
      carrierFault,
      stopsAtFirst: carrierFault !== undefined,
      pace: { settleMs: 700, measureMs: 700 },
      onMoment,
    };
    return await prove(options).then(
      (moments) => concluded(moments, carrierFault),
      (fault: Error) => {
        concluded(seen, carrierFault);
        say(`FAILED: it could not be finished. ${fault.stack}`);
        return 1;
      },
    );
  } finally {
    await stage.stop();
    await world.stop();
  }
}

function concluded(moments: readonly Moment[], carrierFault: MediaFault | undefined): number {
  const found = findingsOf(moments);
  const verdict =
    found.length === 0
      ? `${moments.length} moments measured: everybody was heard by those who must hear, and by nobody else.`
      : `FAILED${carrierFault ? ` (the carrier was told: ${carrierFault})` : ''}\n\n${found.map((line) => `- ${line}`).join('\n')}`;
  const text = `# Who hears whom\n\nLevels in dBFS: heard is the middle level (above −16), silent the highest that lasted 100 ms (below −50). Between steps, what one side of a switch hears and the other does not may be either. In the mixes every block of 20 ms was looked at, from the click on.\n\n${matrixOf(moments)}\n\n${verdict}\n`;
  say(text);
  if (values.out) writeFileSync(values.out, text);
  return found.length === 0 ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
