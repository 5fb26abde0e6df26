import type { CallView } from 'c/callModel';
import type { CallChange } from './liveState';

/** The few calls of the feed that a component shows. */
export interface Selection {
  /** The matching calls, in order of arrival. A new list only if one of them changed. */
  readonly calls: readonly CallView[];
  /** Applies a change of the feed. */
  follow(all: readonly CallView[], change: CallChange): void;
}

/** Selects calls with work only for changed calls: each is compared once, the others not at all. */
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
