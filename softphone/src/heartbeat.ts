/** Well within the server's lease: a word or two may get lost. */
const EVERY_MS = 1_500;

/**
 * Says again and again that this softphone lives, for as long as it is the voice of an intervention.
 * A browser that dies stops saying so, and the server takes its leg off the call.
 */
export function sendHeartbeats(say: (interventionId: string) => Promise<unknown>): { follow(interventionId: string | undefined): void } {
  let following: string | undefined;
  let timer: number | undefined;
  return {
    follow(interventionId) {
      if (interventionId === following) return;
      following = interventionId;
      clearInterval(timer);
      if (!interventionId) return;
      const once = (): void => void say(interventionId).catch(() => undefined);
      timer = window.setInterval(once, EVERY_MS);
      once();
    },
  };
}
