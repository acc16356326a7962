import * as applications from './applications.ts';
import * as cases from './cases.ts';
import * as catalog from './catalog.ts';
import * as definitions from './definitions.ts';
import * as files from './files.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as track from './track.ts';
import * as work from './work.ts';

const modules: readonly Record<string, unknown>[] = [
  session,
  work,
  cases,
  applications,
  files,
  catalog,
  track,
  definitions,
];

/** Every route of the API, in the order of the documentation. */
export const routes: readonly Route[] = modules.flatMap((module) =>
  Object.values(module).filter(isRoute),
);

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'audience' in value && 'method' in value;
}
