import { useEffect, useState } from 'react';
import type { LintProblem, Me } from './api.ts';
import { EditorBar } from './editor-bar.tsx';
import { EditorParts } from './editor-parts.tsx';
import type { Jump } from './modeler/bpmn-editor.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { ProblemsDrawer } from './problems-drawer.tsx';
import type { EditorRoute } from './route.ts';
import { TopBar } from './top-bar.tsx';
import { newestPublished, type OpenDefinition, useDefinition } from './use-definition.ts';
import { useLint } from './use-lint.ts';
import { useWords } from './words/words.tsx';

/** The part of the procedure that is open. */
export type Part = 'flow' | 'rules';

interface EditorPageProps {
  readonly me: Me;
  readonly route: EditorRoute;
}

/** Only a designer changes anything, and only a draft or what a draft may begin from. */
function isEditable(me: Me, { version, versions }: OpenDefinition): boolean {
  if (!me.mayDesign) return false;
  if (version.status !== 'published') return version.status === 'draft';
  const isNewest = newestPublished(versions)?.version === version.version;
  return isNewest && versions.every((one) => one.status === 'published');
}

/** One version of a procedure: bar, diagram or tables, problems. */
export function EditorPage({ me, route }: EditorPageProps) {
  const { say } = useWords();
  const { definition, thrown, isChanged, change, settle, reload } = useDefinition(route);
  const [part, setPart] = useState<Part>('flow');
  const [fileName, setFileName] = useState<string>();
  const [jump, setJump] = useState<Jump | undefined>(() =>
    route.element === undefined ? undefined : { elementId: route.element },
  );
  const lint = useLint(route.processKey, definition?.files);
  const title = definition
    ? say('editor.title', { name: definition.name, version: route.version })
    : say('list.title');
  useEffect(() => {
    document.title = `${title} · 云格`;
  }, [title]);
  const jumpTo = (problem: LintProblem) => {
    setPart(problem.file.endsWith('.dmn') ? 'rules' : 'flow');
    setFileName(problem.file);
    if (problem.elementId !== null) setJump({ elementId: problem.elementId });
  };
  if (thrown !== undefined || definition === undefined) {
    return (
      <div className="designer">
        <TopBar>
          <h1 className="spring">{title}</h1>
        </TopBar>
        <main>{thrown !== undefined && <ProblemNote thrown={thrown} onRetry={reload} />}</main>
      </div>
    );
  }
  const mayEdit = isEditable(me, definition);
  return (
    <div className="designer">
      <EditorBar
        me={me}
        route={route}
        definition={definition}
        part={part}
        onPart={setPart}
        mayEdit={mayEdit}
        isChanged={isChanged}
        hasErrors={lint.problems.some((problem) => problem.severity === 'error')}
        onSaved={settle}
        onReload={reload}
      />
      <main className="editor-main">
        <EditorParts
          definition={definition}
          part={part}
          fileName={fileName}
          onFile={setFileName}
          jump={jump}
          isReadOnly={!mayEdit}
          onChange={change}
        />
      </main>
      <ProblemsDrawer state={lint} onJump={jumpTo} />
    </div>
  );
}
