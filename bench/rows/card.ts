import { Agent, get, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { signatureOf } from '../../local/carrier/webhooks/signature.ts';
import { issueSession } from '../../local/org/apex/sessionToken.ts';
import type { Bench } from '../support/bench.ts';
import { ACCOUNT, callIdOf, customerConnection, FLOOR_CALLS, repOf } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { atRate, createPoster, type Poster } from '../support/poster.ts';
import { ms, percentile } from '../support/stats.ts';

/** Calls that are transcribed, each with its rep's page open; a card is shown once on each. */
const CALLS = 400;
const PER_SECOND = 20;
const WITHIN_MS = 1_500;
const SETTLE_MS = 4_000;
const SAID = 'Honestly, that is too expensive for us.';

/** From the final words of a customer until the card is on the rep's page. */
export const card: Row = {
  name: 'card',
  what: `the words of a customer until the rep has the card: ${CALLS} transcribed calls, ${PER_SECOND} sentences a second`,
  async run(bench, report) {
    const database = await bench.database(FLOOR_CALLS);
    await transcribed(database.ownerUrl);
    const server = await bench.startServer({ database, calls: FLOOR_CALLS });
    const poster = createPoster(bench.serverUrl, 100);
    const shownAt = new Map<string, number>();
    const feeds = await openPages(bench, poster, (callId) => {
      if (!shownAt.has(callId)) shownAt.set(callId, performance.now());
    });
    await pause(SETTLE_MS);
    const saidAt = new Map<string, number>();
    const answered: number[] = [];
    await atRate(PER_SECOND, CALLS / PER_SECOND, (call) => {
      saidAt.set(callIdOf(call), performance.now());
      void say(bench, poster, call).then((took) => answered.push(took));
    });
    await pause(SETTLE_MS);
    const tookMs = [...saidAt].flatMap(([callId, at]) => {
      const shown = shownAt.get(callId);
      return shown === undefined ? [] : [shown - at];
    });
    const title = `${CALLS} sentences, on the rep's page`;
    report(
      judged(`${title}, p50`, {
        value: percentile(tookMs, 0.5),
        show: ms,
        limit: { most: WITHIN_MS },
      }),
    );
    report(
      judged(`${title}, p95`, {
        value: percentile(tookMs, 0.95),
        show: ms,
        limit: { most: WITHIN_MS },
      }),
    );
    report(
      judged(`${title}, missing`, {
        value: saidAt.size - tookMs.length,
        show: String,
        limit: { most: 0 },
      }),
    );
    report({
      what: 'callbacks of words, answered',
      value: `p50 ${ms(percentile(answered, 0.5))}, p95 ${ms(percentile(answered, 0.95))}`,
      target: '',
    });
    for (const feed of feeds) feed.destroy();
    poster.close();
    await server.stop();
    await database.drop();
  },
};

async function transcribed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'update "Call" set "transcribes" = true, "language" = \'en\' where "callId" = any($1)',
      [Array.from({ length: CALLS }, (_, call) => callIdOf(call))],
    );
  } finally {
    await client.end();
  }
}

/** The live feed of each rep of these calls. */
async function openPages(
  bench: Bench,
  poster: Poster,
  onCard: (callId: string) => void,
): Promise<ClientRequest[]> {
  const { reps } = await bench.staff();
  const { orgId, signingKey } = await bench.address();
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const userIds = [...new Set(Array.from({ length: CALLS }, (_, call) => reps[repOf(call)]!))];
  return Promise.all(
    userIds.map(async (userId) => {
      const session = { orgId, signingKey, serverUrl: bench.serverUrl };
      const { token } = await issueSession(session, { userId });
      const asked = await poster.post('/api/live/ticket', '{}', {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      });
      if (asked.status !== 201) throw new Error(`ticket: ${asked.status} ${asked.text}`);
      const { ticket } = JSON.parse(asked.text) as { ticket: string };
      return new Promise<ClientRequest>((resolve, reject) => {
        const feed = get(`${bench.serverUrl}/api/live?ticket=${ticket}`, { agent }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`feed: ${response.statusCode}`));
          response.setEncoding('utf8');
          let rest = '';
          response.on('data', (chunk: string) => {
            const messages = (rest + chunk).split('\n\n');
            rest = messages.pop()!;
            for (const message of messages) {
              if (message.includes('event: snapshot')) resolve(feed);
              if (!message.includes('event: cues')) continue;
              const data = message.slice(message.indexOf('\ndata: ') + 7);
              const { callId, card: shown } = JSON.parse(data) as { callId: string; card?: object };
              if (shown) onCard(callId);
            }
          });
          response.once('error', () => undefined);
        });
        feed.once('error', reject);
      });
    }),
  );
}

/** The carrier's callback of what a customer has said; resolves with how long it took to answer. */
async function say(bench: Bench, poster: Poster, call: number): Promise<number> {
  const path = `/telephony/words?${new URLSearchParams({ callId: callIdOf(call) })}`;
  const form = {
    AccountSid: ACCOUNT.accountSid,
    CallSid: customerConnection(call),
    TranscriptionSid: `GT${String(call).padStart(32, '0')}`,
    TranscriptionEvent: 'transcription-content',
    SequenceId: '2',
    Final: 'true',
    Track: 'inbound_track',
    LanguageCode: 'en-US',
    Timestamp: new Date().toISOString(),
    TranscriptionData: JSON.stringify({ transcript: SAID, confidence: 0.95 }),
  };
  const sentAt = performance.now();
  const { status, text } = await poster.post(path, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signatureOf(ACCOUNT.authToken, bench.serverUrl + path, form),
  });
  if (status >= 300) throw new Error(`words: ${status} ${text}`);
  return performance.now() - sentAt;
}
