/**
 * The panel, in px: as the package sets it, and as wide as the controls of a call need and as low as
 * leaves the page in view.
 */
export const PANEL = { width: 360, height: 560 };
export const PANEL_ON_CALL = { width: 760, height: 250 };
