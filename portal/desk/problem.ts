/** One field that the server refused, by the path of the form. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The body of an RFC 9457 answer, as our server writes it. */
export interface ProblemBody {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly detailEn?: string;
  readonly errors?: readonly FieldError[];
}

/** A refusal that a screen shows where it happened. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly errors: readonly FieldError[];

  constructor(body: ProblemBody) {
    super(body.detailEn ?? body.title ?? body.code ?? 'refused');
    this.status = body.status;
    this.code = body.code ?? 'unknown';
    this.detail = body.detail ?? body.title ?? unreachable.detail;
    this.detailEn = body.detailEn ?? body.title ?? unreachable.detailEn;
    this.errors = body.errors ?? [];
  }
}

/** What is said when no answer came, or one that nobody can read. */
export const unreachable = {
  status: 0,
  code: 'unreachable',
  detail: '没有连上服务器。您填的内容还在，请稍后再试。',
  detailEn: 'The server could not be reached. What you entered is kept; please try again.',
} as const satisfies ProblemBody;

/** Any thrown value as a problem; only bugs and lost connections are not one already. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(unreachable);
}
