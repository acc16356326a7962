import { createHash, randomBytes } from 'node:crypto';
import { hashPassword, isPassword } from '../domain/identity/password.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { UserRow } from './ports/office-rows.ts';

const FAILURES_MAX = 5;
const LOCK_MS = 15 * 60_000;
const SESSION_MS = 12 * 3_600_000;

// Compared when the account does not exist, so that the answer takes equally long.
const NOBODY = hashPassword('nobody');

const WRONG = reject(
  'forbidden',
  '用户名或密码不正确。',
  'The user name or the password is not right.',
);

/** A new session: the token goes to the browser, its hash into the database. */
export interface NewSession {
  readonly token: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

/** Signs a member of staff in; five wrong tries lock the account for a quarter of an hour. */
export async function signIn(
  deps: Deps,
  input: { readonly username: string; readonly password: string },
): Promise<NewSession | Rejection> {
  const { username, password } = input;
  const user = await deps.records.transaction((tx) => tx.one('AppUser', { username }));
  const isRight = isPassword(password, user?.passwordHash ?? NOBODY);
  const now = deps.clock.now();
  if (user === undefined || user.disabled || user.kind === 'system') return WRONG;
  if (user.lockedUntil !== null && user.lockedUntil.getTime() > now) {
    return reject(
      'forbidden',
      '密码连续输错，账号已锁定 15 分钟，请稍后再试或联系管理员。',
      'The account is locked for 15 minutes after wrong passwords.',
    );
  }
  if (!isRight) {
    await countFailure(deps, user, now);
    return WRONG;
  }
  return openSession(deps, user, now);
}

/** The hash under which a token is stored. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A new random token. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

async function countFailure(deps: Deps, user: UserRow, now: number): Promise<void> {
  const failedLogins = user.failedLogins + 1;
  const lockedUntil = failedLogins >= FAILURES_MAX ? new Date(now + LOCK_MS) : null;
  await deps.records.transaction(async (tx) => {
    const changes = { failedLogins: lockedUntil === null ? failedLogins : 0, lockedUntil };
    await tx.update('AppUser', { id: user.id }, changes);
    tx.audit({ ...auditLine(user, now), action: 'session.refused', result: 'refused' });
  });
}

async function openSession(deps: Deps, user: UserRow, now: number): Promise<NewSession> {
  const token = makeToken();
  const at = new Date(now);
  const expiresAt = new Date(now + SESSION_MS);
  await deps.records.transaction(async (tx) => {
    await tx.insert('Session', {
      tokenHash: tokenHash(token),
      userId: user.id,
      kind: 'staff',
      expiresAt,
      lastSeenAt: at,
      createdAt: at,
    });
    await tx.update('AppUser', { id: user.id }, { failedLogins: 0, lockedUntil: null });
    tx.audit({ ...auditLine(user, now), action: 'session.opened', result: 'ok' });
  });
  return { token, userId: user.id, expiresAt };
}

function auditLine(user: UserRow, now: number) {
  return {
    at: new Date(now),
    actorId: user.id,
    capacity: null,
    unitCode: null,
    object: 'session',
    caseId: null,
    purpose: null,
    detail: {},
  };
}
