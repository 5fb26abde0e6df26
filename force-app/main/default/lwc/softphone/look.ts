import { everySecond } from 'c/dealsideTicker';

/** Text brightness from 0 to 255; brighter text means that the page is dark. */
const DARK_FROM = 128;

/** Whether the page around an element is dark, judged by its text being bright. */
function isDark(element: Element): boolean {
  const { color } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return 0.299 * red + 0.587 * green + 0.114 * blue >= DARK_FROM;
}

/**
 * Reports whether the page is dark, now and whenever that changes, because a person can choose it
 * in Salesforce or have it follow the device. Lightning Web Security keeps components from
 * observing the page's own elements, so it is checked every second. Returns how to stop.
 */
export function followLook(element: Element, tell: (isDark: boolean) => void): () => void {
  let reported: boolean | undefined;
  return everySecond(() => {
    const now = isDark(element);
    if (now === reported) return;
    reported = now;
    tell(now);
  });
}
