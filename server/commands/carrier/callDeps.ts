import type {
  Clock,
  ConferenceControl,
  ConferenceLocks,
  Ids,
  Log,
  Store,
} from '../../ports/index.ts';

/** What it takes to change a call and to do at the carrier what the change means. */
export interface CallDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall'>;
  readonly control: ConferenceControl;
  readonly locks: ConferenceLocks;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
