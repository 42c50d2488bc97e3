import { z } from 'zod';

// Without this zod probes `new Function`, which the content security policy refuses.
z.config({ jitless: true });

export { z };
