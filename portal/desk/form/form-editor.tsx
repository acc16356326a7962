import { useMemo } from 'react';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import { ThemedForm } from '../../../forms/theme/themed-form.tsx';
import { readDivisions, type UploadPlace, upload } from '../api.ts';
import type { FormView } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { smallPhoto } from './small-photo.ts';
import type { FormWork } from './use-form-work.ts';

interface FormEditorProps {
  readonly form: FormView;
  readonly work: FormWork;
  /** Where uploads belong. */
  readonly place: UploadPlace;
  readonly isBusy?: boolean;
  /** Makes sure that the server knows the place of an upload. */
  readonly beforeUpload?: () => Promise<void>;
}

/** A form to fill: all errors on top with links, then the whole form on one page. */
export function FormEditor({ form, work, place, isBusy, beforeUpload }: FormEditorProps) {
  const { language } = useWords();
  const { draft: draftId, case: caseId } = place;
  const context = useMemo(
    () => ({
      language,
      upload: async (file: File, about: { class: string; title: string }) => {
        await beforeUpload?.();
        return upload(await smallPhoto(file), about, {
          ...(draftId === undefined ? {} : { draft: draftId }),
          ...(caseId === undefined ? {} : { case: caseId }),
        });
      },
      divisions: async (parent: string | undefined) =>
        (await readDivisions(parent === undefined ? {} : { parent })).items,
    }),
    [language, draftId, caseId, beforeUpload],
  );
  return (
    <div className="form-editor" onPointerDownCapture={work.touch} onKeyDownCapture={work.touch}>
      <ErrorSummary errors={work.errors} language={language} attempt={work.attempt} />
      <ThemedForm
        schema={form.schema}
        uiSchema={form.uiSchema}
        data={work.data}
        errors={work.errors}
        context={context}
        validator={work.validator}
        isReadOnly={isBusy === true}
        onChange={work.change}
      />
    </div>
  );
}
