import {
  Circle,
  CircleCheck,
  CircleDot,
  FileText,
  type LucideIcon,
  MessageSquareWarning,
  Undo2,
} from 'lucide-react';
import { useCallback, useEffect } from 'react';
import type { PublicCase } from '../../../server/http/openapi.ts';
import { api, RequestFailure } from '../api.ts';
import { dayText, instantText } from '../dates.ts';
import { Failure, Loading } from '../failure.tsx';
import { Page } from '../frame/page.tsx';
import { go, link, replace } from '../route.ts';
import { useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';
import { useLoad } from '../use-load.ts';

/** The case as its applicant sees it: the sentence first, then what to do, then how far it is. */
export function CasePage() {
  const { words } = useSettings();
  const { tracked, setTracked } = useSession();
  const load = useCallback(() => api.track(), []);
  const [loaded, retry] = useLoad(load);
  useEffect(() => {
    if (loaded.state === 'ready') setTracked(loaded.value);
    if (loaded.state !== 'failed') return;
    // Nothing is being tracked in this browser any more: ask for number and code again.
    const { failure } = loaded;
    const status = failure instanceof RequestFailure ? failure.problem?.status : undefined;
    if (status === 401 || status === 403) replace('track');
  }, [loaded, setTracked]);
  if (tracked !== undefined) return <Case found={tracked} />;
  return (
    <Page title={words.trackTitle} back={() => go('track')}>
      {loaded.state === 'failed' ? <Failure failure={loaded.failure} retry={retry} /> : <Loading />}
    </Page>
  );
}

function Case({ found }: { readonly found: PublicCase }) {
  const { words, isTerminal } = useSettings();
  const { done, setDone, setTracked } = useSession();
  // What was done is said once: it ends with this page.
  useEffect(() => () => setDone(undefined), [setDone]);
  const outcome = found.outcome === null ? '' : ` · ${words.outcome[found.outcome]}`;
  const end = () => {
    void api.closeTrack().catch(() => undefined);
    setTracked(undefined);
    replace('track');
  };
  return (
    <Page title={`${words.stage[found.stage]}${outcome}`} place="case">
      <p className="sentence">{found.sentence}</p>
      {done !== undefined && (
        <p className="done" role="status">
          <CircleCheck aria-hidden="true" strokeWidth={1.5} />
          {done}
        </p>
      )}
      <Todo found={found} />
      <Steps found={found} />
      {found.todo === null && <p>{words.caseNothing}</p>}
      <Documents found={found} />
      <Facts found={found} />
      <More found={found} />
      {!isTerminal && (
        <div className="actions">
          <button type="button" className="button button-second" onClick={end}>
            {words.trackEnd}
          </button>
        </div>
      )}
    </Page>
  );
}

/** What the person has to do stands before everything else, with its button. */
function Todo({ found }: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const { todo } = found;
  if (todo === null) return null;
  const by = todo.deadline === null ? undefined : dayText(todo.deadline, language);
  const isSupplement = todo.kind === 'supplement';
  return (
    <section className="todo">
      <h2>{words.caseTodo}</h2>
      <p>
        {isSupplement ? words.caseSupplementText(todo.items.length, by) : words.caseEvaluateText}
      </p>
      <a className="button button-main" href={link('case', todo.kind)}>
        {isSupplement ? words.caseSupplement : words.caseEvaluate}
      </a>
    </section>
  );
}

function Steps({ found }: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const looks: Readonly<Record<PublicCase['steps'][number]['state'], [LucideIcon, string]>> = {
    done: [CircleCheck, words.caseStepDone],
    now: [CircleDot, words.caseStepNow],
    ahead: [Circle, words.caseStepAhead],
  };
  return (
    <section>
      <h2 className="visually-hidden">{words.caseSteps}</h2>
      <ol className="steps">
        {found.steps.map((step) => {
          const [Icon, state] = looks[step.state];
          const day = step.date === null ? '' : dayText(step.date, language);
          const isNow = step.state === 'now';
          return (
            <li
              key={step.name}
              className={`step-${step.state}`}
              aria-current={isNow ? 'step' : undefined}
            >
              <Icon aria-hidden="true" strokeWidth={1.5} />
              <span>
                {step.name}
                <span className="visually-hidden"> {state}</span>
              </span>
              <span className="tabular">{isNow && day !== '' ? words.caseSince(day) : day}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Facts({ found }: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  return (
    <dl className="facts">
      <div>
        <dt>{words.caseNumber}</dt>
        <dd className="tabular" data-private>
          {found.number}
        </dd>
      </div>
      <div>
        <dt>{words.caseApplicant}</dt>
        <dd>{found.applicantMasked}</dd>
      </div>
      <div>
        <dt>{words.caseLodged}</dt>
        <dd>{instantText(found.lodgedAt, language)}</dd>
      </div>
      {found.byDate !== null && found.stage !== 'closed' && (
        <div>
          <dt>{words.caseByDate}</dt>
          <dd>{dayText(found.byDate, language)}</dd>
        </div>
      )}
      <div>
        <dt>{words.caseQuestions}</dt>
        <dd>
          {found.office.phone} {found.office.name}
          <span className="note">{found.office.hours}</span>
        </dd>
      </div>
    </dl>
  );
}

function Documents({ found }: { readonly found: PublicCase }) {
  const { words } = useSettings();
  return (
    <section>
      <h2>{words.caseDocuments}</h2>
      {found.documents.length === 0 ? (
        <p className="note">{words.caseDocumentsNone}</p>
      ) : (
        <ul className="documents">
          {found.documents.map((document) => (
            <li key={document.id}>
              <a href={`/api/documents/${document.id}`} target="_blank" rel="noreferrer">
                <FileText aria-hidden="true" strokeWidth={1.5} />
                {document.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function More({ found }: { readonly found: PublicCase }) {
  const { words } = useSettings();
  const offersEvaluation = found.mayEvaluate && found.todo?.kind !== 'evaluate';
  const offers: readonly [boolean, LucideIcon, string, string][] = [
    [found.mayWithdraw, Undo2, words.caseWithdraw, 'withdraw'],
    [found.mayObject, MessageSquareWarning, words.caseObject, 'objection'],
    [offersEvaluation, CircleCheck, words.caseEvaluate, 'evaluate'],
  ];
  const open = offers.filter(([isOffered]) => isOffered);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{words.caseMore}</h2>
      <ul className="documents">
        {open.map(([, Icon, name, action]) => (
          <li key={action}>
            <a href={link('case', action)}>
              <Icon aria-hidden="true" strokeWidth={1.5} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
