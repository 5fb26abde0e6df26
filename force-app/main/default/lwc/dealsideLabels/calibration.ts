import calibrationAlone from '@salesforce/label/c.Dealside_CalibrationAlone';
import calibrationClose from '@salesforce/label/c.Dealside_CalibrationClose';
import calibrationDiffers from '@salesforce/label/c.Dealside_CalibrationDiffers';
import calibrationFailed from '@salesforce/label/c.Dealside_CalibrationFailed';
import calibrationHint from '@salesforce/label/c.Dealside_CalibrationHint';
import calibrationOpen from '@salesforce/label/c.Dealside_CalibrationOpen';
import calibrationScore from '@salesforce/label/c.Dealside_CalibrationScore';
import calibrationSpread from '@salesforce/label/c.Dealside_CalibrationSpread';
import calibrationYou from '@salesforce/label/c.Dealside_CalibrationYou';

/** Several people's scores of one call. */
export const calibrationLabels = {
  calibrationAlone,
  calibrationClose,
  calibrationDiffers,
  calibrationFailed,
  calibrationHint,
  calibrationOpen,
  calibrationScore,
  calibrationSpread,
  calibrationYou,
};
