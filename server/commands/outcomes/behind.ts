import type { Person } from '../../domain/call/people.ts';
import type { BehindPlace, BehindQuestion, CallBehind } from '../../domain/outcomes/behind.ts';
import type { CallsBehind } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';
import { whoseOutcomes, type AskedOf, type WhoseDeps } from './whose.ts';

export interface CallsBehindDeps extends WhoseDeps {
  readonly callsBehind: CallsBehind;
}

const SHOWN = 50;

/**
 * The calls behind a number that the reader has, of the same reps; the one answered last first.
 * `next` is where the following page begins.
 */
export async function callsBehindNumber(
  deps: CallsBehindDeps,
  person: Person,
  {
    team,
    repUserId,
    after,
    ...question
  }: Omit<BehindQuestion, 'orgId'> &
    Pick<AskedOf, 'team'> & { readonly repUserId?: string } & { readonly after?: BehindPlace },
): Promise<Result<{ readonly calls: readonly CallBehind[]; readonly next?: BehindPlace }>> {
  const { from, to } = question;
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { whose } = counted.ok;
  const reps =
    repUserId === undefined
      ? whose
      : whose === 'all' || whose.includes(repUserId)
        ? [repUserId]
        : [];
  const found = await deps.callsBehind.page(
    { orgId: person.orgId, ...question },
    {
      reps,
      reader: { userId: person.userId, knowsCovert: person.roles.includes('admin') },
      size: SHOWN + 1,
      after,
    },
  );
  const calls = found.slice(0, SHOWN);
  const last = calls.at(-1);
  return {
    ok: {
      calls,
      ...(found.length > SHOWN &&
        last && { next: { answeredAt: last.answeredAt, callId: last.callId } }),
    },
  };
}
