import type { RepOnCall } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  acknowledgedAt,
  blocksMonitoring,
  keyOf,
  noticesAt,
  type EmployeeNotice,
} from '../../domain/supervision/employeeNotices.ts';
import type { Clock, EmployeeNotices, Ids, NoticeAcknowledgements } from '../../ports/index.ts';
import { actEntry } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface EmployeeNoticeDeps {
  readonly employeeNotices: EmployeeNotices;
  readonly acknowledgements: NoticeAcknowledgements;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A notice, and when this person acknowledged it, if that still counts. */
export interface OwnNotice {
  readonly notice: EmployeeNotice;
  readonly acknowledgedAt?: string;
}

/** The notices for where a person works, with what they have acknowledged. */
export async function ownNotices(deps: EmployeeNoticeDeps, person: Person): Promise<OwnNotice[]> {
  const now = deps.clock.now();
  const notices = noticesAt(await deps.employeeNotices.of(person.orgId), person.place, now);
  if (notices.length === 0) return [];
  const acknowledged = await deps.acknowledgements.of(person);
  return notices.map((notice) => {
    const at = acknowledgedAt(notice, acknowledged, now);
    return { notice, ...(at && { acknowledgedAt: at }) };
  });
}

/** The person has read the notice as it is now. */
export async function acknowledgeEmployeeNotice(
  deps: EmployeeNoticeDeps,
  person: Person,
  { name }: { readonly name: string },
): Promise<Result<OwnNotice[]>> {
  const found = (await ownNotices(deps, person)).find(({ notice }) => notice.name === name);
  if (!found) return { refusal: refusal('notice_not_found') };
  if (!found.acknowledgedAt) {
    const key = keyOf(found.notice);
    await deps.acknowledgements.add(
      person,
      { key, at: deps.clock.now() },
      actEntry(deps, person, { action: 'EmployeeNoticeAcknowledged', details: { key } }),
    );
  }
  return { ok: await ownNotices(deps, person) };
}

/** Whether a rep may not be monitored before acknowledging a notice of their place. */
export async function isUnnotified(
  { employeeNotices, acknowledgements, clock }: Omit<EmployeeNoticeDeps, 'ids'>,
  orgId: string,
  { userId, place }: Pick<RepOnCall, 'userId' | 'place'>,
): Promise<boolean> {
  const now = clock.now();
  const notices = noticesAt(await employeeNotices.of(orgId), place, now);
  return (
    notices.some(({ blocks }) => blocks) &&
    blocksMonitoring(notices, await acknowledgements.of({ orgId, userId }), now)
  );
}
