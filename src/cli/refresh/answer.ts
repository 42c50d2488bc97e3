import type { z } from 'zod';

/** What stops one source: the sentence for the maintainer. Nothing of that source is then written. */
export class RefreshError extends Error {}

/** How answers are fetched: `base` replaces the origin of every address, `timeout` is in milliseconds. */
export type Fetching = { base: string | null; timeout: number; version: string };

/** The bytes behind an address; one try, no second. */
export async function fetchBytes(address: string, { base, timeout, version }: Fetching): Promise<Uint8Array> {
  const url = rebased(address, base);
  try {
    const response = await fetch(url, {
      headers: { 'User-Agent': `bosett/${version} (data:refresh)` },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new RefreshError(`${url} answered ${response.status}; 200 was expected.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof RefreshError) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new RefreshError(`${url} did not answer within ${timeout / 1000} seconds.`);
    throw new RefreshError(`${url} could not be reached: ${causeOf(error)}.`);
  }
}

/** The JSON behind an address, in the shape that is expected of it. */
export async function fetchJson<T>(address: string, shape: z.ZodType<T>, fetching: Fetching): Promise<T> {
  const text = new TextDecoder().decode(await fetchBytes(address, fetching));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefreshError(`${rebased(address, fetching.base)} did not answer with JSON.`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const defects = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the answer'}: ${message}`);
  throw new RefreshError(`${rebased(address, fetching.base)} has another shape than expected. ${defects.join('; ')}.`);
}

function rebased(address: string, base: string | null): string {
  if (base === null) return address;
  const { pathname, search } = new URL(address);
  return `${base.replace(/\/$/, '')}${pathname}${search}`;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause && cause.code ? String(cause.code) : cause.message;
  return error.message;
}
