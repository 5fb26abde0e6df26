import type { Server } from 'node:http';
import { watchCarrierHealth } from '../commands/audioCheck/watchCarrierHealth.ts';
import { everyMs, warning } from '../everyMs.ts';
import { createApp } from '../http/app.ts';
import { createCallbackListener } from '../http/callbackListener.ts';
import { listen } from '../http/listen.ts';
import { PROXY_HINT, proxySettingMissing } from '../http/session/untrustedProxy.ts';
import { composeAudioCheck } from './audioCheck.ts';
import type { Closing } from './closing.ts';
import { composeLiveFeed } from './liveFeed.ts';
import { composeRepPages } from './repPages.ts';
import { allRoutes } from './routes.ts';
import type { Shared } from './shared.ts';
import { composeWebParts } from './webParts.ts';
import { composeWords } from './words.ts';

/** A fallback for lost notifications; normally the health is read when an audio check ends. */
const HEALTH_EVERY_MS = 30_000;

/** Starts the web role: the API, the carrier's callbacks, the live feed, and the audio check. */
export async function startWeb(shared: Shared): Promise<Closing> {
  const { config, audioCheckRuns, log } = shared;
  const carrierHealth = watchCarrierHealth(audioCheckRuns, () => feed.refreshAll());
  const feed = composeLiveFeed(shared, () => carrierHealth.current());
  const audioCheck = composeAudioCheck(shared, async () => {
    await carrierHealth.refresh();
    return carrierHealth.current();
  });

  if (proxySettingMissing(config.PUBLIC_URL, config.TRUSTED_PROXIES))
    log.warn({ hint: PROXY_HINT }, 'PUBLIC_URL is https, and no proxy is trusted');
  const parts = await composeWebParts(shared, feed, audioCheck.deps);
  const words = await composeWords(shared, feed, parts.consent);
  const { origins, limits } = parts;
  const repPages = composeRepPages(shared, feed, parts.speech);
  const callbacks = createCallbackListener({
    webhooks: parts.webhooks,
    facts: parts.calls,
    storeReports: parts.audit.storeReports,
  });
  const app = createApp({
    routes: allRoutes({ ...parts, words, repPages: repPages.pages }),
    origins,
    limits,
    trustedProxies: config.TRUSTED_PROXIES,
    audit: parts,
    log,
    readBefore: callbacks.readBefore,
  });
  const answer = app.callback();
  const server = await listen(
    callbacks.first((request, response) => void answer(request, response)),
    { port: config.PORT, host: config.HOST },
  );
  server.on('upgrade', audioCheck.upgrade);

  const onFault = warning(log, 'carrier health not read');
  const refreshHealth = (): void => void carrierHealth.refresh().catch(onFault);
  const unsubscribe = shared.changes.subscribe({
    onChange: () => undefined,
    onHealth: refreshHealth,
    onGap: refreshHealth,
  });
  refreshHealth();
  const health = everyMs(HEALTH_EVERY_MS, () => carrierHealth.refresh(), onFault);
  const stopAudioCheck = audioCheck.start();
  let closed: Promise<void> | undefined;
  return [
    // From here on the server accepts no new requests; other instances get them.
    () => void (closed = closeServer(server)),
    ...words.closing,
    ...repPages.closing,
    ...feed.closing,
    ...stopAudioCheck,
    () => closed,
    unsubscribe,
    () => health.stop(),
  ];
}

/**
 * Lets requests finish. Closes idle connections repeatedly, since they would otherwise stay open
 * for their keep-alive time.
 */
async function closeServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
}
