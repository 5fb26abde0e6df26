/**
 * Set explicitly, so that the SDK uses the same constraints when it reopens the microphone during a
 * call.
 */
export const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
