/** New reps of a period: how many there are, and how many are proficient by now. */
export interface ProficiencyGroup {
  reps: number;
  reached: number;
  /** The median over all of them, including those who are still on the way; absent for few. */
  medianWeeks?: number;
}

/** How long new reps took until their calls went as well as those of experienced reps. */
export type Proficiency = {
  /** Whether reps are compared because Salesforce did not say who is in which team. */
  teamsUnknown?: true;
} & (
  | { status: 'too_few' }
  | {
      status: 'measured';
      experienced: { share: number; n: number };
      before: ProficiencyGroup;
      since: ProficiencyGroup;
    }
);
