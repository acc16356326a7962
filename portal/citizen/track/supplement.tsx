import { CircleAlert, Paperclip, Upload } from 'lucide-react';
import { useState } from 'react';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import { elementId, type FormError } from '../../../forms/theme/form-errors.ts';
import { themeWords } from '../../../forms/theme/words.ts';
import type { Attachment, PublicCase, SupplementItem } from '../../../server/http/openapi.ts';
import { api } from '../api.ts';
import { dayText } from '../dates.ts';
import { Failure } from '../failure.tsx';
import { Field } from '../field.tsx';
import { Page } from '../frame/page.tsx';
import { replace } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { useCaseAction } from './use-case-action.ts';

interface ItemAnswer {
  readonly text: string;
  readonly files: readonly Attachment[];
}

const NOTHING: ItemAnswer = { text: '', files: [] };

/** Everything that was found missing, item by item: what, how to fix it, and the answer to it. */
export function Supplement({ found }: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const { isBusy, failure, send } = useCaseAction();
  const [answers, setAnswers] = useState<Readonly<Record<string, ItemAnswer>>>({});
  const [attempt, setAttempt] = useState(0);
  const items = found.todo?.items ?? [];
  const deadline = found.todo?.deadline ?? null;
  const answerTo = (item: SupplementItem) => answers[item.id] ?? NOTHING;
  const missing: FormError[] = items
    .filter((item) => answerTo(item).text.trim() === '' && answerTo(item).files.length === 0)
    .map((item) => ({ path: `/${item.id}`, message: words.supplementMissing(item.material) }));
  const errors = attempt === 0 ? [] : missing;
  const submit = () => {
    setAttempt(attempt + 1);
    if (missing.length > 0) return;
    const given = items.map((item) => {
      const { text, files } = answerTo(item);
      const attachmentIds = files.map((file) => file.id);
      return { itemId: item.id, attachmentIds, ...(text.trim() === '' ? {} : { text }) };
    });
    void send(() => api.supplement({ answers: given }), words.supplementSent);
  };
  const lead = words.supplementLead(deadline === null ? undefined : dayText(deadline, language));
  return (
    <Page
      title={words.supplementTitle}
      hint={lead}
      back={() => replace('case')}
      hasErrors={errors.length > 0}
      errors={
        <>
          <ErrorSummary errors={errors} language={language} attempt={attempt} />
          {failure !== undefined && <Failure failure={failure} note={words.nothingLost} />}
        </>
      }
      onSubmit={submit}
      actions={
        <button type="submit" className="button button-main" disabled={isBusy}>
          {words.supplementSend}
        </button>
      }
    >
      {items.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          position={words.supplementItem(index + 1, items.length)}
          answer={answerTo(item)}
          change={(answer) => setAnswers((all) => ({ ...all, [item.id]: answer }))}
          errors={errors}
        />
      ))}
    </Page>
  );
}

interface ItemProps {
  readonly item: SupplementItem;
  readonly position: string;
  readonly answer: ItemAnswer;
  readonly change: (answer: ItemAnswer) => void;
  readonly errors: readonly FormError[];
}

function Item({ item, position, answer, change, errors }: ItemProps) {
  const { words } = useSettings();
  return (
    <section className="item">
      <div className="item-head">
        <h2>{item.material}</h2>
        <span className="step">{position}</span>
      </div>
      <dl className="facts">
        <div>
          <dt>{words.supplementProblem}</dt>
          <dd>{item.problem}</dd>
        </div>
        <div>
          <dt>{words.supplementHow}</dt>
          <dd>{item.howToFix}</dd>
        </div>
      </dl>
      <Field
        pointer={`/${item.id}`}
        label={words.supplementText}
        errors={errors}
        control={{
          value: answer.text,
          keypad: 'text',
          rows: 3,
          maxLength: 1000,
          onChange: (text) => change({ ...answer, text }),
        }}
      />
      <Files item={item} answer={answer} change={change} />
    </section>
  );
}

type FilesProps = Pick<ItemProps, 'item' | 'answer' | 'change'>;

function Files({ item, answer, change }: FilesProps) {
  const { words, language } = useSettings();
  const theme = themeWords[language];
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setFailed(false);
    try {
      const about = { class: 'supplement', title: item.material };
      const stored = await Promise.all(files.map((file) => api.upload(file, about)));
      change({ ...answer, files: [...answer.files, ...stored] });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="attachments">
      <ul className="files">
        {answer.files.map((file) => (
          <li className="file-row" key={file.id}>
            <span className="file-name">
              <Paperclip aria-hidden="true" strokeWidth={1.5} />
              {file.fileName}
            </span>
          </li>
        ))}
      </ul>
      {hasFailed && (
        <p className="field-error" role="alert">
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{theme.uploadFailed}</span>
        </p>
      )}
      <label className="file-picker button button-second">
        <Upload aria-hidden="true" strokeWidth={1.5} />
        <span aria-live="polite">{isBusy ? theme.uploading : words.supplementFiles}</span>
        <input
          type="file"
          id={`${elementId(`/${item.id}`)}-file`}
          multiple
          disabled={isBusy}
          accept="image/jpeg,image/png,application/pdf,.ofd"
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      </label>
    </div>
  );
}
