import { useCallback, useEffect } from 'react';
import { api } from '../api.ts';
import { Failure, Loading } from '../failure.tsx';
import { Page } from '../frame/page.tsx';
import { replace } from '../route.ts';
import { useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';
import { useLoad } from '../use-load.ts';
import { Check } from './check.tsx';
import { openApplication } from './open-application.ts';
import { Question } from './question.tsx';

interface ApplyProps {
  readonly processKey: string;
  readonly step: string;
  readonly page: number;
}

/** An application from the first question to the check; a page that was reloaded finds its draft. */
export function Apply({ processKey, step, page }: ApplyProps) {
  const { application } = useSession();
  if (application === undefined || application.service.processKey !== processKey) {
    return <Reopen processKey={processKey} />;
  }
  return step === 'check' ? (
    <Check application={application} />
  ) : (
    <Question application={application} number={page} />
  );
}

function Reopen({ processKey }: { readonly processKey: string }) {
  const { words, isTerminal } = useSettings();
  const { setApplication } = useSession();
  const open = useCallback(async () => {
    // A public screen begins anew: the person before may have left a draft.
    if (isTerminal) return undefined;
    const { items } = await api.drafts();
    const draft = items.find((each) => each.processKey === processKey);
    return draft === undefined ? undefined : openApplication(processKey, draft);
  }, [processKey, isTerminal]);
  const [loaded, retry] = useLoad(open);
  useEffect(() => {
    if (loaded.state !== 'ready') return;
    if (loaded.value === undefined) replace('apply', processKey);
    else setApplication(loaded.value);
  }, [loaded, processKey, setApplication]);
  return (
    <Page title={words.guideStart}>
      {loaded.state === 'failed' ? <Failure failure={loaded.failure} retry={retry} /> : <Loading />}
    </Page>
  );
}
