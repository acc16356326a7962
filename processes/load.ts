import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { DataClass, FormDefinition, Json, Schema } from '../forms/schema.ts';
import { Reader } from './checks.ts';
import type { ContentFile, Notice, ProcessContent, RoleRow } from './content.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readNotice } from './notice.ts';
import { resolveReferences } from './resolve-references.ts';
import { parseRoles, rolesOfProcess } from './roles.ts';

const HERE = import.meta.dirname;

/** Where the content lies; the default is this folder and the fragments of `forms/`. */
export interface ContentPlaces {
  readonly processes: string;
  readonly fragments: string;
}

const PLACES: ContentPlaces = {
  processes: HERE,
  fragments: path.join(HERE, '..', 'forms', 'fragments'),
};

interface SharedContent {
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly roles: readonly RoleRow[];
}

/** Reads every procedure below `processes/`; the first fault is an error that names the file. */
export function loadProcesses(places = PLACES): ReadonlyMap<string, ProcessContent> {
  const fragments = loadFragments(places.fragments);
  const shared = loadParts(path.join(places.processes, 'shared'), fragments);
  const folders = readdirSync(places.processes, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map((entry) => entry.name);
  const processes = folders.map((folder) =>
    loadProcess(places.processes, folder, fragments, shared),
  );
  return new Map(processes.map((process) => [process.key, process]));
}

function loadProcess(
  root: string,
  folder: string,
  fragments: ReadonlyMap<string, Json>,
  shared: SharedContent,
): ProcessContent {
  const directory = path.join(root, folder);
  const { fileNames, formOverrides, ...manifest } = readManifest(
    readYaml(path.join(directory, 'process.yaml')),
  );
  if (manifest.key !== folder) {
    throw new Error(`Expected the key of ${folder}/process.yaml to be ${folder}`);
  }
  const own = loadParts(directory, fragments);
  const content = {
    ...manifest,
    files: [
      ...fileNames.map((name) => contentFile(root, `${folder}/${name}`)),
      ...manifest.uses.map((name) => contentFile(root, `shared/${name}.bpmn`)),
    ],
    forms: new Map([...shared.forms, ...own.forms, ...standIns(own, formOverrides, directory)]),
    notices: new Map([...shared.notices, ...own.notices]),
    roles: [...own.roles, ...rolesOfProcess(shared.roles, manifest.key)],
  };
  checkWhole(content, manifest);
  return content;
}

function standIns(
  own: SharedContent,
  overrides: Manifest['formOverrides'],
  directory: string,
): [string, FormDefinition][] {
  return Object.entries(overrides).map(([shared, key]) => {
    const form = own.forms.get(key);
    if (form === undefined) throw new Error(`Expected the form ${key} in ${directory}`);
    return [shared, form];
  });
}

/** Each document has its template, each exposed form exists, each basis is known. */
function checkWhole(
  content: ProcessContent,
  manifest: Manifest | Omit<Manifest, 'fileNames' | 'formOverrides'>,
): void {
  const missing = manifest.documents.find(({ kind }) => !content.notices.has(kind));
  if (missing !== undefined) {
    throw new Error(`Expected a notice for the document ${missing.kind} of ${content.key}`);
  }
  const forms = [
    ...Object.keys(manifest.exposes),
    ...manifest.entryPoints.flatMap(({ form }) => form ?? []),
  ];
  const absent = forms.find((form) => !content.forms.has(form));
  if (absent !== undefined) throw new Error(`Expected the form ${absent} of ${content.key}`);
  const known = new Set(manifest.legalBasis.map(({ id }) => id));
  for (const { kind, basis } of content.notices.values()) {
    const unknown = basis.find((id) => !known.has(id));
    if (unknown !== undefined) {
      throw new Error(`Expected the legal basis ${unknown} of ${kind} in ${content.key}`);
    }
  }
}

function loadParts(directory: string, fragments: ReadonlyMap<string, Json>): SharedContent {
  const forms = namesIn(path.join(directory, 'forms'), '.json').map((file) =>
    formOf(readJson(file), file, fragments),
  );
  const notices = namesIn(path.join(directory, 'notices'), '.yaml').map((file) =>
    readNotice(readYaml(file), file),
  );
  const rolesFile = path.join(directory, 'roles.csv');
  return {
    forms: new Map(forms.map((form) => [form.key, form])),
    notices: new Map(notices.map((notice) => [notice.kind, notice])),
    roles: parseRoles(readFileSync(rolesFile, 'utf8'), rolesFile),
  };
}

function loadFragments(directory: string): ReadonlyMap<string, Json> {
  return new Map(
    namesIn(directory, '.json').map((file) => [`fragments/${path.basename(file)}`, readJson(file)]),
  );
}

function formOf(json: Json, file: string, fragments: ReadonlyMap<string, Json>): FormDefinition {
  const form = new Reader(json, file);
  const classes = form.at('classes');
  return {
    key: form.at('key').text(),
    version: form.at('version').integer(),
    title: form.at('title').bilingual(),
    schema: resolveReferences(form.at('schema').object(), fragments, file) as Schema,
    uiSchema: form.at('uiSchema').object(),
    classes: Object.fromEntries(
      classes
        .keys()
        .map((field): [string, DataClass] => [
          field,
          classes.at(field).oneOf(['L1', 'L2', 'L3', 'L4']),
        ]),
    ),
    pages: form
      .at('pages')
      .list()
      .map((page) => page.texts()),
  };
}

function contentFile(root: string, name: string): ContentFile {
  return { name, content: readFileSync(path.join(root, name), 'utf8') };
}

function namesIn(directory: string, ending: string): string[] {
  // Git keeps no empty folder: a procedure without notices has no folder for them.
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(directory, name));
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readYaml(file: string): Reader {
  return new Reader(parse(readFileSync(file, 'utf8')), path.basename(file));
}
