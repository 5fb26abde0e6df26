/** By how much a signal puts the clock of a process forward. */
const FORWARD_MS = 150_000;
export const FORWARD_SIGNAL = 'SIGUSR2';

/** Runs in the server process, before anything else. Timers keep their time. */
const SOURCE = `
  const Now = Date;
  let aheadMs = 0;
  process.on('${FORWARD_SIGNAL}', () => { aheadMs += ${FORWARD_MS}; });
  globalThis.Date = class extends Now {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(Now.now() + aheadMs);
    }
    static now() { return Now.now() + aheadMs; }
  };
`;

/** Settings of a server whose clock a test can put forward: what takes minutes is seen at once. */
export const CLOCK_AHEAD = {
  NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(SOURCE).toString('base64')}`,
};
