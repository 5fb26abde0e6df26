import type { Clock, Ids, Store } from '../../ports/index.ts';

/** The dependencies of commands that only write a person's own intervention. */
export interface InterventionCommandDeps {
  readonly store: Pick<
    Store,
    'changeCall' | 'changeSupervisedCall' | 'placeOfIntervention' | 'recordAudit'
  >;
  readonly clock: Clock;
  readonly ids: Ids;
}
