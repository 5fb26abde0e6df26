import USER_ID from '@salesforce/user/Id';
import { interventionOf } from 'c/callModel';
import { everySecond } from 'c/dealsideTicker';
import { createSelection, hear, subscribe } from 'c/liveFeed';
import {
  alertsFor,
  concernsOf,
  followAlert,
  followedAlert,
  itemState,
  jointCallAlert,
  takenOffAlert,
  type Alert,
  type BegunJointCall,
  type FollowedCall,
  type ItemState,
  type OwnFollowedCall,
} from './alerts';

interface UtilityItemDeps {
  /** Shows the item in this state. Called only when the state changes. */
  show(state: ItemState): void;
  /** Shows a toast, once for each alert, and again for one that repeats. */
  alert(alert: Alert): void;
  /** Called when an alert that repeats is no longer true. */
  over(key: string): void;
}

/** An alert that is true, when it was shown last, and how many times it is to be shown again. */
interface Repeated {
  readonly alert: Alert;
  saidAt: number;
  left: number;
}

/** After this time an alert that repeats is shown again. */
const AGAIN_MS = 20_000;

/**
 * Follows the live feed for an item of the utility bar, on any page. Returns how to stop. What is
 * true when a page is loaded is shown again, unless it was confirmed.
 */
export function openUtilityItem({ show, alert, over }: UtilityItemDeps): () => void {
  const said = new Set<string>();
  let shown: ItemState | undefined;
  let stopTicking: (() => void) | undefined;
  const selection = createSelection(
    (call) =>
      call.you.relation === 'rep' ||
      (call.textWhispers?.length ?? 0) > 0 ||
      call.help !== undefined ||
      call.summonses !== undefined ||
      interventionOf(call, USER_ID) !== undefined,
  );
  const repeating = new Map<string, Repeated>();
  let stopRepeating: (() => void) | undefined;
  let concerns = concernsOf({ notices: [] }, [], USER_ID);

  function draw(now = Date.now()): void {
    const next = itemState(concerns, USER_ID, now);
    if (next.label === shown?.label && next.highlighted === shown.highlighted) return;
    shown = next;
    show(next);
  }

  function say(one: Alert): void {
    if (said.has(one.key)) return;
    said.add(one.key);
    alert(one);
  }

  function repeat(alerts: readonly Alert[]): void {
    const now = Date.now();
    for (const alert of alerts.filter(({ repeats }) => repeats))
      repeating.set(alert.key, {
        alert,
        saidAt: repeating.get(alert.key)?.saidAt ?? now,
        left: repeating.get(alert.key)?.left ?? alert.repeats!,
      });
    for (const key of [...repeating.keys()])
      if (!alerts.some((one) => one.key === key)) {
        repeating.delete(key);
        over(key);
      }
    if (repeating.size > 0) stopRepeating ??= everySecond(sayAgain);
    else {
      stopRepeating?.();
      stopRepeating = undefined;
    }
  }

  function sayAgain(now: number): void {
    for (const one of repeating.values())
      if (one.left > 0 && now - one.saidAt >= AGAIN_MS) {
        one.saidAt = now;
        one.left -= 1;
        alert(one.alert);
      }
  }

  const stopHearing = hear(({ event, data }) => {
    if (event === 'follow') say(followAlert(data as FollowedCall));
    if (event === 'followed') say(followedAlert(data as OwnFollowedCall));
    if (event === 'joint-call') say(jointCallAlert(data as BegunJointCall));
  });
  const unsubscribe = subscribe(({ notices, loaded, calls, takenOff }, change) => {
    selection.follow(calls, change);
    if (!loaded) return;
    concerns = concernsOf({ notices }, selection.calls, USER_ID);
    const alerts = alertsFor(concerns);
    alerts.forEach(say);
    if (takenOff && !takenOff.isSeen) say(takenOffAlert(takenOff));
    repeat(alerts);
    draw();
    tick(concerns.present.length > 0 || concerns.supervised !== undefined);
  });

  function tick(isTimed: boolean): void {
    if (isTimed) stopTicking ??= everySecond(draw);
    else {
      stopTicking?.();
      stopTicking = undefined;
    }
  }

  return () => {
    stopHearing();
    unsubscribe();
    stopTicking?.();
    stopRepeating?.();
  };
}
