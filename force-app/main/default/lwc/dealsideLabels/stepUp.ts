import stepUpChoosePin from '@salesforce/label/c.Dealside_StepUpChoosePin';
import stepUpEnterPin from '@salesforce/label/c.Dealside_StepUpEnterPin';
import stepUpLockedUntil from '@salesforce/label/c.Dealside_StepUpLockedUntil';
import stepUpPasskeyOpen from '@salesforce/label/c.Dealside_StepUpPasskeyOpen';
import stepUpPasskeyTooLate from '@salesforce/label/c.Dealside_StepUpPasskeyTooLate';
import stepUpPasskeyWaiting from '@salesforce/label/c.Dealside_StepUpPasskeyWaiting';
import stepUpPin from '@salesforce/label/c.Dealside_StepUpPin';
import stepUpPinChosen from '@salesforce/label/c.Dealside_StepUpPinChosen';
import stepUpPinEntered from '@salesforce/label/c.Dealside_StepUpPinEntered';
import stepUpPinMissing from '@salesforce/label/c.Dealside_StepUpPinMissing';
import stepUpRegisterPasskey from '@salesforce/label/c.Dealside_StepUpRegisterPasskey';
import stepUpTriesLeft from '@salesforce/label/c.Dealside_StepUpTriesLeft';
import stepUpUsePasskey from '@salesforce/label/c.Dealside_StepUpUsePasskey';

/** Proving the person's identity by PIN or passkey. */
export const stepUpLabels = {
  stepUpPin,
  stepUpChoosePin,
  stepUpEnterPin,
  stepUpRegisterPasskey,
  stepUpUsePasskey,
  stepUpPinChosen,
  stepUpPinEntered,
  stepUpPasskeyOpen,
  stepUpPasskeyWaiting,
  stepUpPinMissing,
  stepUpTriesLeft,
  stepUpLockedUntil,
  stepUpPasskeyTooLate,
};
