import { isAction } from './actions.ts';
import { isPredicate } from './predicates.ts';

/** How far a rule reaches: the unit itself, everything below it, or everywhere. */
export type Scope = 'exact' | 'subtree' | 'any';

/** One rule of a role matrix. */
export interface PolicyRow {
  /** `town:SOC.relief` (either kind of town), `T.SOC.relief`, `base:relief_officer`, `citizen`. */
  readonly subject: string;
  readonly scope: Scope;
  /** `proc:temporary-relief/step:visit`, `proc:*`, `data:person.L4`. */
  readonly object: string;
  readonly action: string;
  /** Names of predicates joined by `&`, or `true`. */
  readonly condition: string;
  readonly effect: 'allow' | 'deny';
}

const SUBJECT = new RegExp(
  '^(?:(?:village|town|county|city):[A-Z0-9]+\\.[a-z_]+' +
    '|[CDTSVM]\\.[A-Z0-9]+\\.[a-z_]+|base:[a-z0-9_]+|citizen)$',
);
// Keys and element ids are XML names, so they may hold Chinese letters, but nothing of a path.
const NAME = '[\\p{L}\\p{N}_.-]+';
const REST = `(?:/step:${NAME})?|data:[A-Za-z0-9_.]+)$`;
const OBJECT = new RegExp(`^(?:proc:(?:\\*|${NAME})${REST}`, 'u');
const REQUEST_OBJECT = new RegExp(`^(?:proc:${NAME}${REST}`, 'u');

/** What is wrong with a rule; undefined when it can be loaded. */
export function faultOfRow(row: PolicyRow): string | undefined {
  if (!SUBJECT.test(row.subject)) return `Expected a subject, but got "${row.subject}"`;
  if (!['exact', 'subtree', 'any'].includes(row.scope)) return `Expected a scope: "${row.scope}"`;
  if (!OBJECT.test(row.object)) return `Expected an object, but got "${row.object}"`;
  if (row.action !== '*' && !isAction(row.action)) {
    return `Expected an action, but got "${row.action}"`;
  }
  if (!['allow', 'deny'].includes(row.effect)) return `Expected an effect, but got "${row.effect}"`;
  // A condition that cannot be answered fails, and a deny must not fail open.
  if (row.effect === 'deny' && row.condition !== 'true') {
    return `Expected a deny without condition, but got "${row.condition}"`;
  }
  const unknown = row.condition.split('&').find((name) => name !== 'true' && !isPredicate(name));
  return unknown === undefined ? undefined : `Expected a known condition, but got "${unknown}"`;
}

/** Whether a text may be asked about: one concrete object, never a pattern. */
export function isRequestObject(object: string): boolean {
  return REQUEST_OBJECT.test(object);
}

/** Whether a rule about `ruled` covers the object asked for: step, process, all processes. */
export function coversObject(asked: string, ruled: string): boolean {
  if (asked === ruled || asked.startsWith(`${ruled}/`)) return true;
  if (!ruled.startsWith('proc:*') || !asked.startsWith('proc:')) return false;
  return ruled === 'proc:*' || asked.endsWith(ruled.slice('proc:*'.length));
}
