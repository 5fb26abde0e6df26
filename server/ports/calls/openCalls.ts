import type { Call } from '../../domain/call/call.ts';

/** The open calls of an org. Source: memory of this process, which follows all changes. */
export interface OpenCallsOfOrg {
  /** May lack what another process changed in the last moments. */
  of(orgId: string): Promise<readonly Call[]>;
}
