import { shareOf, type Share } from './share.ts';

/** What the reader's numbers are of: refusals on calls, and what only concerns the whole org. */
export interface CountedTrust {
  readonly refusals: readonly { readonly code: string; readonly refusals: number }[];
  readonly org?: {
    /** Audit chains that did not verify, and what differs from the carrier's reports. */
    readonly auditFaults: number;
    readonly differences: number;
    readonly audioChecks: { readonly passed: number; readonly failed: number };
  };
}

export interface TrustReport {
  readonly refused: number;
  /** The most frequent first. */
  readonly refusals: CountedTrust['refusals'];
  readonly org?: {
    readonly auditFaults: number;
    readonly differences: number;
    /** The share of audio checks that found each mode heard by whom it should be. */
    readonly audioPassed: Share;
  };
}

/** What people were refused, and whether audit and audio were found as they should be. */
export const trustReport = ({ refusals, org }: CountedTrust): TrustReport => ({
  refused: refusals.reduce((sum, one) => sum + one.refusals, 0),
  refusals: refusals.toSorted((a, b) => b.refusals - a.refusals || a.code.localeCompare(b.code)),
  ...(org && {
    org: {
      auditFaults: org.auditFaults,
      differences: org.differences,
      audioPassed: shareOf(org.audioChecks.passed, org.audioChecks.passed + org.audioChecks.failed),
    },
  }),
});
