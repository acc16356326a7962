import { createHmac } from 'node:crypto';

/**
 * The hash under which an identity number is compared and searched. The key belongs to the
 * installation: without it all numbers of a county could be tried out in a minute.
 */
export function identityHash(idNo: string, key: string): string {
  return createHmac('sha256', key).update(idNo.trim().toUpperCase()).digest('hex');
}
