import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** How long the page may be busy before the worker is registered all the same; milliseconds. */
const LATEST = 5000;
const WITHOUT_IDLE = 1000;

/**
 * Keeps the program on the device, so that it opens without a network, when the page has nothing else to do. `announce` is
 * given what loads a new version, once one waits.
 */
export async function keepOffline(announce: (update: () => void) => void): Promise<void> {
  if (dev || !('serviceWorker' in navigator)) return;
  await idle();
  const { serviceWorker } = navigator;
  // Where a browser refuses to keep anything, the page works as long as there is a network.
  const registration = await serviceWorker.register(asset('/service-worker.js')).catch(() => null);
  if (!registration) return;
  const offer = (waiting: ServiceWorker): void => {
    // The first version of all has nobody to take over from.
    if (serviceWorker.controller) announce(() => load(waiting));
  };
  void serviceWorker.ready.then(({ active }) => active?.postMessage('keep'));
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') offer(coming);
    });
  });
}

/** Lets the new version take over and shows it; another tab may have done so already. */
function load(waiting: ServiceWorker): void {
  if (waiting.state !== 'installed') {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('update');
}

function idle(): Promise<void> {
  return new Promise((resume) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resume(), { timeout: LATEST });
    else setTimeout(resume, WITHOUT_IDLE);
  });
}
