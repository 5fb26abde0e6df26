import callActionCalling from '@salesforce/label/c.Dealside_CallActionCalling';

/** The action Call. */
export const callActionLabels = {
  callActionCalling,
};
