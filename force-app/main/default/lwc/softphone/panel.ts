import USER_ID from '@salesforce/user/Id';
import type { ItemState } from 'c/callAlerts';
import { interventionOf, type CallView } from 'c/callModel';
import { minimize, open, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';

/**
 * The panel, in px: as the package sets it, and as wide as the controls of a call need and as low as
 * leaves the page in view.
 */
const PANEL = { width: 360, height: 560 };
const PANEL_ON_CALL = { width: 760, height: 250 };
/** The same with a line that says why one cannot be heard. */
const PANEL_UNHEARD = { width: 760, height: 290 };

/** The item of the utility bar that the softphone is in, and its panel. */
export interface UtilityPanel {
  /** The item is this one; there is none outside a utility bar, such as on a phone. */
  isIn(utilityId: string | undefined): void;
  /** The item says so. */
  showItem(item: ItemState): void;
  open(autoFocus: boolean): void;
  /** This page is on the call of this intervention, or on none. */
  joined(interventionId: string | undefined): void;
  /** The controls say why this person cannot be heard. */
  unheard(isUnheard: boolean): void;
  /** The panel has the controls of these calls, of all that there are. */
  showControls(calls: readonly CallView[], all: readonly CallView[]): void;
}

/**
 * Controls that come open the panel, if this page has the call; the wall stays in view beside it.
 * Once they go, so does a panel opened for them, which would cover the page: the outcome is asked
 * for there. A call of one's own keeps it.
 */
export function createUtilityPanel(): UtilityPanel {
  let utilityId: string | undefined;
  let item: ItemState | undefined;
  let controlled: readonly CallView[] = [];
  let joined: string | undefined;
  let isUnheard = false;
  let size: typeof PANEL = PANEL;
  /** The intervention for which the panel was opened. */
  let openedFor: string | undefined;

  function drawItem(): void {
    if (!utilityId || !item) return;
    const { label, highlighted } = item;
    void updateUtility(utilityId, { label, highlighted }).catch(() => undefined);
  }

  function resize(): void {
    const wanted = controlled.length === 0 ? PANEL : isUnheard ? PANEL_UNHEARD : PANEL_ON_CALL;
    if (wanted === size || !utilityId) return;
    size = wanted;
    void updatePanel(utilityId, wanted).catch(() => undefined);
  }

  function openPanel(autoFocus: boolean): void {
    if (utilityId) void open(utilityId, { autoFocus }).catch(() => undefined);
  }

  /** Once for each intervention, and not for one of another tab of the same person. */
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
    unheard(is) {
      isUnheard = is;
      resize();
    },
    joined(interventionId) {
      joined = interventionId;
      openForControls();
    },
    showControls(calls, all) {
      const [was, is] = [controlled.length > 0, calls.length > 0];
      controlled = calls;
      resize();
      const isRep = (): boolean =>
        all.some(({ you, status }) => you.relation === 'rep' && status !== 'ended');
      if (was && !is && openedFor && utilityId && !isRep())
        void minimize(utilityId).catch(() => undefined);
      openForControls();
    },
  };
}
