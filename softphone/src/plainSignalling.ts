/**
 * The Voice SDK only speaks wss. A carrier on this machine has no certificate that browsers trust, so
 * connections to exactly that host are made without TLS; all others are left alone.
 */
export function allowPlainSignalling(signallingUrl: string): void {
  const { host, protocol } = new URL(signallingUrl);
  if (protocol !== 'ws:') return;
  const NativeWebSocket = window.WebSocket;
  window.WebSocket = class extends NativeWebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const url = new URL(address);
      super(url.host === host ? `ws://${host}${url.pathname}${url.search}` : address, protocols);
    }
  };
}
