import type { DeploymentProblem } from '../problem.ts';
import type { SourceNode } from '../source.ts';
export function checkModel(_d: SourceNode): readonly DeploymentProblem[] {
  return [];
}
