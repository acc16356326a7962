import type { Router } from 'express';
import { isRejection } from '../domain/rejection.ts';
import { answerSupplement } from '../usecases/answer-supplement.ts';
import type { Deps } from '../usecases/deps.ts';
import { evaluateCase } from '../usecases/evaluate-case.ts';
import { objectToCase } from '../usecases/object-to-case.ts';
import { signOut } from '../usecases/sign-out.ts';
import { openTrack, readTrack } from '../usecases/track-case.ts';
import { withdrawCase } from '../usecases/withdraw-case.ts';
import * as contract from './contract/track.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import { mount } from './mount.ts';

/** A citizen's own case: opened by number and query code. */
export function mountTrack(router: Router, deps: Deps): void {
  mount(router, deps, contract.openTrack, async ({ body, request, response }) => {
    const opened = await openTrack(deps, body);
    if (isRejection(opened)) return opened;
    const { token: value, expiresAt: expires, page } = opened;
    writeCookie(response, 'yunge_track', { value, expires, isSecure: request.secure });
    return page;
  });
  mount(router, deps, contract.readTrack, async ({ trackedCaseId }) =>
    trackedCaseId === null ? undefined : readTrack(deps, trackedCaseId),
  );
  mount(router, deps, contract.closeTrack, async ({ request, response }) => {
    const token = readCookie(request, 'yunge_track');
    if (token !== undefined) await signOut(deps, token);
    dropCookie(response, 'yunge_track');
    return {};
  });
  mountActs(router, deps);
}

function mountActs(router: Router, deps: Deps): void {
  mount(router, deps, contract.answerSupplement, async ({ trackedCaseId: caseId, body }) => {
    if (caseId === null) return undefined;
    const refused = await answerSupplement(deps, { caseId, answers: body.answers });
    return refused ?? readTrack(deps, caseId);
  });
  mount(router, deps, contract.withdrawByApplicant, async ({ trackedCaseId: caseId, body }) => {
    if (caseId === null) return undefined;
    const refused = await withdrawCase(deps, null, { caseId, reason: body.reason });
    return refused ?? readTrack(deps, caseId);
  });
  mount(router, deps, contract.objectByCitizen, async ({ trackedCaseId: caseId, body }) => {
    if (caseId === null) return undefined;
    const refused = await objectToCase(deps, null, { caseId, ...body });
    return refused ?? readTrack(deps, caseId);
  });
  mount(router, deps, contract.evaluateByCitizen, async ({ trackedCaseId: caseId, body }) => {
    if (caseId === null) return undefined;
    const refused = await evaluateCase(deps, { caseId, ...body });
    return refused ?? readTrack(deps, caseId);
  });
}
