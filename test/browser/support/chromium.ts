import { X509Certificate, createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ConsoleMessage, Page } from 'playwright-core';
import { giveBack, takeBrowser, type Start } from './browsers.ts';
import { listenAtTheEar, useRawMicrophone } from './ear.ts';
import { keepToasts } from './toasts.ts';
import { microphoneOf } from './toneWav.ts';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export interface Seat {
  readonly page: Page;
  readonly consoleErrors: string[];
  /** Kills the browser's process outright: no page gets to say good-bye. */
  kill(): Promise<void>;
  /**
   * Stops all processes of the browser where they are, as a computer that falls asleep does: nothing
   * is sent, answered or closed. Returns what lets them go on.
   */
  freeze(): Promise<() => void>;
  close(): Promise<void>;
}

export interface SeatOptions {
  /** The tone this person's microphone hears; without one there is no microphone. */
  readonly toneHz?: number;
  /** The carrier's certificate, trusted by this browser alone. */
  readonly trusts?: string;
  /**
   * Without the switches that let tests play and connect more freely than a person's browser does.
   */
  readonly ordinary?: boolean;
  /** The microphone is asked for, as in a person's browser, and not given by a switch. */
  readonly asksForMicrophone?: boolean;
  /** A network that lets no UDP through, so that sound can go by TCP alone. */
  readonly withoutUdp?: boolean;
  /**
   * Whether this person joins also by a connection that is found poor, as that of a busy machine may
   * be; otherwise the test answers the question.
   */
  readonly joinsAnyway?: boolean;
  /** Keeps pages in the back/forward cache, as a person's browser does. */
  readonly keepsPages?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** A busy machine is slow, and not wrong. */
const SLOW_MS = 120_000;

/** A person's browser, with a microphone of its own and an ear that measures. */
export async function openSeat({
  toneHz,
  trusts,
  ordinary = false,
  asksForMicrophone = false,
  withoutUdp = false,
  joinsAnyway = true,
  keepsPages = false,
  width = 1280,
  height = 900,
}: SeatOptions = {}): Promise<Seat> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing: install it, or set CHROMIUM_PATH');
  const start: Start = {
    executablePath,
    timeout: SLOW_MS,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(ordinary
        ? []
        : ['--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection']),
      ...(withoutUdp ? ['--webrtc-ip-handling-policy=disable_non_proxied_udp'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ...(toneHz
        ? [
            '--use-fake-device-for-media-stream',
            ...(asksForMicrophone ? [] : ['--use-fake-ui-for-media-stream']),
            `--use-file-for-fake-audio-capture=${microphoneOf(toneHz)}`,
          ]
        : []),
      ...(trusts ? [`--ignore-certificate-errors-spki-list=${publicKeyHash(trusts)}`] : []),
    ],
  };
  const browser = await takeBrowser(start);
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: toneHz ? ['microphone'] : [],
    // What moves on its own would be drawn sixty times a second.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(SLOW_MS);
  const consoleErrors: string[] = [];
  await context.addInitScript(listenAtTheEar);
  await context.addInitScript(useRawMicrophone);
  await context.addInitScript(keepToasts);
  if (joinsAnyway) context.on('page', (one) => void answerAboutConnection(one));
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !cameLate(message))
      consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  async function processes(): Promise<{ type: string; id: number }[]> {
    const devtools = await browser.newBrowserCDPSession();
    const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
      processInfo: { type: string; id: number }[];
    };
    return processInfo;
  }
  let thaw = (): void => undefined;
  return {
    page,
    consoleErrors,
    async kill() {
      process.kill((await processes()).find(({ type }) => type === 'browser')!.id, 'SIGKILL');
    },
    async freeze() {
      const ids = (await processes()).map(({ id }) => id);
      thaw = () => {
        for (const id of ids.splice(0)) process.kill(id, 'SIGCONT');
      };
      for (const id of ids) process.kill(id, 'SIGSTOP');
      return thaw;
    },
    async close() {
      thaw();
      await giveBack(browser, { start, context });
    },
  };
}

/**
 * What browsers report of a busy machine, on which pages go on: a heartbeat that was under way when
 * its intervention ended is answered that it has ended (409), and Dealside answers 503 where the org,
 * which shares the process of the test, has not answered in time.
 */
const cameLate = (message: ConsoleMessage): boolean =>
  / status of 503 /.test(message.text()) ||
  (/ status of 409 /.test(message.text()) &&
    /\/api\/interventions\/[^/]+\/presence$/.test(message.location().url));

/** Whenever the page asks whether to join by a poor connection, it is told to. */
const answerAboutConnection = (page: Page): Promise<unknown> =>
  page
    .addLocatorHandler(page.locator('[data-action="join-anyway"]').first(), (anyway) =>
      anyway.click(),
    )
    .catch((fault: unknown) => {
      if (!page.isClosed()) throw fault;
    });

const publicKeyHash = (certificate: string): string =>
  createHash('sha256')
    .update(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
