import { Eye } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Schema } from '../../../forms/schema.ts';
import { pruned, valueAt } from '../../../forms/shape.ts';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import { type FormError, messageOf } from '../../../forms/theme/form-errors.ts';
import { api, RequestFailure } from '../api.ts';
import { Failure } from '../failure.tsx';
import { Page } from '../frame/page.tsx';
import { link, replace } from '../route.ts';
import { type Application, useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';
import { useLoad } from '../use-load.ts';
import { type Answer, answersOf } from './answers.ts';
import { errorsOn, pagesOf, type QuestionPage } from './pages.ts';
import { placeNames } from './place-names.ts';
import { judge } from './question.tsx';
import { draftIsSaved } from './use-draft.ts';

/** All answers once more, each with a way to change it, and the one button that submits. */
export function Check({ application }: { readonly application: Application }) {
  const { words, language, isTerminal } = useSettings();
  const { service, form, data } = application;
  const schema = form.schema as Schema;
  const pages = pagesOf(form, data, language);
  const [refused, setRefused] = useState<readonly FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { submit, isBusy, failure } = useSubmit(application, setRefused);
  const errors = attempt === 0 ? [] : [...judge(schema, data), ...refused];
  const last = pages.at(-1);
  const back = () =>
    last !== undefined && replace('apply', service.processKey, 'question', String(last.number));
  const press = () => {
    setAttempt(attempt + 1);
    setRefused([]);
    if (judge(schema, data).length === 0) void submit();
  };
  return (
    <Page
      title={words.checkTitle}
      hint={words.checkHint}
      step={words.step(pages.length + 1, pages.length + 1)}
      back={back}
      hasErrors={errors.length > 0}
      errors={
        <>
          <ErrorSummary
            errors={errors}
            language={language}
            attempt={attempt}
            linkTo={(error) => changeLink(application, pages, error)}
          />
          {failure !== undefined && <Failure failure={failure} note={words.nothingLost} />}
        </>
      }
      onSubmit={press}
      actions={
        <button type="submit" className="button button-main" disabled={isBusy}>
          {isBusy ? words.submitting : words.submit}
        </button>
      }
    >
      {pages.map((page) => (
        <PageAnswers
          key={page.number}
          application={application}
          page={page}
          isMasked={isTerminal}
          errors={errorsOn(page, errors).map((error) => messageOf(error, language))}
        />
      ))}
    </Page>
  );
}

function changeLink(application: Application, pages: readonly QuestionPage[], error: FormError) {
  const page = pages.find((each) => errorsOn(each, [error]).length > 0) ?? pages[0];
  return link(
    'apply',
    application.service.processKey,
    'question',
    String(page?.number ?? 0),
    'change',
  );
}

interface PageAnswersProps {
  readonly application: Application;
  readonly page: QuestionPage;
  readonly isMasked: boolean;
  readonly errors: readonly string[];
}

function PageAnswers({ application, page, isMasked, errors }: PageAnswersProps) {
  const { words, language } = useSettings();
  const { service, form, data } = application;
  const load = useCallback(() => placeNames(data), [data]);
  const [places] = useLoad(load);
  const answers = useMemo(() => {
    const names = places.state === 'ready' ? places.value : new Map<string, string>();
    const placeName = (code: string) => names.get(code) ?? '';
    return answersOf(form.schema as Schema, data, page.fields, { language, placeName });
  }, [form, data, page, language, places]);
  return (
    <section className={errors.length > 0 ? 'answers answers-wrong' : 'answers'}>
      <div className="answers-head">
        <h2>{page.title}</h2>
        <a
          className="button button-plain"
          aria-label={words.checkChangeNamed(page.title)}
          href={link('apply', service.processKey, 'question', String(page.number), 'change')}
        >
          {words.checkChange}
        </a>
      </div>
      <dl className="facts">
        {answers.map((answer) => (
          <div key={answer.pointer}>
            {answer.title !== page.title && <dt>{answer.title}</dt>}
            <dd>
              <AnswerText answer={answer} isMasked={isMasked} />
            </dd>
          </div>
        ))}
      </dl>
      {answers.length === 0 && <p className="note">{words.checkEmpty}</p>}
    </section>
  );
}

/** An answer; on a public screen what is private shows only while the finger holds the button. */
function AnswerText({ answer, isMasked }: { readonly answer: Answer; readonly isMasked: boolean }) {
  const { words } = useSettings();
  const [isHeld, setHeld] = useState(false);
  const { masked, text, image } = answer;
  if (image !== undefined) return <img className="signature-image" src={image} alt={text} />;
  if (!isMasked || masked === undefined) return <>{text}</>;
  const hide = () => setHeld(false);
  return (
    <span className="masked" data-private>
      <span className="tabular">{isHeld ? text : masked}</span>
      <button
        type="button"
        className="button button-plain"
        onPointerDown={() => setHeld(true)}
        onPointerUp={hide}
        onPointerLeave={hide}
        onPointerCancel={hide}
      >
        <Eye aria-hidden="true" strokeWidth={1.5} />
        {words.checkShow}
      </button>
    </span>
  );
}

/** Submits once: the draft's id is the key by which the server knows a repeated attempt. */
function useSubmit(application: Application, refuse: (errors: readonly FormError[]) => void) {
  const { isTerminal } = useSettings();
  const { setApplication, setReceipt } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const submit = async () => {
    const { service, form, draftId } = application;
    const data = pruned(form.schema as Schema, application.data);
    setBusy(true);
    setFailure(undefined);
    try {
      await draftIsSaved();
      const receipt = await api.apply({
        processKey: service.processKey,
        channel: channelOf(isTerminal),
        unitCode: String(valueAt(data, '/applicant/liveCode') ?? ''),
        data,
        attachmentIds: attachmentsIn(form.uiSchema, data),
        draftId,
      });
      setReceipt(receipt);
      replace('receipt');
      setApplication(undefined);
    } catch (reason) {
      const errors = reason instanceof RequestFailure ? (reason.problem?.errors ?? []) : [];
      refuse(
        errors.map(({ path, message, messageEn }) => ({
          path,
          message,
          messageEn: messageEn ?? message,
        })),
      );
      if (errors.length === 0) setFailure(reason);
      setBusy(false);
    }
  };
  return { submit, isBusy, failure };
}

function channelOf(isTerminal: boolean): 'terminal' | 'phone' | 'web' {
  if (isTerminal) return 'terminal';
  return window.matchMedia('(max-width: 600px)').matches ? 'phone' : 'web';
}

/** The ids that stand in the fields of the attachment widget, wherever the form has them. */
function attachmentsIn(uiSchema: unknown, data: unknown): string[] {
  if (typeof uiSchema !== 'object' || uiSchema === null) return [];
  if (Reflect.get(uiSchema, 'ui:widget') === 'attachments') {
    return Array.isArray(data) ? data.map(String) : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(uiSchema).flatMap(([key, inner]) =>
    attachmentsIn(inner, Reflect.get(data, key)),
  );
}
