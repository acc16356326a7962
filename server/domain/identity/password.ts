import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const COST = { N: 16_384, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** The hash of a password to store: `scrypt$N$r$p$salt$key`, so that the cost can be raised. */
export function hashPassword(password: string, salt: Uint8Array = randomBytes(SALT_BYTES)): string {
  const key = scryptSync(password.normalize('NFKC'), salt, KEY_BYTES, COST);
  const parts = [COST.N, COST.r, COST.p, encode(salt), encode(key)];
  return `scrypt$${parts.join('$')}`;
}

/** Whether a password belongs to a stored hash; an unreadable hash belongs to none. */
export function isPassword(password: string, stored: string): boolean {
  const [kind, cost, blocks, parallel, salt = '', key = ''] = stored.split('$');
  if (kind !== 'scrypt') return false;
  const expected = Buffer.from(key, 'base64url');
  const options = { N: Number(cost), r: Number(blocks), p: Number(parallel) };
  const saltBytes = Buffer.from(salt, 'base64url');
  const given = scryptSync(password.normalize('NFKC'), saltBytes, expected.length, options);
  return expected.length > 0 && timingSafeEqual(given, expected);
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
