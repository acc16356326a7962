import type { ErrorRequestHandler, Response } from 'express';
import type { FormProblem } from '../../forms/validate.ts';
import type { Rejection, RejectionCode } from '../domain/rejection.ts';

const STATUS: Readonly<Record<RejectionCode, number>> = {
  invalid_argument: 422,
  not_found: 404,
  already_exists: 409,
  invalid_state: 409,
  forbidden: 403,
};

const TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '情况已变化',
  413: '文件太大',
  422: '填写有误',
  429: '操作太频繁',
  500: '系统故障',
  503: '服务暂不可用',
};

/** What a problem document says besides its title. */
export interface ProblemParts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly errors?: readonly FormProblem[];
}

/** Sends a problem document (RFC 9457) in both languages. */
export function sendProblem(response: Response, parts: ProblemParts): void {
  const { status, code } = parts;
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:yunge:${code}`, title: TITLES[status] ?? '', ...parts }));
}

/** Sends the refusal of a use case; fields to repair come with it. */
export function sendRejection(response: Response, rejection: Rejection): void {
  const { code, message, messageEn } = rejection;
  const errors = (rejection as { errors?: readonly FormProblem[] }).errors;
  sendProblem(response, {
    status: STATUS[code],
    code,
    detail: message,
    detailEn: messageEn,
    ...(errors === undefined ? {} : { errors }),
  });
}

/** Turns what was thrown into a problem document; bugs are logged once and say nothing outside. */
export function problemHandler(log: { error(fields: object, text: string): void }) {
  const handler: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = clientStatus(error);
    if (status === 413) return sendProblem(response, TOO_LARGE);
    if (status !== undefined) return sendProblem(response, { ...MALFORMED, status });
    log.error({ err: error, method: request.method, path: request.path }, 'http: failed');
    sendProblem(response, FAILED);
  };
  return handler;
}

const TOO_LARGE = {
  status: 413,
  code: 'too_large',
  detail: '内容太大：一个文件不能超过 20 MB，请压缩或分开上传。',
  detailEn: 'Too large: a file may have at most 20 MB.',
};

const MALFORMED = {
  code: 'invalid_argument',
  detail: '请求的格式不正确。',
  detailEn: 'The request is malformed.',
};

const FAILED = {
  status: 500,
  code: 'internal',
  detail: '系统出现故障，请稍后再试；您填写的内容请先不要关闭页面。',
  detailEn: 'Something went wrong. Please try again later.',
};

// Express and its body parsers mark the client's mistakes with a status below 500.
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
