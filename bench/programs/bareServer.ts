/** The yardstick for callbacks: the same application, with signature and fact, without a database. */
import { callbackApp } from '../support/callbackApp.ts';
import { serve } from '../support/rpc.ts';

await callbackApp(process.env.PUBLIC_URL!, async () => undefined);
serve({});
