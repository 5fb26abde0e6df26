/** The server's lease allows for two lost heartbeats. */
const EVERY_MS = 1_500;

/**
 * Sends a heartbeat every 1.5 s while this softphone is on a call for an intervention. Without
 * heartbeats the server removes its participant from the call.
 */
export function sendHeartbeats(send: (interventionId: string) => Promise<unknown>): {
  follow(interventionId: string | undefined): void;
} {
  let followedId: string | undefined;
  let timer: number | undefined;
  return {
    follow(interventionId) {
      if (interventionId === followedId) return;
      followedId = interventionId;
      clearInterval(timer);
      if (!interventionId) return;
      const sendOnce = (): void => void send(interventionId).catch(() => undefined);
      timer = window.setInterval(sendOnce, EVERY_MS);
      sendOnce();
    },
  };
}
