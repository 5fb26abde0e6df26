import type { CallView } from 'c/callModel';
import type { CallChange } from './liveState';

/** The few calls of the feed that a component is about. */
export interface Selection {
  /** The calls that match, in order of arrival; another list only when one of them changed. */
  readonly calls: readonly CallView[];
  /** Takes in what the feed told. */
  follow(all: readonly CallView[], change: CallChange): void;
}

/** Selects calls at the cost of what changed: another call is compared once, the rest not at all. */
export function createSelection(matches: (call: CallView) => boolean): Selection {
  let selected: readonly CallView[] = [];
  return {
    get calls() {
      return selected;
    },
    follow(all, change) {
      if (change === 'none') return;
      if (change === 'all') {
        selected = all.filter(matches);
        return;
      }
      const { callId, call } = change;
      const at = selected.findIndex((each) => each.callId === callId);
      const isWanted = call !== undefined && matches(call);
      if (at < 0) {
        if (isWanted) selected = [...selected, call];
      } else {
        selected = isWanted ? selected.with(at, call) : selected.toSpliced(at, 1);
      }
    },
  };
}
