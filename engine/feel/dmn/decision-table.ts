import { FeelFailure } from '../failure.ts';
import type { Runtime } from '../runtime.ts';
import { BindingScope, type Scope } from '../scope.ts';
import type { Code } from '../syntax/code.ts';
import { isList, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import type { Element } from './element.ts';
import {
  type Aggregation,
  applyHitPolicy,
  type Hit,
  type HitPolicy,
  outputOf,
} from './hit-policy.ts';
import { type TableCode, TableFailure, type TableInput, type TableResult } from './model.ts';

interface Input {
  readonly id: string;
  readonly name: string;
  readonly code: Code;
  /** The allowed values. */
  readonly allowed: Code | undefined;
}

interface Output {
  readonly id: string;
  readonly name: string;
  readonly order: Code | undefined;
  readonly fallback: Code | undefined;
}

interface Rule {
  readonly id: string;
  readonly tests: readonly Code[];
  readonly outputs: readonly Code[];
}

interface Table {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | undefined;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

const HIT_POLICIES: readonly HitPolicy[] = [
  ...(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const),
];
const AGGREGATIONS: readonly Aggregation[] = ['SUM', 'COUNT', 'MIN', 'MAX'];

function readPolicy(node: Element, compiler: Compiler) {
  const policyText = node.text('hitPolicy') ?? 'UNIQUE';
  const hitPolicy = HIT_POLICIES.find((each) => each === policyText);
  if (hitPolicy === undefined) {
    compiler.report(node, `Expected a hit policy, but found '${policyText}'`);
  }
  const aggregationText = node.text('aggregation');
  const aggregation = AGGREGATIONS.find((each) => each === aggregationText);
  if (aggregationText !== undefined && aggregation === undefined) {
    compiler.report(node, `Expected an aggregation, but found '${aggregationText}'`);
  }
  return { hitPolicy: hitPolicy ?? 'UNIQUE', aggregation };
}

function readInput(node: Element, compiler: Compiler): Input {
  const expression = node.child('inputExpression');
  const text = expression?.text('text') ?? '';
  const allowed = node.child('inputValues')?.text('text')?.trim();
  return {
    id: node.id,
    name: node.text('label') ?? text,
    code: compiler.expression(expression ?? node, text),
    allowed: allowed ? compiler.unaryTests(node, allowed) : undefined,
  };
}

function readOutput(node: Element, compiler: Compiler): Output {
  const values = node.child('outputValues')?.text('text')?.trim();
  const fallback = node.child('defaultOutputEntry')?.text('text')?.trim();
  return {
    id: node.id,
    name: node.name || (node.text('label') ?? ''),
    order: values ? compiler.tryExpression(`[${values}]`) : undefined,
    fallback: fallback ? compiler.expression(node, fallback) : undefined,
  };
}

function readRule(node: Element, table: Omit<Table, 'rules'>, compiler: Compiler): Rule {
  const [tests, outputs] = [node.children('inputEntry'), node.children('outputEntry')];
  if (tests.length !== table.inputs.length || outputs.length !== table.outputs.length) {
    const expected = `${table.inputs.length} input and ${table.outputs.length} output entries`;
    const found = `${tests.length} and ${outputs.length}`;
    compiler.report(node, `Expected ${expected} in the rule, but found ${found}`);
  }
  return {
    id: node.id,
    tests: tests.map((each) => compiler.unaryTests(each, each.text('text') ?? '')),
    outputs: outputs.map((each) => compiler.outputEntry(each, each.text('text') ?? '')),
  };
}

function readTable(node: Element, compiler: Compiler): Table {
  const outputs = node.children('output').map((each) => readOutput(each, compiler));
  if (outputs.length === 0) compiler.report(node, 'Expected an output column, but found none');
  if (outputs.length > 1 && outputs.some((each) => each.name === '')) {
    compiler.report(node, 'Expected each of several outputs to have a name');
  }
  const head = {
    ...readPolicy(node, compiler),
    inputs: node.children('input').map((each) => readInput(each, compiler)),
    outputs,
  };
  return { ...head, rules: node.children('rule').map((each) => readRule(each, head, compiler)) };
}

function isMatch(rule: Rule, scopes: readonly Scope[], run: Runtime): boolean {
  run.spend(1);
  return rule.tests.every((test, index) => {
    const scope = scopes[index];
    return scope !== undefined && test(scope, run) === true;
  });
}

/** Where no rule matched: the default outputs, one as it is, several as a context. */
function defaultOf(table: Table, scope: Scope, run: Runtime): Value {
  if (table.outputs.every((output) => output.fallback === undefined)) return null;
  const values = table.outputs.map((output) => output.fallback?.(scope, run) ?? null);
  return outputOf(
    { ruleIndex: 0, values },
    { names: table.outputs.map(({ name }) => name), orders: [] },
  );
}

function valuesOf(code: Code | undefined, scope: Scope, run: Runtime): readonly Value[] {
  const value = code?.(scope, run) ?? [];
  return isList(value) ? value : [];
}

/** Rules that matched, with what they said. */
interface Match {
  readonly rule: Rule;
  readonly hit: Hit;
}

function describe(table: Table, inputs: readonly TableInput[], matches: readonly Match[]) {
  const matchedRules = matches.map(({ hit, rule }) => ({
    ruleId: rule.id,
    ruleIndex: hit.ruleIndex,
    outputs: table.outputs.map(({ id, name }, index) => {
      return { id, name, value: hit.values[index] ?? null };
    }),
  }));
  return { inputs, matchedRules };
}

function findMatches(table: Table, scopes: readonly Scope[], scope: Scope, run: Runtime): Match[] {
  const needed = table.hitPolicy === 'FIRST' ? 1 : table.rules.length;
  const matches: Match[] = [];
  for (const [index, rule] of table.rules.entries()) {
    if (matches.length >= needed) break;
    if (!isMatch(rule, scopes, run)) continue;
    const values = rule.outputs.map((output) => output(scope, run));
    matches.push({ rule, hit: { ruleIndex: index + 1, values } });
  }
  return matches;
}

/** As on a Zeebe broker, a value that is not allowed still meets the rules; it is only told. */
function warnOfInputs(table: Table, scopes: readonly Scope[], scope: Scope, run: Runtime): void {
  for (const [index, { name, allowed }] of table.inputs.entries()) {
    if (allowed === undefined || allowed(scopes[index] ?? scope, run) === true) continue;
    run.warn('INPUT_NOT_ALLOWED', `Expected the input '${name}' to be one of its allowed values`);
  }
}

function evaluate(table: Table, scope: Scope, run: Runtime): TableResult {
  let known: Omit<TableResult, 'value'> = { inputs: [], matchedRules: [] };
  try {
    const inputs = table.inputs.map(({ id, name, code }) => ({
      id,
      name,
      value: code(scope, run),
    }));
    known = describe(table, inputs, []);
    const scopes = inputs.map(({ value }) => new BindingScope('?', value, scope));
    warnOfInputs(table, scopes, scope, run);
    const matches = findMatches(table, scopes, scope, run);
    known = describe(table, inputs, matches);
    const orders = table.outputs.map(({ order }) => valuesOf(order, scope, run));
    const columns = { names: table.outputs.map(({ name }) => name), orders };
    const hits = matches.map(({ hit }) => hit);
    const value = applyHitPolicy(table, hits, columns, run) ?? defaultOf(table, scope, run);
    return { ...known, value };
  } catch (error) {
    if (!(error instanceof FeelFailure) || error instanceof TableFailure) throw error;
    throw new TableFailure(error, { ...known, value: null });
  }
}

/** Compiles a decision table: its entries once, so that an evaluation only runs closures. */
export function compileTable(node: Element, compiler: Compiler): TableCode {
  const table = readTable(node, compiler);
  return (scope, run) => evaluate(table, scope, run);
}
