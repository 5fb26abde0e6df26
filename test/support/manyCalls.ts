import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { Call } from '../../server/domain/call/call.ts';
import { WITH_CUSTOMER } from '../../server/domain/call/purpose.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { until } from './until.ts';

/** Many live calls in the database, which change. */
export interface ManyCalls {
  /** Changes this many calls a second, in turn, until stopped. */
  changing(perSecond: number): { stop(when?: { readonly atLeast: number }): Promise<Changes> };
  end(index: number): Promise<void>;
  close(): Promise<void>;
}

interface Changes {
  readonly made: number;
  /** The current account name of each changed call. */
  readonly accounts: ReadonlyMap<string, string>;
}

const COMPANIES = [
  'Halcyon Logistics',
  'Brightwater Foods',
  'Solstice Energy',
  'Cobalt Robotics',
  'Meridian Health',
  'Larkspur Hotels',
  'Atlas Paper',
  'Ferris Insurance',
];
const CUSTOMERS = [
  'Priya Raman',
  'Marcus Hale',
  'Ingrid Falk',
  'Devon Park',
  'Alma Reyes',
  'Owen Byrne',
  'Nadia Sokolov',
  'Grant Okoro',
  'Ida Holm',
];

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function manyCalls(
  databaseUrl: string,
  count: number,
  managerId: string,
): Promise<ManyCalls> {
  const store: PostgresStore = createPostgresStore(databaseUrl, silent);
  // A call of an hour has an alert. None becomes so old while a test runs, however long it takes.
  const startedAt = Date.now() - 2_700_000;
  const call = (i: number): Call => {
    const at = new Date(startedAt + i * 7_000).toISOString();
    const company = COMPANIES[i % COMPANIES.length]!;
    return {
      orgId: LOCAL_ORG_ID,
      callId: `crowd-${String(i).padStart(3, '0')}`,
      status: 'live',
      direction: i % 3 === 0 ? 'inbound' : 'outbound',
      purpose: WITH_CUSTOMER,
      startedAt: at,
      answeredAt: at,
      rep: {
        userId: `005Crowd${String(i).padStart(7, '0')}AAA`,
        name: `Rep ${String(i).padStart(3, '0')}`,
        managerIds: [managerId],
      },
      customer: { name: CUSTOMERS[i % CUSTOMERS.length]!, accountName: company },
      opportunity: {
        opportunityId: `006Crowd${String(i).padStart(7, '0')}AAA`,
        name: `${company} – deal ${i}`,
        amount: 5_000 + ((i * 7_919) % 300) * 1_000,
      },
      participants: [
        {
          party: { role: 'customer' },
          connectionId: `CAc${i}`,
          status: 'connected',
          audibleTo: 'everyone',
          onHold: false,
          joinedAt: at,
        },
        {
          party: { role: 'rep' },
          connectionId: `CAr${i}`,
          status: 'connected',
          audibleTo: 'everyone',
          onHold: false,
          joinedAt: at,
        },
      ],
      interventions: [],
      notices: [],
      recordings: [],
      announcements: [],
      opensWithDisclosure: false,
    };
  };
  for (let i = 0; i < count; i += 1) await store.createCall(call(i), [], []);

  /** Toggles hold and the account's name of a call; returns the name. */
  const change = (i: number) =>
    store
      .changeCall(call(i).callId, (now) => {
        const { accountName } = call(i).customer;
        const renamed =
          now.customer.accountName === accountName ? `${accountName} Group` : accountName!;
        return {
          call: {
            ...now,
            customer: { ...now.customer, accountName: renamed },
            participants: now.participants.map((participant) =>
              participant.party.role === 'customer'
                ? { ...participant, onHold: !participant.onHold }
                : participant,
            ),
          },
          audit: [],
          outbox: [],
          answer: renamed,
        };
      })
      .then((outcome) => (outcome as { answer: string }).answer);

  return {
    changing(perSecond) {
      let changed = 0;
      const accounts = new Map<string, string>();
      const running = new Set<Promise<unknown>>();
      const began = performance.now();
      const timer = setInterval(() => {
        for (
          const due = ((performance.now() - began) / 1000) * perSecond;
          changed < due;
          changed += 1
        ) {
          const i = (changed * 37) % count;
          const next = change(i)
            .then((name) => accounts.set(call(i).callId, name))
            .finally(() => running.delete(next));
          running.add(next);
        }
      }, 1000 / perSecond);
      return {
        async stop({ atLeast } = { atLeast: 0 }) {
          await until(`${atLeast} calls are changed`, () => changed >= atLeast);
          clearInterval(timer);
          await Promise.all(running);
          return { made: changed, accounts };
        },
      };
    },
    end: async (index) =>
      void (await store.changeCall(call(index).callId, (now) => ({
        call: { ...now, status: 'ended', endedAt: new Date().toISOString(), endReason: 'hung_up' },
        audit: [],
        outbox: [],
        answer: undefined,
      }))),
    close: () => store.close(),
  };
}
