export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** A group that inbound calls ring; without a name, it is the rep's own team. */
export interface TransferGroup {
  readonly group: string;
  readonly name?: string;
  /** How many reps would ring now. */
  readonly free: number;
  /** Whether inbound calls ring it at this hour. */
  readonly isOpen: boolean;
  /** Why nobody can ever be rung. */
  readonly because?: 'no_reps';
}

/** Some of the matching colleagues, and how many match in total. */
export interface FoundColleagues {
  readonly colleagues: readonly Colleague[];
  readonly total: number;
}

/** Possible targets, while the choice is open. */
export interface TransferChoice {
  readonly found?: FoundColleagues;
  readonly managers?: readonly Colleague[];
  readonly groups?: readonly TransferGroup[];
}

/** A colleague, a group, or a number as typed. */
export type TransferTarget =
  | { readonly toUserId: string }
  | { readonly toGroup: string }
  | { readonly toNumber: string };

/** Warm transfer (talk first), cold transfer (once they answer), or adding them to the call. */
export type TransferWay = 'after_a_talk' | 'at_once' | 'together';

export interface TransferActions {
  chooseColleague(): void;
  stopChoosing(): void;
  /** Finds colleagues by part of a name, starting at an offset. Rejects with a text to show. */
  findColleagues(search: string, from: number): Promise<FoundColleagues>;
  transfer(to: TransferTarget, way: TransferWay, holdCustomer: boolean): void;
  handOver(): void;
  withdraw(): void;
  removeGuest(guestId: string): void;
  /** Leaves the call, so that the customer continues with the outside number. */
  leaveToGuest(guestId: string): void;
}
