import stepUpPin from '@salesforce/label/c.Dealside_StepUpPin';
import stepUpChoosePin from '@salesforce/label/c.Dealside_StepUpChoosePin';
import stepUpEnterPin from '@salesforce/label/c.Dealside_StepUpEnterPin';
import stepUpRegisterPasskey from '@salesforce/label/c.Dealside_StepUpRegisterPasskey';
import stepUpUsePasskey from '@salesforce/label/c.Dealside_StepUpUsePasskey';
import stepUpPinChosen from '@salesforce/label/c.Dealside_StepUpPinChosen';
import stepUpPinEntered from '@salesforce/label/c.Dealside_StepUpPinEntered';
import stepUpPasskeyOpen from '@salesforce/label/c.Dealside_StepUpPasskeyOpen';
import stepUpPasskeyWaiting from '@salesforce/label/c.Dealside_StepUpPasskeyWaiting';
import stepUpPinMissing from '@salesforce/label/c.Dealside_StepUpPinMissing';
import stepUpTriesLeft from '@salesforce/label/c.Dealside_StepUpTriesLeft';
import stepUpLockedUntil from '@salesforce/label/c.Dealside_StepUpLockedUntil';
import stepUpPasskeyTooLate from '@salesforce/label/c.Dealside_StepUpPasskeyTooLate';

/** Proving by PIN or passkey who asks. */
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
