import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

type Data = Readonly<Record<string, unknown>>;

/** What must be refused, and why. */
export interface Refusal {
  readonly by: string;
  readonly do: 'complete' | 'withdraw';
  readonly task?: string;
  readonly action?: string;
  readonly form?: Data;
  readonly code: string;
  readonly why: string;
}

/** One step of a journey; processes/paths.md explains the words. */
export interface Step {
  readonly by?: string | readonly string[];
  readonly do?: 'lodge' | 'complete';
  readonly entry?: string;
  readonly unit?: string;
  readonly task?: string;
  readonly action?: string;
  readonly text?: string;
  readonly form?: Data;
  readonly use?: string;
  readonly refused?: Refusal;
  readonly advance?: string;
  readonly citizen?: 'track' | 'supplement' | 'withdraw' | 'object' | 'evaluate';
  readonly message?: string;
  readonly expect?: Expectation;
}

/** What holds at a moment of a journey. */
export interface Expectation {
  readonly state?: string;
  readonly publicStage?: string;
  readonly outcome?: string;
  readonly stage?: string;
  readonly tasks?: readonly string[];
  readonly documents?: readonly string[];
  readonly flags?: readonly string[];
}

/** What the database holds before a journey begins. */
export interface Given {
  readonly earlierRelief?: { readonly cause: string; readonly monthsAgo: number };
  readonly relative?: { readonly user: string };
}

/** A journey with its phases put in. */
export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly given: readonly Given[];
  /** What the first look at the papers finds, and the looks after each supplement. */
  readonly facts?: { readonly materialsComplete?: boolean | readonly boolean[] };
  readonly steps: readonly Step[];
  readonly ends: string;
}

/** The journeys of one procedure and the valid data of its forms. */
export interface Journeys {
  readonly forms: Readonly<Record<string, Data>>;
  readonly journeys: readonly Journey[];
}

interface PathsFile {
  readonly forms: Readonly<Record<string, Data>>;
  readonly phases: Readonly<Record<string, readonly Step[]>>;
  readonly paths: readonly (Omit<Journey, 'given'> & { readonly given?: readonly Given[] })[];
}

/** Reads `processes/<key>/paths.yaml`. */
export function readJourneys(processKey: string): Journeys {
  const root = path.resolve(import.meta.dirname, '../../..');
  const file = path.join(root, 'processes', processKey, 'paths.yaml');
  const { forms, phases, paths } = parse(fs.readFileSync(file, 'utf8')) as PathsFile;
  const unfold = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step) => (step.use === undefined ? [step] : unfold(phases[step.use] ?? [])));
  const journeys = paths.map((journey) => ({
    ...journey,
    given: journey.given ?? [],
    steps: unfold(journey.steps),
  }));
  return { forms, journeys };
}
