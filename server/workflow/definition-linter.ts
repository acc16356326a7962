import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import type { DefinitionLinter, LintProblem } from '../usecases/ports/definition-linter.ts';

interface File {
  readonly name: string;
  readonly content: string;
}

const CONFIG = { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-5'] };
// Joining flows at an activity is how these procedures are drawn; the engine allows it.
const LEFT_OUT: ReadonlySet<string> = new Set(['fake-join', 'no-implicit-split']);

/** Judges BPMN by bpmnlint's rules and by what Zeebe 8.5 deploys, before the engine does. */
export class BpmnLinter implements DefinitionLinter {
  readonly #require = createRequire(import.meta.url);
  readonly #linter = new Linter({
    resolver: new NodeResolver({ require: this.#require }),
    config: CONFIG,
  });

  async lint(files: readonly File[]): Promise<LintProblem[]> {
    const problems: LintProblem[] = [];
    for (const file of files) {
      if (file.name.endsWith('.bpmn')) problems.push(...(await this.#lintModel(file)));
      if (file.name.endsWith('.json')) problems.push(...lintForm(file));
    }
    return problems;
  }

  async #lintModel({ name, content }: File): Promise<LintProblem[]> {
    const zeebe = this.#require('zeebe-bpmn-moddle/resources/zeebe.json');
    const model = await new BpmnModdle({ zeebe }).fromXML(content).catch((error: unknown) => {
      return error instanceof Error ? error.message : String(error);
    });
    if (typeof model === 'string') return [fault(name, 'xml', model)];
    const warnings = model.warnings.map(({ message }) => fault(name, 'xml', message));
    const reports = await this.#linter.lint(model.rootElement);
    const found = Object.entries(reports).filter(([rule]) => !LEFT_OUT.has(rule));
    return [
      ...warnings,
      ...found.flatMap(([rule, list]) =>
        list.map((report) => ({
          file: name,
          elementId: report.id ?? null,
          severity: report.category === 'error' ? ('error' as const) : ('warning' as const),
          rule,
          message: report.message,
        })),
      ),
    ];
  }
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
