import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses requests that change something when a page of another site has sent them. */
export function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (SAFE.has(request.method) || isOwn(request)) {
    next();
    return;
  }
  sendProblem(response, {
    status: 403,
    code: 'forbidden',
    detail: '请从本系统的页面提交。',
    detailEn: 'The request came from another site.',
  });
}

// Browsers always send one of the two; a program that sends neither must say who it is.
function isOwn(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  if (origin === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
