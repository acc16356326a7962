import type { DefinitionFileRow } from './office-rows.ts';

/** Something in a definition that must or should be repaired before it is published. */
export interface LintProblem {
  readonly file: string;
  readonly elementId: string | null;
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
}

/** Judges the files of a definition before the engine does. */
export interface DefinitionLinter {
  lint(files: readonly DefinitionFileRow[]): Promise<LintProblem[]>;
}
