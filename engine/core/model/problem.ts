import type { SourceNode } from './source.ts';

/** One reason why a file is not deployed. */
export interface DeploymentProblem {
  /** Id of the nearest element that has one, then ` > tag` down to the offending element. */
  readonly element: string;
  readonly message: string;
}

/** A problem of an element, or of an extension element in it. */
export function problemAt(node: SourceNode, message: string, ...tags: string[]): DeploymentProblem {
  const name = node.id ?? tagOf(node.type);
  return { element: [name, ...tags].join(' > '), message };
}

/** The XML tag of a meta-model type: `bpmn:ServiceTask` is `serviceTask`. */
export function tagOf(type: string): string {
  const name = type.slice(type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Zeebe's text for the problems of one file. */
export function describeProblems(name: string, problems: readonly DeploymentProblem[]): string {
  const lines = problems.map(
    ({ element, message }) => `- Element: ${element}\n    - ERROR: ${message}`,
  );
  return `'${name}': ${lines.join('\n')}\n`;
}
