/** Replaces `lightning/confirm`, which opens a dialog of the platform. */
export default class LightningConfirm {
  static open({ label, message }) {
    return Promise.resolve(globalThis.confirm([label, message].filter(Boolean).join('\n')));
  }
}
