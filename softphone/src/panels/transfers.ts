export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** A group that inbound calls ring; without a name it is the rep's own team. */
interface TransferGroup {
  readonly group: string;
  readonly name?: string;
}

/** Some of the colleagues found, and how many there are in all. */
export interface FoundColleagues {
  readonly colleagues: readonly Colleague[];
  readonly total: number;
}

/** Whom to choose from, while the choice is open. */
export interface TransferChoice {
  readonly found?: FoundColleagues;
  readonly managers?: readonly Colleague[];
  readonly groups?: readonly TransferGroup[];
}

/** Somebody of the org, a group, or a number as it was typed. */
export type TransferTarget =
  | { readonly toUserId: string }
  | { readonly toGroup: string }
  | { readonly toNumber: string };

/** Warm transfer (talk first), cold transfer (once they have answered), or to stay together. */
export type TransferWay = 'after_a_talk' | 'at_once' | 'together';

export interface TransferActions {
  chooseColleague(): void;
  stopChoosing(): void;
  /** Finds colleagues by a part of the name, from the given place. Rejects with a text to show. */
  findColleagues(search: string, from: number): Promise<FoundColleagues>;
  transfer(to: TransferTarget, way: TransferWay, holdCustomer: boolean): void;
  handOver(): void;
  withdraw(): void;
  removeGuest(guestId: string): void;
  /** Leaves the call to the outside number that is there. */
  leaveToGuest(guestId: string): void;
}
