import type { CookieOptions, Request, Response } from 'express';

/** The cookies of the application. */
export type CookieName = 'yunge_session' | 'yunge_track' | 'yunge_draft';

/** The value of a cookie of this request. */
export function readCookie(request: Request, name: CookieName): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value) return decodeURIComponent(value);
  }
  return undefined;
}

/** Sets a cookie that scripts cannot read and other sites cannot send. */
export function writeCookie(
  response: Response,
  name: CookieName,
  cookie: { readonly value: string; readonly expires: Date; readonly isSecure: boolean },
): void {
  response.cookie(name, cookie.value, { ...options(cookie.isSecure), expires: cookie.expires });
}

/** Removes a cookie. */
export function dropCookie(response: Response, name: CookieName): void {
  response.clearCookie(name, options(false));
}

function options(isSecure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure };
}
