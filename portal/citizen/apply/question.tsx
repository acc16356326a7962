import { useCallback, useMemo, useState } from 'react';
import type { JsonObject, Schema } from '../../../forms/schema.ts';
import { pruned } from '../../../forms/shape.ts';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import type { FormContext } from '../../../forms/theme/form-context.ts';
import { forCitizens, localized } from '../../../forms/theme/localized.ts';
import { ThemedForm } from '../../../forms/theme/themed-form.tsx';
import { validateForm } from '../../../forms/validate.ts';
import { formValidator } from '../../../forms/validator.ts';
import { api } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { go } from '../route.ts';
import type { Application } from '../session.tsx';
import { useSettings } from '../settings.tsx';
import { errorsOn, pagesOf } from './pages.ts';
import { rememberFile, uploadedFiles } from './uploaded-files.ts';
import { useDraft } from './use-draft.ts';

const validator = formValidator(() => new Date());

interface Attempt {
  readonly page: number | undefined;
  readonly count: number;
}

interface QuestionProps {
  readonly application: Application;
  readonly number: number;
}

/** One page of questions. It is judged when the person goes on, never while typing. */
export function Question({ application, number }: QuestionProps) {
  const { words, language } = useSettings();
  const { service, form } = application;
  const keep = useDraft();
  const [data, setData] = useState<JsonObject>(application.data);
  // A page shows errors only once the person has tried to go on from it.
  const [attempt, setAttempt] = useState<Attempt>({ page: undefined, count: 0 });
  const pages = pagesOf(form, data, language);
  const at = Math.max(
    pages.findIndex((each) => each.number >= number),
    0,
  );
  const page = pages[at];
  const schema = useMemo(
    () => forCitizens(localized(form.schema as Schema, language)),
    [form, language],
  );
  const context = useFormContext(application, page?.fields, page?.headedBy);
  if (page === undefined) return null;
  const judged = judge(form.schema as Schema, data);
  const errors = attempt.page === page.number ? errorsOn(page, judged) : [];
  const leave = (step: string, next?: number) => {
    const kept = pruned(form.schema as Schema, data);
    keep({ ...application, data: kept });
    setData(kept);
    go('apply', service.processKey, step, ...(next === undefined ? [] : [String(next)]));
  };
  const submit = () => {
    setAttempt({ page: page.number, count: attempt.count + 1 });
    if (errorsOn(page, judged).length > 0) return;
    const next = pages[at + 1];
    if (next === undefined || isChange()) leave('check');
    else leave('question', next.number);
  };
  const previous = pages[at - 1];
  const back = () => {
    if (isChange()) leave('check');
    else if (previous === undefined) go('apply', service.processKey);
    else leave('question', previous.number);
  };
  return (
    <Page
      place={`${service.processKey} ${page.number}`}
      title={page.title}
      step={words.step(at + 1, pages.length + 1)}
      back={back}
      hasErrors={errors.length > 0}
      errors={<ErrorSummary errors={errors} language={language} attempt={attempt.count} />}
      onSubmit={submit}
      actions={
        <button type="submit" className="button button-main">
          {words.continue}
        </button>
      }
    >
      <ThemedForm
        key={page.number}
        schema={schema}
        uiSchema={form.uiSchema}
        data={data}
        errors={errors}
        context={context}
        validator={validator}
        onChange={(next) => setData(next as JsonObject)}
      />
    </Page>
  );
}

/** Everything that is wrong so far, by the rules that the server applies too. */
export function judge(schema: Schema, data: JsonObject) {
  return validateForm({ schema }, pruned(schema, data), { now: new Date() }).errors;
}

/** Whether the person came from the check page to change one answer, and returns there. */
function isChange(): boolean {
  return window.location.hash.endsWith('/change');
}

function useFormContext(
  application: Application,
  fields: readonly string[] | undefined,
  headedBy: string | undefined,
): FormContext {
  const { language, isTerminal } = useSettings();
  const { draftId } = application;
  const upload = useCallback(
    async (file: File, about: { class: string; title: string }) =>
      rememberFile(await api.upload(file, { ...about, draft: draftId })),
    [draftId],
  );
  const visible = fields?.join(' ');
  return useMemo(
    () => ({
      language,
      isPublicScreen: isTerminal,
      files: uploadedFiles,
      upload,
      divisions: async (parent) => (await api.divisions(parent)).items,
      ...(visible === undefined ? {} : { visible: visible.split(' ') }),
      ...(headedBy === undefined ? {} : { headedBy }),
    }),
    [language, isTerminal, upload, visible, headedBy],
  );
}
