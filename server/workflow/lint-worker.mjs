// Judges BPMN models in a thread of its own: a model comes from outside, and must not hold up the
// server. Plain JavaScript, so that Node starts it from the sources and beside the bundle alike.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const require = createRequire(import.meta.url);
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');
const { config, models } = workerData;
const linter = new Linter({ resolver: new NodeResolver({ require }), config });

const findings = [];
for (const { name, content } of models) findings.push(...(await judge(name, content)));
parentPort.postMessage(findings);

async function judge(file, content) {
  const fault = (message) => ({ file, elementId: null, severity: 'error', rule: 'xml', message });
  const model = await new BpmnModdle({ zeebe }).fromXML(content).catch((error) => error);
  if (model instanceof Error) return [fault(model.message)];
  const reports = await linter.lint(model.rootElement);
  return [
    ...model.warnings.map(({ message }) => fault(message)),
    ...Object.entries(reports).flatMap(([rule, list]) =>
      list.map(({ id, category, message }) => ({
        file,
        elementId: id ?? null,
        severity: category === 'error' ? 'error' : 'warning',
        rule,
        message,
      })),
    ),
  ];
}
