import USER_ID from '@salesforce/user/Id';
import type { ItemState } from 'c/callAlerts';
import { interventionOf, type CallView } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { minimize, open, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';

/**
 * The size of the panel, in px: the package's own, and one that is as wide as the controls of a
 * call need and low enough to keep the page visible.
 */
const PANEL = { width: 360, height: 560 };
const PANEL_ON_CALL = { width: 760, height: 250 };
/** How much higher it is with a line that says why the person cannot be heard. */
const UNHEARD_HEIGHT = 40;
/** And with the lines that say why they were moved to a quieter mode. */
const STEPPED_DOWN_HEIGHT = 90;

/** The utility bar item that contains the softphone, and its panel. */
export interface UtilityPanel {
  /** Sets the item; undefined outside a utility bar, such as on a phone. */
  isIn(utilityId: string | undefined): void;
  /** Shows the item in this state. */
  showItem(item: ItemState): void;
  open(autoFocus: boolean): void;
  /**
   * Tells whether somebody rings. The panel then opens with what answers the call, and without the
   * focus, because the person may be writing.
   */
  rings(isRinging: boolean): void;
  /** Tells which intervention this page joined, if any. */
  joined(interventionId: string | undefined): void;
  /** Tells whether the controls say why this person cannot be heard. */
  unheard(isUnheard: boolean): void;
  /**
   * Tells which of all calls have their controls in the panel, and whether it says instead why this
   * person was taken off a call.
   */
  showControls(calls: readonly CallView[], all: readonly CallView[], isTakenOff: boolean): void;
}

/**
 * Opens the panel when controls appear, if this page has the call; the wall stays visible beside
 * it. When they disappear, closes a panel that was opened for them, because it would cover the page
 * that asks for the outcome. Stays open during the person's own call, and to say why they were taken
 * off one.
 */
export function createUtilityPanel(): UtilityPanel {
  let utilityId: string | undefined;
  let item: ItemState = { label: labels.softphoneTitle, highlighted: false };
  let controlled: readonly CallView[] = [];
  let joined: string | undefined;
  let isUnheard = false;
  let isRinging = false;
  let size: typeof PANEL = PANEL;
  /** The intervention for which the panel was opened. */
  let openedFor: string | undefined;

  function drawItem(): void {
    if (!utilityId) return;
    const { label, highlighted } = isRinging
      ? { label: labels.softphoneRings, highlighted: true }
      : item;
    void updateUtility(utilityId, { label, highlighted }).catch(() => undefined);
  }

  function wantedSize(): typeof PANEL {
    if (controlled.length === 0) return PANEL;
    const { width, height } = PANEL_ON_CALL;
    // Who rings stands below the controls.
    if (isRinging) return { width, height: PANEL.height };
    const more =
      (isUnheard ? UNHEARD_HEIGHT : 0) +
      (controlled.some(({ you }) => you.steppedDown) ? STEPPED_DOWN_HEIGHT : 0);
    return { width, height: height + more };
  }

  function resize(): void {
    const wanted = wantedSize();
    if (wanted.height === size.height || !utilityId) return;
    size = wanted;
    void updatePanel(utilityId, wanted).catch(() => undefined);
  }

  function openPanel(autoFocus: boolean): void {
    if (utilityId) void open(utilityId, { autoFocus }).catch(() => undefined);
  }

  /** Opens once for each intervention, but not for one in another tab of the same person. */
  function openForControls(): void {
    const [call] = controlled;
    const own = call && interventionOf(call, USER_ID);
    if (!own || own.interventionId === openedFor) return;
    const isHere = own.interventionId === joined;
    const isOnOwnPhone = own.device === 'phone' || own.device === 'sip';
    if (!isHere && !(isOnOwnPhone && document.visibilityState === 'visible')) return;
    openedFor = own.interventionId;
    openPanel(false);
  }

  /** Opens once for each ring, as soon as the page is in sight: other tabs stay as they are. */
  function openForRing(): void {
    if (!isRinging || document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', openForRing);
    openPanel(false);
  }

  return {
    isIn(id) {
      utilityId = id;
      drawItem();
    },
    showItem(next) {
      item = next;
      drawItem();
    },
    open: openPanel,
    rings(is) {
      if (is === isRinging) return;
      isRinging = is;
      drawItem();
      resize();
      if (is) document.addEventListener('visibilitychange', openForRing);
      else document.removeEventListener('visibilitychange', openForRing);
      openForRing();
    },
    unheard(is) {
      isUnheard = is;
      resize();
    },
    joined(interventionId) {
      joined = interventionId;
      openForControls();
    },
    showControls(calls, all, isTakenOff) {
      const [was, is] = [controlled.length > 0, calls.length > 0];
      controlled = calls;
      resize();
      const isRep = (): boolean =>
        all.some(({ you, status }) => you.relation === 'rep' && status !== 'ended');
      if (was && !is && openedFor && utilityId && !isTakenOff && !isRep())
        void minimize(utilityId).catch(() => undefined);
      openForControls();
    },
  };
}
