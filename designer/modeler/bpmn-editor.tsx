import type Modeler from 'bpmn-js/lib/Modeler';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import type { DefinitionFile, DefinitionView } from '../api.ts';
import { useWords } from '../words/words.tsx';
import { createModeler, createViewer } from './create-modeler.ts';
import { addRunning } from './running-overlays.ts';
import { jumpTo, showAll } from './sight.ts';

const EXPORT_AFTER_MS = 150;
/** The panel hears of a selection only once it stands; one made before it is lost to it. */
const PANEL_READY_MS = 300;

/** An element to go to; a new object asks again for the same element. */
export interface Jump {
  readonly elementId: string;
}

interface BpmnEditorProps {
  readonly file: DefinitionFile;
  readonly running: DefinitionView['running'];
  readonly isReadOnly: boolean;
  readonly jump: Jump | undefined;
  readonly onChange: (content: string) => void;
}

/** The canvas with the properties panel beside it; every change is handed up as XML. */
export function BpmnEditor(props: BpmnEditorProps) {
  const { say } = useWords();
  const { canvas, panel, broken } = useDiagram(props);
  return (
    <div className={props.isReadOnly ? 'bpmn bpmn-only' : 'bpmn'}>
      {broken !== undefined && (
        <p className="note" role="alert">
          {say('editor.broken', { why: broken })}
        </p>
      )}
      <section
        className="bpmn-canvas"
        ref={canvas}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that scrolls must be reachable by keys.
        tabIndex={0}
        aria-label={say('editor.canvas')}
      />
      <section
        className="bpmn-panel"
        ref={panel}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keys.
        tabIndex={0}
        aria-label={say('editor.panel')}
      />
    </div>
  );
}

function useDiagram({ file, running, isReadOnly, jump, onChange }: BpmnEditorProps) {
  const { say, language } = useWords();
  const canvas = useRef<HTMLElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [diagram, setDiagram] = useState<Modeler | NavigatedViewer>();
  const [broken, setBroken] = useState<string>();
  // Our own exports come back as `file`; only another file or language is opened anew.
  const latest = useRef(file.content);
  latest.current = file.content;
  const report = useRef(onChange);
  report.current = onChange;
  useEffect(() => {
    if (!canvas.current || !panel.current) return;
    const places = { canvas: canvas.current, panel: panel.current };
    const made = isReadOnly
      ? createViewer(places.canvas, language)
      : createModeler(places, language);
    let isGone = false;
    made.importXML(latest.current).then(
      () => {
        if (isGone) return;
        showAll(made);
        addRunning(made, running, say);
        setDiagram(made);
      },
      (thrown) => {
        if (!isGone) setBroken(thrown instanceof Error ? thrown.message : String(thrown));
      },
    );
    const stop = isReadOnly ? undefined : watch(made as Modeler, (xml) => report.current(xml));
    return () => {
      isGone = true;
      stop?.();
      setDiagram(undefined);
      made.destroy();
    };
  }, [language, isReadOnly, running, say]);
  useEffect(() => {
    if (!diagram || !jump) return;
    const timer = setTimeout(() => jumpTo(diagram, jump.elementId), PANEL_READY_MS);
    return () => clearTimeout(timer);
  }, [diagram, jump]);
  return { canvas, panel, broken };
}

/** Exports the XML shortly after each change. */
function watch(modeler: Modeler, report: (xml: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    modeler.saveXML({ format: true }).then(
      ({ xml }) => {
        if (xml !== undefined) report(xml);
      },
      () => undefined,
    );
  };
  modeler.on('commandStack.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(save, EXPORT_AFTER_MS);
  });
  return () => clearTimeout(timer);
}
