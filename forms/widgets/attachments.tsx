import { getUiOptions, type WidgetProps } from '@rjsf/utils';
import { CircleAlert, Paperclip, Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import { contextOf, type StoredFile, wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';

const FILE_BYTES_MAX = 20 * 1024 * 1024;
const FILE_TYPES = /\.(jpe?g|png|pdf|ofd)$/iu;
const ACCEPT = 'image/jpeg,image/png,application/pdf,.ofd';

type Problem = 'uploadFailed' | 'fileTooLarge' | 'fileWrongType';

/** Materials: each file goes to the server at once, the form keeps its id. */
export function Attachments(props: WidgetProps) {
  const { id, disabled, readonly, registry } = props;
  const { take, uploaded, isBusy, problem } = useUpload(props);
  const words = wordsOf(registry);
  return (
    <div className="attachments" id={id}>
      <FileList widget={props} uploaded={uploaded} />
      {problem !== undefined && (
        <p className="field-error" role="alert">
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{words[problem]}</span>
        </p>
      )}
      {!readonly && contextOf(registry).upload !== undefined && (
        <label className="file-picker button button-second">
          <Upload aria-hidden="true" strokeWidth={1.5} />
          <span aria-live="polite">{isBusy ? words.uploading : words.chooseFile}</span>
          <input
            type="file"
            id={`${id}-file`}
            accept={ACCEPT}
            multiple
            disabled={disabled || isBusy}
            onChange={(event) => {
              void take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
            {...controlNotes(props)}
          />
        </label>
      )}
      {!readonly && <p className="field-hint">{words.fileLimits}</p>}
    </div>
  );
}

/** Sends the chosen files and puts their ids behind those that the form has. */
function useUpload({ value, name, label, uiSchema, registry, onChange }: WidgetProps) {
  const { upload } = contextOf(registry);
  const [uploaded, setUploaded] = useState<readonly StoredFile[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const take = async (chosen: readonly File[]) => {
    const wrong = chosen.map(problemOf).find((found) => found !== undefined);
    setProblem(wrong);
    if (wrong !== undefined || upload === undefined) return;
    setBusy(true);
    try {
      const about = { class: String(getUiOptions(uiSchema).class ?? name), title: label };
      const stored = await Promise.all(chosen.map((file) => upload(file, about)));
      setUploaded([...uploaded, ...stored]);
      onChange([...idsOf(value), ...stored.map((file) => file.id)]);
    } catch {
      setProblem('uploadFailed');
    } finally {
      setBusy(false);
    }
  };
  return { take, uploaded, isBusy, problem };
}

interface FileListProps {
  readonly widget: WidgetProps;
  readonly uploaded: readonly StoredFile[];
}

/** The files that the form names, each with a way to take it out again. */
function FileList({ widget, uploaded }: FileListProps) {
  const { value, readonly, onChange, registry } = widget;
  const { files } = contextOf(registry);
  const words = wordsOf(registry);
  const ids = idsOf(value);
  const nameOf = (fileId: string, index: number) =>
    (uploaded.find((file) => file.id === fileId) ?? files?.get(fileId))?.fileName ??
    words.fileNumbered(index + 1);
  if (ids.length === 0) return null;
  return (
    <ul className="files">
      {ids.map((fileId, index) => (
        <li className="file-row" key={fileId}>
          <span className="file-name">
            <Paperclip aria-hidden="true" strokeWidth={1.5} />
            {nameOf(fileId, index)}
          </span>
          {!readonly && (
            <button
              type="button"
              className="button button-plain"
              aria-label={words.removeNamed(nameOf(fileId, index), index + 1)}
              onClick={() => onChange(without(ids, fileId))}
            >
              <Trash2 aria-hidden="true" strokeWidth={1.5} />
              {words.remove}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function problemOf(file: File): Problem | undefined {
  if (!FILE_TYPES.test(file.name)) return 'fileWrongType';
  return file.size > FILE_BYTES_MAX ? 'fileTooLarge' : undefined;
}

function without(ids: readonly string[], fileId: string): readonly string[] | undefined {
  const rest = ids.filter((each) => each !== fileId);
  return rest.length > 0 ? rest : undefined;
}
