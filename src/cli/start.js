import { Advice, ensureBuilt, ensureInstalled } from './prepare.js';
import { requireFreePort, serve, wantedPort } from './serve.js';

try {
  const port = wantedPort();
  await requireFreePort(port);
  await ensureInstalled();
  await ensureBuilt();
  const { address } = await serve(port);
  console.log(`Bosett: ${address}`);
} catch (error) {
  if (!(error instanceof Advice)) throw error;
  console.error(error.message);
  process.exit(1);
}
