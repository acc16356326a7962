import type { Router } from 'express';
import { isRejection } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Actor } from '../usecases/ports/access.ts';
import { signIn } from '../usecases/sign-in.ts';
import { signOut } from '../usecases/sign-out.ts';
import * as contract from './contract/session.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import { mount } from './mount.ts';
import { mayDesign, mayPublish } from './route-matrix.ts';

/** Signing in and out. */
export function mountSession(router: Router, deps: Deps): void {
  mount(router, deps, contract.signIn, async ({ body, request, response }) => {
    const session = await signIn(deps, body);
    if (isRejection(session)) return session;
    writeCookie(response, 'yunge_session', {
      value: session.token,
      expires: session.expiresAt,
      isSecure: request.secure,
    });
    const actor = await deps.records.transaction((tx) => deps.access.actor(tx, session.userId));
    return actor === undefined ? undefined : meOf(deps, actor);
  });
  mount(router, deps, contract.readMe, async ({ actor }) =>
    actor === null ? undefined : meOf(deps, actor),
  );
  mount(router, deps, contract.signOut, async ({ request, response }) => {
    const token = readCookie(request, 'yunge_session');
    if (token !== undefined) await signOut(deps, token);
    dropCookie(response, 'yunge_session');
    return {};
  });
}

function meOf(deps: Deps, actor: Actor): contract.Me {
  const { userId: id, name, username, capacities } = actor;
  const mayLodge = deps.processes
    .list()
    .some(({ key }) =>
      capacities.some(
        ({ unitCode }) =>
          deps.access.may(actor, { act: 'lodge', object: `proc:${key}`, unitCode, context: {} })
            .allowed,
      ),
    );
  return {
    user: { id, name, username },
    appointments: capacities.map(({ actingFor: _, ...appointment }) => appointment),
    mayDesign: mayDesign(actor),
    mayPublish: mayPublish(actor),
    mayLodge,
    mayReport: mayLodge,
  };
}
