import { pathToFileURL } from 'node:url';
import { bundleFile, ensureBundled } from './bundle.js';
import { Advice } from './prepare.js';

try {
  await ensureBundled();
} catch (error) {
  console.error(error instanceof Advice ? error.message : error);
  process.exit(2);
}
await import(pathToFileURL(bundleFile).href);
