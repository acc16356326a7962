import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../forms/schema.ts';

/** One step of a journey; the language is explained in `processes/paths.md`. */
export interface PathStep {
  readonly by?: string | readonly string[];
  readonly do?: 'lodge' | 'complete' | 'withdraw';
  readonly entry?: string;
  readonly task?: string;
  readonly action?: string;
  readonly form?: JsonObject;
  readonly text?: string;
  readonly use?: string;
  readonly refused?: PathStep & { readonly code: string; readonly why: string };
  readonly advance?: string;
  readonly citizen?: 'track' | 'supplement' | 'withdraw' | 'object' | 'evaluate';
  readonly message?: string;
  readonly expect?: {
    readonly state?: string;
    readonly outcome?: string;
    readonly stage?: string;
    readonly tasks?: readonly string[];
    readonly documents?: readonly string[];
    readonly flags?: readonly string[];
  };
}

/** One journey with its phases put in. */
export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly facts?: JsonObject;
  readonly parameters?: JsonObject;
  readonly steps: readonly PathStep[];
  readonly ends: string;
}

/** The journeys of a procedure. */
export interface PathFile {
  readonly people: readonly string[];
  readonly forms: Readonly<Record<string, JsonObject>>;
  readonly journeys: readonly Journey[];
}

const FOLDER = path.resolve(import.meta.dirname, '../../processes');

/** Reads `paths.yaml` of a procedure and puts the phases into the journeys. */
export function readPaths(processKey: string): PathFile {
  const file = parse(readFileSync(path.join(FOLDER, processKey, 'paths.yaml'), 'utf8'));
  const phases: Readonly<Record<string, readonly PathStep[]>> = file.phases;
  const spread = (step: PathStep): readonly PathStep[] => {
    if (step.use === undefined) return [step];
    const phase = phases[step.use];
    if (phase === undefined) throw new Error(`Expected the phase ${step.use} in paths.yaml`);
    return phase.flatMap(spread);
  };
  const journeys = file.paths.map((journey: Journey) => ({
    ...journey,
    steps: journey.steps.flatMap(spread),
  }));
  return { people: file.people, forms: file.forms, journeys };
}
