import USER_ID from '@salesforce/user/Id';
import { interventionOf } from 'c/callModel';
import { everySecond } from 'c/dealsideTicker';
import { createSelection, hear, subscribe } from 'c/liveFeed';
import {
  alertsFor,
  concernsOf,
  followAlert,
  itemState,
  type Alert,
  type FollowedCall,
  type ItemState,
} from './alerts';

interface UtilityItemDeps {
  /** Shows the item so. Told only when it is to be another. */
  show(state: ItemState): void;
  /** Shows a toast, once for each alert. */
  alert(alert: Alert): void;
}

/**
 * Follows the live feed for an item of the utility bar, on whatever page the person is; answers how
 * to stop. What holds when a page is loaded is said again, unless it was confirmed.
 */
export function openUtilityItem({ show, alert }: UtilityItemDeps): () => void {
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

  const stopHearing = hear(({ event, data }) => {
    if (event === 'follow') say(followAlert(data as FollowedCall));
  });
  const unsubscribe = subscribe(({ notices, loaded, calls }, change) => {
    selection.follow(calls, change);
    if (!loaded) return;
    concerns = concernsOf({ notices }, selection.calls, USER_ID);
    alertsFor(concerns).forEach(say);
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
  };
}
