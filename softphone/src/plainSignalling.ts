/**
 * The Voice SDK only speaks wss. A carrier on this machine has no certificate that browsers trust, so
 * connections to exactly that host are made without TLS; all others are left alone. Loaded before the SDK,
 * which takes hold of `WebSocket` when it is loaded.
 */
const { signallingUrl } = JSON.parse(document.querySelector('#config')!.textContent!) as { signallingUrl: string | null };

if (signallingUrl && new URL(signallingUrl).protocol === 'ws:') {
  const { host } = new URL(signallingUrl);
  const NativeWebSocket = window.WebSocket;
  window.WebSocket = class extends NativeWebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const url = new URL(address);
      super(url.host === host ? `ws://${host}${url.pathname}${url.search}` : address, protocols);
    }
  };
}

export {};
