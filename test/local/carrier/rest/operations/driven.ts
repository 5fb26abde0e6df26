import type { Twilio } from 'twilio';
import type { until } from '../../../../support/until.ts';

/** What the rows have to drive the stand-in with. */
export interface Driven {
  readonly client: Twilio;
  readonly from: string;
  readonly to: string;
  /** A WebSocket server that takes streams. */
  readonly socketUrl: string;
  readonly until: typeof until;
}

/** Asks for one operation, and whatever it takes before it. */
type Drive = (driven: Driven) => Promise<void>;

/** A call that lasts. */
export const TALKS = '<Response><Pause length="60"/></Response>';
let names = 0;
export const newName = (): string => `room ${++names}`;

/** A call that was answered. */
export async function answered({ client, from, to, until: wait }: Driven): Promise<string> {
  const { sid } = await client.calls.create({ from, to, twiml: TALKS });
  await wait(
    'the call is answered',
    async () => (await client.calls(sid).fetch()).status === 'in-progress',
  );
  return sid;
}

/** A conference with so many in it, whose ids come oldest first. */
export async function conference(
  { client, from, to, until: wait }: Driven,
  count = 1,
  more: object = {},
): Promise<{ sid: string; callSids: string[] }> {
  const name = newName();
  const created = [];
  for (let i = 0; i < count; i += 1)
    created.push(
      await client
        .conferences(name)
        .participants.create({ from, to, beep: 'false', label: `party ${i}`, ...more }),
    );
  const sid = created[0]!.conferenceSid;
  await wait(
    'all are connected',
    async () =>
      (await client.conferences(sid).participants.list()).filter(
        ({ status }) => status === 'connected',
      ).length === count,
  );
  return { sid, callSids: created.map(({ callSid }) => callSid) };
}

export type Drives = Readonly<Record<string, Drive>>;
