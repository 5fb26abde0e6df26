import { toId18 } from './recordId.ts';

/** The id of the one org there is here; the server's registration names it before the org has started. */
export const LOCAL_ORG_ID = toId18('00DDn0000000NWT');
