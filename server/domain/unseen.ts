import type { Call, Intervention } from './call.ts';
import type { Person } from './people.ts';

/** Listening by a covert rule (G1): nobody is told. Whoever becomes heard is seen from then on. */
export const isUnseen = ({ noticeKinds }: Pick<Intervention, 'noticeKinds'>): boolean => noticeKinds.length === 0;

/** The interventions of a call that this person may know of: an unseen one is the listener's own, and the administrators'. */
export const interventionsSeenBy = (call: Call, person: Person): readonly Intervention[] =>
  call.interventions.filter((i) => !isUnseen(i) || i.supervisor.userId === person.userId || person.roles.includes('admin'));
