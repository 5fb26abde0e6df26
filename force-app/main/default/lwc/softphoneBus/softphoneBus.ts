/** What components ask of the softphone in the utility bar of the same page. */
export type SoftphoneOrder =
    | { type: 'dial'; callId: string; params: Record<string, string> }
    | { type: 'join'; callId: string; interventionId: string; params: Record<string, string> }
    | { type: 'hangup' };

type Take = (order: SoftphoneOrder) => void;

const takers = new Set<Take>();

/** Hands an order to the softphone; answers false when there is none on the page. */
export function orderSoftphone(order: SoftphoneOrder): boolean {
    for (const take of takers) take(order);
    return takers.size > 0;
}

export function takeSoftphoneOrders(take: Take): () => void {
    takers.add(take);
    return () => takers.delete(take);
}
