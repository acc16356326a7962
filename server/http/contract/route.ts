import type { ZodType } from 'zod';

/** Who may call a route before the access matrix is asked. */
export type Audience = 'public' | 'staff' | 'track';

/** One HTTP operation: what it takes, what it answers, and the id the access matrix opens. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Answer = unknown> {
  /** Stable name; the access matrix opens routes by this id, never by the URL. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly audience: Audience;
  readonly params?: ZodType<Params>;
  readonly query?: ZodType<Query>;
  readonly body?: ZodType<Body>;
  /** Absent: the route answers bytes or a page, not JSON. */
  readonly answer?: ZodType<Answer>;
  readonly status?: number;
  readonly contentType?: string;
  /** Set when the route takes the raw bytes of a file as its body. */
  readonly takesBytes?: boolean;
}

/** Keeps the types of a route's schemas, so that its handler is checked against them. */
export function route<Params, Query, Body, Answer>(
  definition: Route<Params, Query, Body, Answer>,
): Route<Params, Query, Body, Answer> {
  return definition;
}
