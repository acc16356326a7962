import { createHash } from 'node:crypto';
import type { ProcessGraph } from '../core/model/graph.ts';
import { FILE_BYTES_MAX } from '../core/model/limits.ts';
import { describeProblems } from '../core/model/problem.ts';
import { success } from '../core/records/index.ts';
import { type Drg, parseDmn } from '../feel/dmn/index.ts';
import { parseBpmn } from './parse.ts';
import { type Reply, refuse } from './reply.ts';
import type { Resource } from './requests.ts';

interface ParsedFile {
  readonly name: string;
  readonly text: string;
  /** Tells whether a file is the one that was deployed last. */
  readonly checksum: string;
}

/** A BPMN file that can be deployed. */
export interface ParsedProcesses extends ParsedFile {
  readonly kind: 'processes';
  readonly graphs: readonly ProcessGraph[];
}

/** A DMN file that can be deployed. */
export interface ParsedDecisions extends ParsedFile {
  readonly kind: 'decisions';
  readonly drg: Drg;
}

/** Reads all files of a deployment; one bad file refuses them all, and every error is told. */
export async function parseFiles(
  resources: readonly Resource[],
): Promise<Reply<readonly (ParsedProcesses | ParsedDecisions)[]>> {
  if (resources.length === 0) {
    return refuse('invalid_argument', 'Expected to deploy at least one resource, but none given');
  }
  const files: (ParsedProcesses | ParsedDecisions)[] = [];
  const errors: string[] = [];
  for (const resource of resources) {
    const parsed = await parseFile(resource);
    if (typeof parsed === 'string') errors.push(parsed);
    else files.push(parsed);
  }
  errors.push(...duplicateIds(files));
  if (errors.length === 0) return success(files);
  const list = errors.join('\n');
  return refuse(
    'invalid_argument',
    `Expected to deploy new resources, but encountered the following errors:\n${list}`,
  );
}

type Parsed = ParsedProcesses | ParsedDecisions;

async function parseFile({ name, content }: Resource): Promise<Parsed | string> {
  const text = Buffer.from(content).toString('utf8');
  const file = { name, text, checksum: createHash('md5').update(content).digest('hex') };
  if (name.endsWith('.dmn')) return parseDecisions(file);
  if (name.endsWith('.bpmn') || name.endsWith('.xml')) return parseProcesses(file);
  return `'${name}': unknown resource type`;
}

async function parseProcesses(file: ParsedFile): Promise<ParsedProcesses | string> {
  const parsed = await parseBpmn(file.text);
  if (!parsed.ok) return describeProblems(file.name, parsed.problem);
  return { kind: 'processes', ...file, graphs: parsed.value };
}

async function parseDecisions(file: ParsedFile): Promise<ParsedDecisions | string> {
  if (Buffer.byteLength(file.text) > FILE_BYTES_MAX) {
    return `'${file.name}': Expected a file of at most ${FILE_BYTES_MAX} bytes, but it has more`;
  }
  const drg = await parseDmn(file.text);
  if (drg.ok) return { kind: 'decisions', ...file, drg };
  const lines = drg.problems.map(({ elementId, message }) => `- ${elementId}: ${message}`);
  return `'${file.name}': ${lines.join('\n')}`;
}

/** Two files of one deployment may not define the same thing. */
function duplicateIds(files: readonly Parsed[]): readonly string[] {
  const seen = new Map<string, string>();
  const errors: string[] = [];
  for (const file of files) {
    for (const what of idsIn(file)) {
      const other = seen.get(what);
      if (other === undefined) seen.set(what, file.name);
      else errors.push(`Duplicated ${what} in resources '${other}' and '${file.name}'`);
    }
  }
  return errors;
}

function idsIn(file: Parsed): readonly string[] {
  if (file.kind === 'processes') {
    return file.graphs.map(({ bpmnProcessId }) => `process id '${bpmnProcessId}'`);
  }
  const decisions = [...file.drg.decisions.keys()].map((id) => `decision id '${id}'`);
  return [`decision requirements id '${file.drg.id}'`, ...decisions];
}
