import type { Reader } from './checks.ts';
import type {
  DecisionOutput,
  DocumentKind,
  EntryPoint,
  Exposure,
  LegalBasis,
  MessageRule,
  Parameter,
  ProcessContent,
} from './content.ts';

/** What `process.yaml` states; the other files of the folder come from the loader. */
export type Manifest = Omit<ProcessContent, 'files' | 'forms' | 'notices' | 'roles'> & {
  readonly fileNames: readonly string[];
  /** Own forms that stand in for forms of shared steps, by the shared key. */
  readonly formOverrides: Readonly<Record<string, string>>;
};

/** Reads and checks `process.yaml`. */
export function readManifest(yaml: Reader): Manifest {
  return {
    key: yaml.at('key').text(),
    version: yaml.at('version').text(),
    name: yaml.at('name').bilingual(),
    kind: yaml.at('kind').text(),
    itemCode: yaml.at('itemCode').text(),
    fileNames: yaml.at('files').texts(),
    formOverrides: yaml.has('formOverrides') ? textsByKey(yaml.at('formOverrides')) : {},
    uses: yaml.at('uses').texts(),
    entryPoints: yaml.at('entryPoints').list().map(entryPointOf),
    legalBasis: yaml.at('legalBasis').list().map(legalBasisOf),
    parameters: yaml.at('parameters').list().map(parameterOf),
    publicStages: yaml
      .at('publicStages')
      .list()
      .map((stage) => ({ id: stage.at('id').text(), name: stage.at('name').bilingual() })),
    documents: yaml.at('documents').list().map(documentOf),
    messages: yaml.at('messages').list().map(messageOf),
    decisionOutputs: yaml.has('decisionOutputs')
      ? yaml.at('decisionOutputs').list().map(decisionOutputOf)
      : [],
    exposes: exposuresOf(yaml.at('exposes')),
    facts: yaml
      .at('facts')
      .list()
      .map((fact) => ({
        variable: fact.at('variable').text(),
        type: fact.at('type').text(),
        note: fact.at('note').text(),
      })),
  };
}

function textsByKey(yaml: Reader): Record<string, string> {
  return Object.fromEntries(yaml.keys().map((key) => [key, yaml.at(key).text()]));
}

function entryPointOf(entry: Reader): EntryPoint {
  return {
    id: entry.at('id').text(),
    name: entry.at('name').bilingual(),
    message: entry.at('message').text(),
    form: entry.has('form') ? entry.at('form').text() : null,
    channels: entry.at('channels').texts(),
    startedBy: entry.at('startedBy').texts(),
  };
}

function legalBasisOf(basis: Reader): LegalBasis {
  return {
    id: basis.at('id').text(),
    title: basis.at('title').text(),
    article: basis.at('article').text(),
    effectiveFrom: basis.at('effectiveFrom').text(),
    effectiveTo: basis.has('effectiveTo') ? basis.at('effectiveTo').text() : null,
    note: basis.at('note').text(''),
  };
}

function parameterOf(parameter: Reader): Parameter {
  return {
    key: parameter.at('key').text(),
    value: parameter.at('value').scalar(),
    unit: parameter.at('unit').text(),
    from: parameter.at('from').text(),
    note: parameter.at('note').text(),
  };
}

function documentOf(document: Reader): DocumentKind {
  return {
    kind: document.at('kind').text(),
    no: document.at('no').integer(),
    title: document.at('title').text(),
    template: document.at('template').text(),
    numbering: document.at('numbering').text(),
  };
}

function messageOf(message: Reader): MessageRule {
  return {
    name: message.at('name').text(),
    by: message.at('by').text(),
    correlation: message.at('correlation').text(),
    states: message.at('states').texts(),
  };
}

function decisionOutputOf(output: Reader): DecisionOutput {
  return {
    decision: output.at('decision').text(),
    output: output.at('output').text(),
    label: output.at('label').text(),
    unit: output.at('unit').text(),
  };
}

function exposuresOf(forms: Reader): Record<string, readonly Exposure[]> {
  return Object.fromEntries(
    forms.keys().map((form) => [form, forms.at(form).list().map(exposureOf)]),
  );
}

function exposureOf(exposure: Reader): Exposure {
  return {
    variable: exposure.at('variable').text(),
    path: exposure.at('path').text(),
    as: exposure.at('as').oneOf(['value', 'count', 'sum', 'filled'], 'value'),
    field: exposure.has('field') ? exposure.at('field').text() : null,
  };
}
