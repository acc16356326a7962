import { Select } from 'antd';
import type { DefinitionFile } from './api.ts';
import { DmnEditor } from './decisions/dmn-editor.tsx';
import type { Part } from './editor-page.tsx';
import { BpmnEditor, type Jump } from './modeler/bpmn-editor.tsx';
import { processOf } from './process-of.ts';
import type { OpenDefinition } from './use-definition.ts';
import { useWords } from './words/words.tsx';

interface EditorPartsProps {
  readonly definition: OpenDefinition;
  readonly part: Part;
  readonly fileName: string | undefined;
  readonly onFile: (name: string) => void;
  readonly jump: Jump | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (name: string, content: string) => void;
}

/** The open part: one of the diagrams, or the decision tables. */
export function EditorParts(props: EditorPartsProps) {
  const { definition, part, fileName, jump, isReadOnly, onChange } = props;
  const { say } = useWords();
  const ending = part === 'flow' ? '.bpmn' : '.dmn';
  const files = definition.files.filter((file) => file.name.endsWith(ending));
  const file = files.find((one) => one.name === fileName) ?? files[0];
  if (file === undefined) {
    return (
      <div className="empty-note">
        <p>{say('editor.noRules')}</p>
        <p className="second">{say('editor.noRulesHint')}</p>
      </div>
    );
  }
  const change = (content: string) => onChange(file.name, content);
  if (part === 'rules') {
    return (
      <DmnEditor
        key={file.name}
        file={file}
        isReadOnly={isReadOnly}
        jumpTo={jump?.elementId}
        onChange={change}
      />
    );
  }
  return (
    <>
      {files.length > 1 && <FilePicker files={files} value={file.name} onFile={props.onFile} />}
      <BpmnEditor
        key={file.name}
        file={file}
        running={definition.running}
        isReadOnly={isReadOnly}
        jump={jump}
        onChange={change}
      />
    </>
  );
}

interface FilePickerProps {
  readonly files: readonly DefinitionFile[];
  readonly value: string;
  readonly onFile: (name: string) => void;
}

function FilePicker({ files, value, onFile }: FilePickerProps) {
  const { say } = useWords();
  return (
    <div className="file-picker">
      <Select
        aria-label={say('editor.file')}
        value={value}
        options={files.map((file) => ({
          value: file.name,
          label: processOf(file.content).name || file.name,
        }))}
        onChange={onFile}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
