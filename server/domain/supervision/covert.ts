import type { Call, Intervention } from '../call/call.ts';
import type { Person } from '../people/people.ts';

/** Listening by a covert rule (G1): nobody is told. Whoever becomes heard is seen from then on. */
export const isCovert = ({ noticeKinds }: Pick<Intervention, 'noticeKinds'>): boolean => noticeKinds.length === 0;

/** The interventions of a call that this person may know of: an covert one is the listener's own, and the administrators'. */
export const interventionsVisibleTo = (call: Call, person: Person): readonly Intervention[] =>
  call.interventions.filter((i) => !isCovert(i) || i.supervisor.userId === person.userId || person.roles.includes('admin'));
