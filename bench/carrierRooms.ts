import { setTimeout as pause } from 'node:timers/promises';
import { startCarrier } from '../local/carrier/carrier.ts';

/**
 * Processor and memory of the local carrier for recorded conferences with four speakers. Run:
 * `node bench/carrierRooms.ts`.
 */
const ROOMS = [1, 5, 10, 25, 50];
const LEGS = 4;
const MEASURED_MS = 5_000;
const COMPANY = '+15005550100';
const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const UNUSED_URL = 'http://127.0.0.1:9/';

async function measure(rooms: number): Promise<{ core: number; megabytes: number }> {
  const carrier = await startCarrier({
    port: 0,
    ...ACCOUNT,
    voiceUrl: UNUSED_URL,
    numbers: [{ phoneNumber: COMPANY, voiceUrl: UNUSED_URL }],
    callsPerSecond: 1_000,
  });
  const url = `http://127.0.0.1:${carrier.port}`;
  const authorization = `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}`;
  await fetch(`${url}/_local/scripts`, {
    method: 'POST',
    body: JSON.stringify({ address: '*', script: { voice: 'marcus', ringMs: 1, pauseMs: 0 } }),
  });
  for (let leg = 0; leg < rooms * LEGS; leg += 1) {
    const twiml = `<Response><Dial><Conference beep="false" record="record-from-start">room ${leg % rooms}</Conference></Dial></Response>`;
    await fetch(`${url}/2010-04-01/Accounts/${ACCOUNT.accountSid}/Calls.json`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({
        From: COMPANY,
        To: `+1415555${String(1_000 + leg)}`,
        Twiml: twiml,
      }),
    });
  }
  await pause(1_000);
  const before = process.cpuUsage();
  await pause(MEASURED_MS);
  const { user, system } = process.cpuUsage(before);
  await carrier.stop();
  return {
    core: (user + system) / 1_000 / MEASURED_MS,
    megabytes: process.memoryUsage().rss / 1e6,
  };
}

process.stdout.write('rooms  legs  of a core  memory\n');
for (const rooms of ROOMS) {
  const { core, megabytes } = await measure(rooms);
  process.stdout.write(
    `${String(rooms).padStart(5)}  ${String(rooms * LEGS).padStart(4)}  ${`${(core * 100).toFixed(1)} %`.padStart(9)}  ${megabytes.toFixed(0)} MB\n`,
  );
}
