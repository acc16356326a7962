import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DefinitionFile } from '../api.ts';
import { useWords } from '../words/words.tsx';
import { createEditor } from './create-editor.ts';
import type { DmnView, DmnEditor as Editor } from './dmn-types.ts';

const EXPORT_AFTER_MS = 150;

interface DmnEditorProps {
  readonly file: DefinitionFile;
  readonly isReadOnly: boolean;
  readonly jumpTo: string | undefined;
  readonly onChange: (content: string) => void;
}

/** The decision tables of a procedure, one at a time, chosen by name. */
export function DmnEditor(props: DmnEditorProps) {
  const { say } = useWords();
  const { box, views, shown, show, broken } = useEditor(props);
  return (
    <div className="dmn">
      <div className="dmn-head">
        <Select
          aria-label={say('editor.decision')}
          {...(shown === undefined ? {} : { value: shown })}
          options={views.map(({ element }) => ({
            value: element.id,
            label: element.name ?? element.id,
          }))}
          onChange={show}
          popupMatchSelectWidth={false}
        />
      </div>
      {broken !== undefined && (
        <p className="note" role="alert">
          {say('editor.broken', { why: broken })}
        </p>
      )}
      <section
        className="dmn-canvas"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keys.
        tabIndex={0}
        aria-label={say('editor.rules')}
      />
    </div>
  );
}

/** The views that hold a decision's logic; the map of all decisions is not one. */
function logicViews(editor: Editor): readonly DmnView[] {
  return editor.getViews().filter((view) => view.type !== 'drd');
}

function useEditor({ file, isReadOnly, jumpTo, onChange }: DmnEditorProps) {
  const { say, language } = useWords();
  const box = useRef<HTMLElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [views, setViews] = useState<readonly DmnView[]>([]);
  const [shown, setShown] = useState<string>();
  const [broken, setBroken] = useState<string>();
  const latest = useRef(file.content);
  latest.current = file.content;
  const report = useRef(onChange);
  report.current = onChange;
  useEffect(() => {
    if (!box.current) return;
    const made = createEditor(box.current, language, isReadOnly);
    let isGone = false;
    const stop = isReadOnly ? undefined : watch(made, (xml) => report.current(xml));
    made.importXML(latest.current).then(
      () => {
        if (isGone) return;
        setViews(logicViews(made));
        setShown(logicViews(made)[0]?.element.id);
        setEditor(made);
      },
      (thrown) => {
        if (!isGone) setBroken(thrown instanceof Error ? thrown.message : String(thrown));
      },
    );
    return () => {
      isGone = true;
      stop?.();
      setEditor(undefined);
      made.destroy();
    };
  }, [language, isReadOnly]);
  useEffect(() => {
    if (jumpTo !== undefined) setShown(jumpTo);
  }, [jumpTo]);
  useEffect(() => {
    const view = editor && logicViews(editor).find(({ element }) => element.id === shown);
    if (!editor || !view) return;
    editor.open(view).then(
      () => complete(box.current, say('editor.ruleNumber')),
      () => undefined,
    );
  }, [editor, shown, say]);
  return { box, views, shown, show: setShown, broken };
}

/** What the editor leaves out: a name for its number column, and keys for its scrolling table. */
function complete(place: HTMLElement | null, name: string): void {
  for (const head of place?.querySelectorAll('th.index-column:empty') ?? []) {
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = name;
    head.append(words);
  }
  for (const table of place?.querySelectorAll('.tjs-table-container') ?? []) {
    table.setAttribute('tabindex', '0');
  }
}

/** Exports the XML shortly after each change of whichever table is open. */
function watch(editor: Editor, report: (xml: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watched = new WeakSet<object>();
  const save = () => {
    editor.saveXML({ format: true }).then(
      ({ xml }) => report(xml),
      () => undefined,
    );
  };
  editor.on('views.changed', () => {
    const viewer = editor.getActiveViewer();
    if (!viewer || watched.has(viewer)) return;
    watched.add(viewer);
    viewer.on('elements.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(save, EXPORT_AFTER_MS);
    });
  });
  return () => clearTimeout(timer);
}
