import { auditAct } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/call/people.ts';
import type { Clock, Ids, InboundAddresses, InboundNumbers, Store } from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';

export interface PointNumbersDeps {
  readonly inboundNumbers: InboundNumbers;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly inboundAddresses: InboundAddresses;
}

/**
 * Has the carrier ask this server what to do with calls to the org's numbers, where it asks somebody
 * else now. Returns how many numbers were changed; where one cannot be, those before it are. Rejects
 * when the carrier does.
 */
export async function pointNumbers(
  { inboundNumbers, store, clock, ids, inboundAddresses }: PointNumbersDeps,
  person: Person,
): Promise<number> {
  const { orgId } = person;
  const pointed: { number: string; askedBefore?: string }[] = [];
  try {
    for (const { number, asksAt } of await inboundNumbers.of(orgId)) {
      if (asksAt === undefined || asksAt === inboundAddresses.asks) continue;
      await inboundNumbers.point(orgId, number, inboundAddresses);
      pointed.push({ number, ...(hostOf(asksAt) && { askedBefore: hostOf(asksAt) }) });
    }
  } finally {
    if (pointed.length > 0)
      await store.recordAudit([
        auditAct(
          { orgId, at: clock.now(), action: 'PhoneNumbersPointed', details: { pointed } },
          { actor: actorOf(person), nextId: () => ids.next() },
        ),
      ]);
  }
  return pointed.length;
}

/** An address can hold a password. */
const hostOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).host : undefined;
