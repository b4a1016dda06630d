import type { OfficeHost } from './officeHost';

/**
 * Puts an add-in's task pane into an iframe and connects it. The iframe's name is set before it is inserted, because office.js
 * reads it while it loads. Both pages must be on https and on the same hostname (any port), or office.js asks its user
 * whether to trust the host. Returns the function that takes the pane away again.
 */
export const mountTaskPane = (container: Element, url: string, host: OfficeHost): (() => void) => {
  const address = new URL(url, location.href);
  const frame = document.createElement('iframe');
  const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source === frame.contentWindow && origin === address.origin && typeof data === 'string') host.receive(data);
  };
  window.addEventListener('message', listen);
  host.connect({
    origin: location.origin,
    send: (text) => {
      frame.contentWindow?.postMessage(text, address.origin);
    },
  });
  frame.name = host.windowName;
  frame.src = address.href;
  container.append(frame);
  return () => {
    window.removeEventListener('message', listen);
    host.disconnect();
    frame.remove();
  };
};
