import twilio, { type Twilio } from 'twilio';
import type { Party } from '../../server/domain/call/call.ts';
import { labelOf } from '../../server/telephony/conference/labels.ts';
import { admit } from '../../server/telephony/conference/twiml.ts';
import { ACCOUNT, NUMBER } from '../support/localCarrier.ts';
import { until } from '../support/until.ts';
import type { WorldAddresses } from '../support/world.ts';
import type { Dump, Row } from './dump.ts';

interface Leg extends Row {
  readonly role: 'customer' | 'rep' | 'supervisor';
  readonly interventionId: string | null;
  readonly callSid: string;
  readonly voice: string;
}

/**
 * Makes a live call of the dump at the carrier anew, each leg heard by whom it was. The carrier
 * names conference and legs otherwise than then: answers the dump with its new names in the call
 * and its legs. What was written down about them stays.
 */
export async function putThrough(
  { carrierUrl, serverUrl }: WorldAddresses,
  dump: Dump,
  callId: string,
): Promise<Dump> {
  const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
  client.api.baseUrl = carrierUrl;
  await fetch(`${carrierUrl}/_local/scripts`, {
    method: 'POST',
    body: JSON.stringify({ address: '*', script: { ringMs: 10, toneHz: 500 } }),
  });
  const legs = dump
    .get('Participant')!
    .filter((row) => row.callId === callId && row.status === 'present') as Leg[];
  const names = new Map<string, string>();
  let conferenceSid = '';
  // The rep before the supervisors, who coach the rep.
  for (const leg of legs.toSorted((a, b) => rank(a) - rank(b))) {
    const party = partyOf(leg);
    const { sid } = await client.calls.create({
      from: NUMBER,
      to: `+1415555${1000 + names.size}`,
      twiml: admit({ publicUrl: serverUrl }, callId, party),
    });
    names.set(leg.callSid, sid);
    conferenceSid = await until(`${labelOf(party)} is in the conference`, () =>
      conferenceOf(client, callId, sid),
    );
    if (leg.voice === 'rep')
      await client
        .conferences(conferenceSid)
        .participants(sid)
        .update({
          muted: false,
          coaching: true,
          callSidToCoach: names.get(legs.find(({ role }) => role === 'rep')!.callSid)!,
        });
  }
  const renamed = (row: Row, column: string, name: (old: string) => string): Row =>
    row.callId === callId && row[column] ? { ...row, [column]: name(row[column] as string) } : row;
  return new Map(
    [...dump].map(([table, rows]): [string, readonly Row[]] => {
      if (table === 'Call')
        return [table, rows.map((row) => renamed(row, 'conferenceSid', () => conferenceSid))];
      return [
        table,
        table === 'Participant'
          ? rows.map((row) => renamed(row, 'callSid', (old) => names.get(old) ?? old))
          : rows,
      ];
    }),
  );
}

const RANKS = { rep: 0, customer: 1, supervisor: 2 };
const rank = ({ role }: Leg): number => RANKS[role];

const partyOf = ({ role, interventionId }: Leg): Party =>
  role === 'supervisor' ? { role, interventionId: interventionId! } : { role };

async function conferenceOf(
  client: Twilio,
  callId: string,
  callSid: string,
): Promise<string | undefined> {
  const [found] = await client.conferences.list({ friendlyName: callId, status: 'in-progress' });
  const there = found ? await client.conferences(found.sid).participants.list() : [];
  return there.some((one) => one.callSid === callSid) ? found!.sid : undefined;
}
