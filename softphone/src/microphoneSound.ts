/**
 * Set explicitly, so that the SDK uses the same when it opens the microphone again during a call.
 */
export const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
