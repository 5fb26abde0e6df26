import type { Clock, Ids, Store } from '../../ports/index.ts';

/** What a command on a person's own intervention needs when it only writes. */
export interface InterventionCommandDeps {
  readonly store: Pick<
    Store,
    'changeCall' | 'changeSupervisedCall' | 'placeOfIntervention' | 'recordAudit'
  >;
  readonly clock: Clock;
  readonly ids: Ids;
}
