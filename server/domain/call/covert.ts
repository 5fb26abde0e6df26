import type { Call, Intervention } from './call.ts';
import type { Person } from './people.ts';

/**
 * Covert monitoring (G1): the rep is not notified. A supervisor who becomes audible is not covert
 * from then on.
 */
export const isCovert = ({ noticeKinds }: Pick<Intervention, 'noticeKinds'>): boolean =>
  noticeKinds.length === 0;

/**
 * The interventions of a call that this person may know of. A covert one is visible to its
 * supervisor and to administrators.
 */
export const interventionsVisibleTo = (call: Call, person: Person): readonly Intervention[] =>
  call.interventions.filter(
    (i) => !isCovert(i) || i.supervisor.userId === person.userId || person.roles.includes('admin'),
  );
