import { useCallback, useState } from 'react';
import type { Draft, PublicServiceEntry } from '../../../server/http/openapi.ts';
import { api } from '../api.ts';
import { instantText } from '../dates.ts';
import { Failure, Loading } from '../failure.tsx';
import { Page } from '../frame/page.tsx';
import { go } from '../route.ts';
import { useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';
import { useLoad } from '../use-load.ts';
import { openApplication } from './open-application.ts';

/** What a person should know before the first question. */
export function Guide({ processKey }: { readonly processKey: string }) {
  const { words, language, isTerminal } = useSettings();
  const load = useCallback(() => loadGuide(processKey, isTerminal), [processKey, isTerminal]);
  const [loaded, retry] = useLoad(load);
  const back = useCallback(() => go(), []);
  if (loaded.state !== 'ready' || loaded.value.service === undefined) {
    const isGone = loaded.state === 'ready';
    return (
      <Page title={words.servicesTitle} back={back} hint={isGone ? words.servicesNone : undefined}>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && <Failure failure={loaded.failure} retry={retry} />}
      </Page>
    );
  }
  const { service, draft } = loaded.value;
  return (
    <Page title={service.name[language]} hint={service.summary} back={back}>
      <Facts service={service} />
      <Start service={service} draft={draft} />
    </Page>
  );
}

interface GuideContent {
  readonly service: PublicServiceEntry | undefined;
  readonly draft: Draft | undefined;
}

async function loadGuide(processKey: string, isTerminal: boolean): Promise<GuideContent> {
  const [services, drafts] = await Promise.all([
    api.services(),
    // A public screen never offers what somebody left. Elsewhere no draft is no reason to wait.
    isTerminal ? { items: [] } : api.drafts().catch(() => ({ items: [] })),
  ]);
  return {
    service: services.items.find((each) => each.processKey === processKey),
    draft: drafts.items.find((each) => each.processKey === processKey),
  };
}

function Facts({ service }: { readonly service: PublicServiceEntry }) {
  const { words } = useSettings();
  return (
    <>
      <section>
        <h2>{words.guideMaterials}</h2>
        {service.materials.length === 0 ? (
          <p>{words.guideNoMaterials}</p>
        ) : (
          <ul className="materials">
            {service.materials.map((material) => (
              <li key={material.class}>
                <strong>{material.title}</strong>
                <span className="tag">
                  {material.required ? words.guideMaterialRequired : words.guideMaterialOptional}
                </span>
                {material.note !== '' && <span className="note">{material.note}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{words.guideLimits}</h2>
        <dl className="facts">
          {service.limits.map((limit) => (
            <div key={limit.label}>
              <dt>{limit.label}</dt>
              <dd>{limit.value}</dd>
            </div>
          ))}
          <div>
            <dt>{words.guideFee}</dt>
            <dd>{service.fee}</dd>
          </div>
        </dl>
      </section>
      <details className="basis">
        <summary>{words.guideBasis}</summary>
        <ul>
          {service.legalBasis.map((basis) => (
            <li key={`${basis.title} ${basis.article}`}>
              {basis.title} {basis.article}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface StartProps {
  readonly service: PublicServiceEntry;
  readonly draft: Draft | undefined;
}

function Start({ service, draft }: StartProps) {
  const { words, language, isTerminal } = useSettings();
  const { application, setApplication } = useSession();
  const [failure, setFailure] = useState<unknown>();
  const { processKey } = service;
  const begin = async (from: Draft | undefined) => {
    try {
      if (from === undefined && draft !== undefined) await api.deleteDraft(draft.id);
      setApplication(await openApplication(processKey, from));
      go('apply', processKey, 'question', '0');
    } catch (reason) {
      setFailure(reason);
    }
  };
  const isOpen = application?.service.processKey === processKey;
  return (
    <section className="start">
      <p>{isTerminal ? words.guideNoticeTerminal : words.guideNotice}</p>
      <p>{words.guidePrivacy}</p>
      {failure !== undefined && <Failure failure={failure} />}
      {draft !== undefined && !isOpen && (
        <div className="todo">
          <h2>{words.resumeTitle}</h2>
          <p>{words.resumeText(instantText(draft.savedAt, language))}</p>
          <button type="button" className="button button-main" onClick={() => void begin(draft)}>
            {words.resume}
          </button>
          <button
            type="button"
            className="button button-second"
            onClick={() => void begin(undefined)}
          >
            {words.startOver}
          </button>
        </div>
      )}
      {(draft === undefined || isOpen) && (
        <div className="actions">
          <button
            type="button"
            className="button button-main"
            onClick={() =>
              isOpen ? go('apply', processKey, 'question', '0') : void begin(undefined)
            }
          >
            {isOpen ? words.resume : words.guideStart}
          </button>
        </div>
      )}
    </section>
  );
}
