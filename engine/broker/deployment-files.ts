import { createHash } from 'node:crypto';
import type { ProcessGraph } from '../core/model/graph.ts';
import { describeProblems } from '../core/model/problem.ts';
import { success } from '../core/records/index.ts';
import { parseBpmn } from './parse.ts';
import { type Reply, refuse } from './reply.ts';
import type { Resource } from './requests.ts';

/** A file of a deployment that can be deployed. */
export interface ParsedFile {
  readonly name: string;
  readonly text: string;
  /** Tells whether a file is the one that was deployed last. */
  readonly checksum: string;
  readonly graphs: readonly ProcessGraph[];
}

/** Reads all files of a deployment; one bad file refuses them all, and every error is told. */
export async function parseFiles(
  resources: readonly Resource[],
): Promise<Reply<readonly ParsedFile[]>> {
  if (resources.length === 0) {
    return refuse('invalid_argument', 'Expected to deploy at least one resource, but none given');
  }
  const files: ParsedFile[] = [];
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

async function parseFile({ name, content }: Resource): Promise<ParsedFile | string> {
  const text = Buffer.from(content).toString('utf8');
  const checksum = createHash('md5').update(content).digest('hex');
  if (!/\.(bpmn|xml)$/.test(name)) return `'${name}': unknown resource type`;
  const parsed = await parseBpmn(text);
  if (!parsed.ok) return describeProblems(name, parsed.problem);
  return { name, text, checksum, graphs: parsed.value };
}

function duplicateIds(files: readonly ParsedFile[]): readonly string[] {
  const seen = new Map<string, string>();
  const errors: string[] = [];
  for (const { name, graphs } of files) {
    for (const { bpmnProcessId } of graphs) {
      const other = seen.get(bpmnProcessId);
      if (other === undefined) seen.set(bpmnProcessId, name);
      else errors.push(`Duplicated process id in resources '${other}' and '${name}'`);
    }
  }
  return errors;
}
