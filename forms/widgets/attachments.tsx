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
  const { id, value, disabled, readonly, onChange, registry, label, uiSchema } = props;
  const { upload, files } = contextOf(registry);
  const words = wordsOf(registry);
  const [uploaded, setUploaded] = useState<readonly StoredFile[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const ids: readonly string[] = Array.isArray(value) ? value : [];
  const nameOf = (fileId: string, index: number) =>
    (uploaded.find((file) => file.id === fileId) ?? files?.get(fileId))?.fileName ??
    words.fileNumbered(index + 1);
  const take = async (chosen: readonly File[]) => {
    const wrong = chosen.map(problemOf).find((found) => found !== undefined);
    setProblem(wrong);
    if (wrong !== undefined || upload === undefined) return;
    setBusy(true);
    try {
      const about = { class: String(getUiOptions(uiSchema).class ?? props.name), title: label };
      const stored = await Promise.all(chosen.map((file) => upload(file, about)));
      setUploaded([...uploaded, ...stored]);
      onChange([...ids, ...stored.map((file) => file.id)]);
    } catch {
      setProblem('uploadFailed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="attachments" id={id}>
      {ids.length > 0 && (
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
      )}
      {problem !== undefined && (
        <p className="field-error" role="alert">
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{words[problem]}</span>
        </p>
      )}
      {!readonly && upload !== undefined && (
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

function problemOf(file: File): Problem | undefined {
  if (!FILE_TYPES.test(file.name)) return 'fileWrongType';
  return file.size > FILE_BYTES_MAX ? 'fileTooLarge' : undefined;
}

function without(ids: readonly string[], fileId: string): readonly string[] | undefined {
  const rest = ids.filter((each) => each !== fileId);
  return rest.length > 0 ? rest : undefined;
}
