import { everySecond } from 'c/dealsideTicker';

/** Of the text's brightness, from 0 to 255: brighter text is on a dark page. */
const DARK_FROM = 128;

/** Whether the page around an element is dark: what it writes there is bright. */
function isDark(element: Element): boolean {
  const { color } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return 0.299 * red + 0.587 * green + 0.114 * blue >= DARK_FROM;
}

/**
 * Tells whether the page is dark, at once and whenever that changes: a person chooses it in
 * Salesforce, or has it follow the device. Lightning Web Security keeps components from
 * observing the page's own elements, so it is looked at each second. Returns how to stop.
 */
export function followLook(element: Element, tell: (isDark: boolean) => void): () => void {
  let told: boolean | undefined;
  return everySecond(() => {
    const now = isDark(element);
    if (now === told) return;
    told = now;
    tell(now);
  });
}
