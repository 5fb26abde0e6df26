import { prepare } from '../local/machine/build/prepare.ts';
import { openSeat } from '../test/browser/support/chromium.ts';
import { liveCallOf, modeOf, superviseAs } from '../test/support/stage.ts';
import { until } from '../test/support/until.ts';
import { startWorld } from '../test/support/world.ts';

/**
 * How long people wait for what Dealside promises them, in milliseconds and in round trips to the
 * server of the same run.
 */
const ROUNDS = 5;

interface Room {
  friendlyName: string;
  participants: { label: string }[];
}

await prepare();
const world = await startWorld({ tls: true });
const maya = world.as('maya');
const lena = world.as('lena');
const callId = await liveCallOf(world, 'lena', 'Brightwater');
const opportunities = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
const page = `${world.orgUrl}/as/maya/lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
const seat = await openSeat({ trusts: world.carrierCertificate });
const labels = async () =>
  (await world.carrierControl<Room[]>('GET', 'conferences'))
    .find(({ friendlyName }) => friendlyName === callId)
    ?.participants.map(({ label }) => label)
    .sort()
    .join();

await maya.userId();
const roundTrip = await median(() => maya.userId());
print('a round trip to the server', roundTrip);
print(
  'a page of the org without a call is opened',
  await median(() => seat.page.goto(`${world.orgUrl}/as/maya/lightning/o/Opportunity/list`)),
);
print(
  'the opportunity is opened until the call can be joined (2 s promised)',
  await median(async () => {
    await seat.page.goto(page);
    await seat.page.locator('[data-action="join"]').first().waitFor();
  }),
);

const feed = await lena.watch();
const interventionId = await superviseAs(world, maya, callId);
let mode = 'monitor';
print(
  'a mode is asked for until the rep is told of it (1 s after it is confirmed promised)',
  await median(async () => {
    mode = mode === 'monitor' ? 'whisper' : 'monitor';
    await maya.switchTo(interventionId, mode);
    await until(
      `the rep is told of ${mode}`,
      () => [...feed.notices.values()].at(-1)?.mode === mode,
      { everyMs: 2 },
    );
  }),
);
await until(
  'the last mode is confirmed',
  async () => modeOf(await maya.call(callId), interventionId) === mode,
);
await seat.close();
print(
  'a supervisor’s browser falls silent until only rep and customer are on the call (10 s promised)',
  await took(async () => {
    maya.stopHeartbeats();
    await until(
      'only rep and customer are on the call',
      async () => (await labels()) === 'customer,rep',
      { everyMs: 50 },
    );
  }),
);
await world.stop();
// The database it started ends with the process, and keeps it alive until then.
process.exit(0);

async function took(act: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await act();
  return performance.now() - begunAt;
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await took(act));
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!;
}

function print(what: string, ms: number): void {
  process.stdout.write(
    `${ms.toFixed(0).padStart(6)} ms ${(ms / roundTrip).toFixed(1).padStart(8)} round trips  ${what}\n`,
  );
}
