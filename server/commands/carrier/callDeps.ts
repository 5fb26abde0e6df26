import type {
  Clock,
  ConferenceControl,
  ConferenceLocks,
  Ids,
  Log,
  Store,
} from '../../ports/index.ts';

/** The dependencies for changing a call and carrying the change out at the carrier. */
export interface CallDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall'>;
  readonly control: ConferenceControl;
  readonly locks: ConferenceLocks;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
