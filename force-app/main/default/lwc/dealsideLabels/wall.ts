import wallAlerts from '@salesforce/label/c.Dealside_WallAlerts';
import wallCloses from '@salesforce/label/c.Dealside_WallCloses';
import wallNoAlerts from '@salesforce/label/c.Dealside_WallNoAlerts';
import wallNoReps from '@salesforce/label/c.Dealside_WallNoReps';
import wallReps from '@salesforce/label/c.Dealside_WallReps';
import wallRepsShown from '@salesforce/label/c.Dealside_WallRepsShown';
import wallShortcuts from '@salesforce/label/c.Dealside_WallShortcuts';

export const wallLabels = {
  wallCloses,
  wallAlerts,
  wallNoAlerts,
  wallReps,
  wallNoReps,
  wallShortcuts,
  wallRepsShown,
};
