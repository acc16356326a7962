import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import { tokenHash } from './sign-in.ts';

const IDLE_MS_MAX = 2 * 3_600_000;
const TOUCH_MS = 60_000;

/** Who is behind a token: a member of staff, or a citizen with one case. */
export interface ResumedSession {
  readonly actor: Actor | null;
  readonly caseId: string | null;
}

/** Finds the session of a token; one that is too old or was idle too long is over. */
export async function resumeSession(
  deps: Deps,
  token: string,
  kind: 'staff' | 'track',
): Promise<ResumedSession | undefined> {
  const now = deps.clock.now();
  const where = { tokenHash: tokenHash(token), kind };
  return deps.records.transaction(async (tx) => {
    const session = await tx.one('Session', where);
    if (session === undefined) return undefined;
    const idleMs = now - session.lastSeenAt.getTime();
    if (session.expiresAt.getTime() < now || idleMs > IDLE_MS_MAX) {
      await tx.remove('Session', where);
      return undefined;
    }
    if (idleMs > TOUCH_MS) await tx.update('Session', where, { lastSeenAt: new Date(now) });
    if (session.userId === null) return { actor: null, caseId: session.caseId };
    const actor = await deps.access.actor(tx, session.userId);
    return actor === undefined ? undefined : { actor, caseId: null };
  });
}
