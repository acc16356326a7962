import { Worker } from 'node:worker_threads';
import type { DefinitionLinter, LintProblem } from '../usecases/ports/definition-linter.ts';

interface File {
  readonly name: string;
  readonly content: string;
}

const CONFIG = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-5'],
  // Joining flows at an activity is how these procedures are drawn; the engine allows it.
  // A missing label or a mixed gateway is worth saying, but keeps nothing from being published.
  rules: {
    'fake-join': 'off',
    'no-implicit-split': 'off',
    'label-required': 'warn',
    'no-gateway-join-fork': 'warn',
  },
};
const LINT_MS_MAX = 20_000;

/** Judges BPMN by bpmnlint's rules and by what Zeebe 8.5 deploys, before the engine does. */
export class BpmnLinter implements DefinitionLinter {
  async lint(files: readonly File[]): Promise<LintProblem[]> {
    const models = files.filter(({ name }) => name.endsWith('.bpmn'));
    const forms = files.filter(({ name }) => name.endsWith('.json'));
    return [...(await lintModels(models)), ...forms.flatMap(lintForm)];
  }
}

function lintModels(models: readonly File[]): Promise<LintProblem[]> {
  if (models.length === 0) return Promise.resolve([]);
  const worker = new Worker(new URL('./lint-worker.mjs', import.meta.url), {
    workerData: { config: CONFIG, models },
    execArgv: [],
  });
  return new Promise((resolve) => {
    const finish = (problems: LintProblem[]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(problems);
    };
    const name = models[0]?.name ?? '';
    const timer = setTimeout(
      () => finish([fault(name, 'time', '模型过于复杂，未能在限定时间内检查完。')]),
      LINT_MS_MAX,
    );
    worker.once('message', finish);
    worker.once('error', (error) => finish([fault(name, 'xml', error.message)]));
  });
}

function lintForm({ name, content }: File): LintProblem[] {
  try {
    const form = JSON.parse(content) as { key?: unknown; schema?: unknown };
    const isForm = typeof form.key === 'string' && typeof form.schema === 'object';
    return isForm ? [] : [fault(name, 'form', '表单缺少 key 或 schema。')];
  } catch (error) {
    return [fault(name, 'form', error instanceof Error ? error.message : String(error))];
  }
}

function fault(file: string, rule: string, message: string): LintProblem {
  return { file, elementId: null, severity: 'error', rule, message };
}
