import type { Request, Response } from 'express';
import { makeToken, tokenHash } from '../usecases/sign-in.ts';
import type { Uploader } from '../usecases/store-attachment.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Caller } from './mount.ts';

const DRAFT_MS = 90 * 24 * 3_600_000;

/** Who owns drafts in this request: the member of staff, or the anonymous holder of the cookie. */
export function draftOwner(caller: Caller, request: Request): Uploader {
  const token = readCookie(request, 'yunge_draft');
  return { ...caller, tokenHash: token === undefined ? undefined : tokenHash(token) };
}

/** The same, and gives an anonymous person a cookie to be known by. */
export function draftOwnerWithCookie(
  caller: Caller,
  request: Request,
  response: Response,
): Uploader {
  const owner = draftOwner(caller, request);
  if (owner.actor !== null || owner.tokenHash !== undefined) return owner;
  const value = makeToken();
  const expires = new Date(Date.now() + DRAFT_MS);
  writeCookie(response, 'yunge_draft', { value, expires, isSecure: request.secure });
  return { ...owner, tokenHash: tokenHash(value) };
}
