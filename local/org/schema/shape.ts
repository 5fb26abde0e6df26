/** A value of the picklist of a task's status. */
interface StatusValue {
  readonly value: string;
  readonly isClosed?: boolean;
  readonly isDefault?: boolean;
}

/** A value of the picklist of a task's priority. */
interface PriorityValue {
  readonly value: string;
  readonly isHigh?: boolean;
  readonly isDefault?: boolean;
}

/** A currency of the org. Its rate is how much of it one unit of the first currency is worth. */
interface Currency {
  readonly code: string;
  readonly rate: number;
}

/** How orgs differ that were created elsewhere or that administrators have changed. */
export interface OrgShape {
  /** The values themselves, not their labels, in the language in which the org was created. */
  readonly taskStatuses: readonly StatusValue[];
  readonly taskPriorities: readonly PriorityValue[];
  /** The first is the corporate currency. With more than one, records have their own currency. */
  readonly currencies: readonly [Currency, ...Currency[]];
  /** Whether users see only themselves and people below them, unless they may view all users. */
  readonly areUsersPrivate: boolean;
  /** Whether there are service resources and skills. */
  readonly hasSkills: boolean;
}

/** An org that was created in US English and has changed little. */
export const USUAL_SHAPE: OrgShape = {
  taskStatuses: [
    { value: 'Not Started', isDefault: true },
    { value: 'In Progress' },
    { value: 'Completed', isClosed: true },
    { value: 'Waiting on someone else' },
    { value: 'Deferred' },
  ],
  taskPriorities: [
    { value: 'High', isHigh: true },
    { value: 'Normal', isDefault: true },
    { value: 'Low' },
  ],
  currencies: [{ code: 'USD', rate: 1 }],
  areUsersPrivate: false,
  hasSkills: true,
};

/** An org that was created in German, whose users see only their own teams. */
export const GERMAN_SHAPE: OrgShape = {
  taskStatuses: [
    { value: 'Nicht begonnen', isDefault: true },
    { value: 'In Bearbeitung' },
    { value: 'Warten auf Beitrag Dritter' },
    { value: 'Zurückgestellt' },
    { value: 'Erledigt', isClosed: true },
  ],
  taskPriorities: [
    { value: 'Hoch', isHigh: true },
    { value: 'Mittel', isDefault: true },
    { value: 'Niedrig' },
  ],
  currencies: [
    { code: 'EUR', rate: 1 },
    { code: 'USD', rate: 1.25 },
  ],
  areUsersPrivate: true,
  hasSkills: true,
};
