import type { Access } from './ports/access.ts';
import type { Clock } from './ports/clock.ts';
import type { DefinitionLinter } from './ports/definition-linter.ts';
import type { DocumentPrinter } from './ports/document-printer.ts';
import type { ProcessCatalog } from './ports/process-catalog.ts';
import type { Records } from './ports/records.ts';
import type { WorkflowEngine } from './ports/workflow-engine.ts';

/** What every use case gets: the world, behind ports. */
export interface Deps {
  readonly records: Records;
  readonly clock: Clock;
  readonly access: Access;
  readonly processes: ProcessCatalog;
  readonly engine: WorkflowEngine;
  readonly linter: DefinitionLinter;
  readonly printer: DocumentPrinter;
  /** Tells the sender of the outbox that there is something to send. */
  readonly wakeOutbox: () => void;
  /** The key of the installation for hashes of identity numbers. */
  readonly identityKey: string;
  /** Where citizens reach this installation, for printed addresses. */
  readonly publicUrl: string;
  readonly isDemo: boolean;
}
