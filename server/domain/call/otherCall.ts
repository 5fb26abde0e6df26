/** A live call that a person is on, besides the one that is decided on. */
export type OtherCall =
  | {
      readonly as: 'supervisor';
      readonly callId: string;
      readonly interventionId: string;
      readonly repName: string;
    }
  | { readonly as: 'rep'; readonly callId: string; readonly customerName: string };

/** Those of the calls that the person supervises. */
export const supervisedOf = (
  others: readonly OtherCall[],
): Extract<OtherCall, { as: 'supervisor' }>[] => others.filter((one) => one.as === 'supervisor');

/** The calls without the one that this intervention is on. */
export const withoutSupervised = (
  others: readonly OtherCall[],
  interventionId: string,
): OtherCall[] => others.filter((one) => one.as === 'rep' || one.interventionId !== interventionId);
