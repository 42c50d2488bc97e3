import { expect, test } from '@playwright/test';

test('the first page opens without an error, a refused style or a request to another origin', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== baseURL)
      complaints.push(`request to ${request.url()}`);
  });
  await page.goto('/');
  await expect(page.locator('h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('pages are served compressed and under a strict policy', async ({ request }) => {
  const response = await request.get('/', { headers: { 'Accept-Encoding': 'br' } });
  const headers = response.headers();
  expect(headers['content-encoding']).toBe('br');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
  expect(await response.text()).toContain('http-equiv="content-security-policy"');
});

test('scripts carry the policy that binds workers and stay in the cache', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const script = /_app\/immutable\/[\w./-]+\.js/.exec(page)?.[0] ?? 'none';
  const headers = (await request.get(`/${script}`)).headers();
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(headers['cache-control']).toContain('immutable');
});

test('an unknown address is answered with 404', async ({ request }) => {
  expect((await request.get('/no-such-page/')).status()).toBe(404);
});

test('the policy refuses code made from text, inline scripts and other origins', async ({ page }) => {
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    // What the test tool starts stands above the page's policy; a later task does not.
    await new Promise((done) => setTimeout(done, 20));
    const tried = (work: () => unknown): string => {
      try {
        work();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    const script = document.createElement('script');
    script.textContent = 'window.name = "inline"';
    document.head.append(script);
    const fetched = await fetch('https://example.org/').then(
      () => 'ran',
      () => 'refused',
    );
    return { text: tried(() => new Function('return 1')()), inline: window.name, fetched };
  });
  expect(outcome).toEqual({ text: 'refused', inline: '', fetched: 'refused' });
});
