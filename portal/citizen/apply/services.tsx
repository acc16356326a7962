import { FilePenLine } from 'lucide-react';
import { useEffect } from 'react';
import { api } from '../api.ts';
import { Failure, Loading } from '../failure.tsx';
import { Page } from '../frame/page.tsx';
import { go, link, replace } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { useLoad } from '../use-load.ts';

/** The matters a person can apply for here; with only one, the choice is made already. */
export function Services() {
  const { words, language } = useSettings();
  const [loaded, retry] = useLoad(api.services);
  const services = loaded.state === 'ready' ? loaded.value.items : [];
  const only = services.length === 1 ? services[0]?.processKey : undefined;
  useEffect(() => {
    if (only !== undefined) replace('apply', only);
  }, [only]);
  return (
    <Page title={words.servicesTitle} back={() => go()}>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failure failure={loaded.failure} retry={retry} />}
      {loaded.state === 'ready' && services.length === 0 && <p>{words.servicesNone}</p>}
      <ul className="entries">
        {services.map((service) => (
          <li key={service.processKey}>
            <a className="entry" href={link('apply', service.processKey)}>
              <FilePenLine aria-hidden="true" strokeWidth={1.5} />
              <span>
                <strong>{service.name[language]}</strong>
                <span className="entry-hint">{service.summary}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
