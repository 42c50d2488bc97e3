import adapter from '@sveltejs/adapter-static';
import { inputHash } from './src/cli/prepare.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true, precompress: false }),
    paths: { relative: true },
    // Registered by the page when it has nothing else to do.
    serviceWorker: { register: false },
    // The default is the time of the build; this way two builds of the same sources are the same bytes.
    version: { name: inputHash().slice(0, 12) },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
        'style-src': ['self', 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='],
        // The one inline style of SvelteKit's route announcer.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
      },
    },
  },
};
