import { useCallback, useEffect, useState } from 'react';
import {
  type DefinitionFile,
  type DefinitionVersion,
  type DefinitionView,
  readDefinition,
  readDefinitions,
} from './api.ts';
import type { EditorRoute } from './route.ts';

/** One version with its neighbours, and its files as they are being changed. */
export interface OpenDefinition {
  readonly name: string;
  readonly version: DefinitionVersion;
  readonly versions: readonly DefinitionVersion[];
  readonly running: DefinitionView['running'];
  readonly files: readonly DefinitionFile[];
}

async function load({ processKey, version }: EditorRoute): Promise<OpenDefinition> {
  const [list, view] = await Promise.all([readDefinitions(), readDefinition(processKey, version)]);
  const entry = list.items.find((one) => one.processKey === processKey);
  const versions = entry?.versions ?? [];
  const own = versions.find((one) => one.version === version);
  if (!entry || !own) throw new Error(`Expected version ${version} of ${processKey} in the list`);
  return {
    name: entry.name,
    version: own,
    versions,
    running: await runningOf(view, processKey, versions),
    files: view.files,
  };
}

/** A draft has no cases of its own: what runs on the published version is what it will follow. */
async function runningOf(
  view: DefinitionView,
  processKey: string,
  versions: readonly DefinitionVersion[],
): Promise<DefinitionView['running']> {
  const published = newestPublished(versions);
  if (view.running.length > 0 || !published || published.version === view.version) {
    return view.running;
  }
  return (await readDefinition(processKey, published.version)).running;
}

/** The version that new cases follow now. */
export function newestPublished(
  versions: readonly DefinitionVersion[],
): DefinitionVersion | undefined {
  return versions
    .filter((one) => one.status === 'published')
    .sort((left, right) => right.version - left.version)[0];
}

/** Loads a version and holds the changes to its files. */
export function useDefinition(route: EditorRoute) {
  const { processKey, version } = route;
  const [definition, setDefinition] = useState<OpenDefinition>();
  const [thrown, setThrown] = useState<unknown>();
  const [isChanged, setChanged] = useState(false);
  const reload = useCallback(() => {
    setThrown(undefined);
    load({ processKey, version }).then((loaded) => {
      setDefinition(loaded);
      setChanged(false);
    }, setThrown);
  }, [processKey, version]);
  useEffect(reload, [reload]);
  const change = useCallback((name: string, content: string) => {
    setChanged(true);
    setDefinition((last) => last && { ...last, files: replaced(last.files, name, content) });
  }, []);
  const settle = useCallback(() => setChanged(false), []);
  return { definition, thrown, isChanged, change, settle, reload };
}

function replaced(files: readonly DefinitionFile[], name: string, content: string) {
  return files.map((file) => (file.name === name ? { name, content } : file));
}
