import type { Actor } from '../usecases/ports/access.ts';

/** Who a route is open for: everybody, a signed-in person, a right, or the holder of a position. */
export type RouteRule =
  | 'everybody'
  | 'staff'
  | 'track'
  | 'design'
  | 'publish'
  | 'administer'
  | 'appointed';

/** The access matrix of routes, by route id. A route that is not in it is closed. */
export const ROUTE_MATRIX: Readonly<Record<string, RouteRule>> = {
  'session.create': 'everybody',
  'session.read': 'staff',
  'session.delete': 'everybody',
  'task.list': 'appointed',
  'task.read': 'appointed',
  'task.claim': 'appointed',
  'task.release': 'appointed',
  'task.draft': 'appointed',
  'task.complete': 'appointed',
  'case.list': 'appointed',
  'case.read': 'appointed',
  'case.diagram': 'appointed',
  'case.withdraw': 'appointed',
  'case.terminate': 'appointed',
  'case.extend': 'appointed',
  'case.end-emergency': 'appointed',
  'case.recovery': 'appointed',
  'case.objection': 'appointed',
  'application.create': 'everybody',
  'clue.create': 'appointed',
  'draft.save': 'everybody',
  'draft.read': 'everybody',
  'draft.list': 'everybody',
  'draft.delete': 'everybody',
  'attachment.create': 'everybody',
  'attachment.read': 'everybody',
  'document.read': 'everybody',
  'form.read': 'everybody',
  'service.list': 'everybody',
  'division.list': 'everybody',
  'track.create': 'everybody',
  'track.read': 'track',
  'track.delete': 'everybody',
  'track.supplement': 'track',
  'track.withdraw': 'track',
  'track.objection': 'track',
  'track.evaluation': 'track',
  'definition.list': 'design',
  'definition.read': 'design',
  'definition.draft': 'design',
  'definition.lint': 'design',
  'definition.submit': 'design',
  'definition.publish': 'publish',
  'incident.list': 'administer',
};

/** Whether a person or a citizen's session may use a route at all. */
export function mayUseRoute(
  routeId: string,
  caller: { readonly actor: Actor | null; readonly trackedCaseId: string | null },
): boolean {
  const { actor, trackedCaseId } = caller;
  const rule = ROUTE_MATRIX[routeId];
  if (rule === undefined) return false;
  switch (rule) {
    case 'everybody':
      return true;
    case 'staff':
      return actor !== null;
    case 'track':
      return trackedCaseId !== null;
    case 'appointed':
      return actor !== null && actor.capacities.length > 0;
    case 'design':
      return mayDesign(actor) || mayPublish(actor);
    case 'publish':
      return mayPublish(actor);
    case 'administer':
      return actor?.rights.includes('administer') ?? false;
    default:
      return rule satisfies never;
  }
}

/** Whether somebody may draw procedures. */
export function mayDesign(actor: Actor | null): boolean {
  return actor?.rights.includes('design') ?? false;
}

/** Whether somebody may publish procedures that others drew. */
export function mayPublish(actor: Actor | null): boolean {
  return actor?.rights.includes('publish') ?? false;
}
