export const FORWARD_SIGNAL = 'SIGUSR2';

/** Runs in the server process, before anything else. Timers keep their time. */
const source = (forwardMs: number): string => `
  const Now = Date;
  let aheadMs = 0;
  process.on('${FORWARD_SIGNAL}', () => { aheadMs += ${forwardMs}; });
  globalThis.Date = class extends Now {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(Now.now() + aheadMs);
    }
    static now() { return Now.now() + aheadMs; }
  };
`;

/**
 * Settings of a server whose clock a test can put forward, by so much at each signal: what takes
 * minutes is seen at once.
 */
export const clockAhead = (forwardMs: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(source(forwardMs)).toString('base64')}`,
});
