import wallCloses from '@salesforce/label/c.Dealside_WallCloses';
import wallAlerts from '@salesforce/label/c.Dealside_WallAlerts';
import wallNoAlerts from '@salesforce/label/c.Dealside_WallNoAlerts';
import wallReps from '@salesforce/label/c.Dealside_WallReps';
import wallNoReps from '@salesforce/label/c.Dealside_WallNoReps';
import wallShortcuts from '@salesforce/label/c.Dealside_WallShortcuts';

export const wallLabels = {
  wallCloses,
  wallAlerts,
  wallNoAlerts,
  wallReps,
  wallNoReps,
  wallShortcuts,
};
