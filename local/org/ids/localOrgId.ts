import { toId18 } from './recordId.ts';

/** The id of the local org. Fixed, so that the server can be configured before the org starts. */
export const LOCAL_ORG_ID = toId18('00DDn0000000NWT');
