import type { NextFunction, Request, Response, Router } from 'express';
import type { ZodError, ZodType } from 'zod';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { auditOf } from '../usecases/audit.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Actor } from '../usecases/ports/access.ts';
import { resumeSession } from '../usecases/resume-session.ts';
import type { Route } from './contract/route.ts';
import { readCookie } from './cookies.ts';
import { sendProblem, sendRejection } from './errors.ts';
import { mayUseRoute } from './route-matrix.ts';
import { isWhole } from './whole-text.ts';

/** Who calls: a member of staff, a citizen with an opened case, or an anonymous person. */
export interface Caller {
  readonly actor: Actor | null;
  readonly trackedCaseId: string | null;
}

/** What a handler gets, checked by the route's schemas. */
export interface Call<Params, Query, Body> extends Caller {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: Request;
  readonly response: Response;
}

/** Answers a value to send as JSON, a refusal, or undefined when it has answered itself. */
export type Handler<Params, Query, Body, Answer> = (
  call: Call<Params, Query, Body>,
) => Promise<Answer | Rejection | undefined>;

/** Mounts a route: session, access matrix, origin, schemas, handler, answer. */
export function mount<Params, Query, Body, Answer>(
  router: Router,
  deps: Deps,
  route: Route<Params, Query, Body, Answer>,
  handler: Handler<Params, Query, Body, Answer>,
): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  router[route.method](path, async (request: Request, response: Response, next: NextFunction) => {
    const caller = await callerOf(deps, request);
    if (!mayUseRoute(route.id, caller)) return refuse(response, route, caller);
    const parsed = parseAll(route, request);
    if ('error' in parsed) return sendInvalid(response, parsed.error);
    if (!isWhole([parsed.value.params, parsed.value.query, parsed.value.body])) {
      return sendProblem(response, BROKEN_TEXT);
    }
    const answer = await handler({ ...parsed.value, ...caller, request, response });
    if (isRejection(answer)) {
      await noteRefusal(deps, route.id, caller, answer);
      return sendRejection(response, answer);
    }
    if (answer === undefined) return response.headersSent ? undefined : next();
    response.status(route.status ?? 200).json(answer);
  });
}

// Who tried what they may not do is written down; other refusals are everyday mistakes.
async function noteRefusal(
  deps: Deps,
  routeId: string,
  { actor }: Caller,
  rejection: Rejection,
): Promise<void> {
  if (rejection.code !== 'forbidden' || actor === null) return;
  const facts = { action: routeId, object: 'route', caseId: null };
  const entry = auditOf(new Date(deps.clock.now()), actor, actor.capacities[0] ?? null, facts);
  const detail = { why: rejection.messageEn };
  await deps.records.transaction(async (tx) => tx.audit({ ...entry, result: 'refused', detail }));
}

/** Who sends this request, by its cookies. */
export async function callerOf(deps: Deps, request: Request): Promise<Caller> {
  const staffToken = readCookie(request, 'yunge_session');
  const trackToken = readCookie(request, 'yunge_track');
  const staff = staffToken ? await resumeSession(deps, staffToken, 'staff') : undefined;
  const track = trackToken ? await resumeSession(deps, trackToken, 'track') : undefined;
  return {
    actor: staff?.actor ?? null,
    trackedCaseId: track?.caseId ?? null,
  };
}

function refuse(response: Response, route: { audience: string }, caller: Caller): void {
  const isStaffRoute = route.audience === 'staff' && caller.actor === null;
  const problem = isStaffRoute ? SIGN_IN : route.audience === 'track' ? TRACK_AGAIN : NOT_OPEN;
  sendProblem(response, problem);
}

const SIGN_IN = {
  status: 401,
  code: 'unauthenticated',
  detail: '登录已过期，请重新登录。您填写的内容没有丢失。',
  detailEn: 'Please sign in again.',
};

const TRACK_AGAIN = {
  status: 401,
  code: 'unauthenticated',
  detail: '查询已超时，请重新输入受理编号和查询码。',
  detailEn: 'Please enter the case number and the query code again.',
};

const BROKEN_TEXT = {
  status: 400,
  code: 'invalid_argument',
  detail: '内容中有无法保存的字符，请删除后再试。',
  detailEn: 'The text holds characters that cannot be stored.',
};

const NOT_OPEN = {
  status: 403,
  code: 'forbidden',
  detail: '您的岗位没有使用这项功能的权限。',
  detailEn: 'You may not use this function.',
};

type Parsed<P, Q, B> = { value: { params: P; query: Q; body: B } } | { error: ZodError };

function parseAll<P, Q, B>(route: Route<P, Q, B, unknown>, request: Request): Parsed<P, Q, B> {
  const params = parse(route.params, request.params);
  if ('error' in params) return params;
  const query = parse(route.query, request.query);
  if ('error' in query) return query;
  const body = parse(route.body, request.body);
  if ('error' in body) return body;
  return { value: { params: params.value, query: query.value, body: body.value } };
}

function parse<T>(
  schema: ZodType<T> | undefined,
  value: unknown,
): { value: T } | { error: ZodError } {
  if (schema === undefined) return { value: undefined as T };
  const result = schema.safeParse(value ?? {});
  return result.success ? { value: result.data } : { error: result.error };
}

function sendInvalid(response: Response, error: ZodError): void {
  sendProblem(response, {
    status: 400,
    code: 'invalid_argument',
    detail: '提交的内容不符合要求，请检查后再试。',
    detailEn: 'The request does not fit the schema.',
    errors: error.issues.map(({ path, message, code }) => ({
      path: `/${path.join('/')}`,
      message: '填写不正确',
      messageEn: message,
      rule: code,
    })),
  });
}
