import { Button } from 'antd';
import { useState } from 'react';
import { lodgeApplication } from '../api.ts';
import { FormEditor } from '../form/form-editor.tsx';
import { type FormWork, useFormWork } from '../form/use-form-work.ts';
import { clockText } from '../format.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import { useSession } from '../session.tsx';
import type { Draft, FormView, PublicServiceEntry, Receipt } from '../types.ts';
import { type Say, useWords } from '../words/words.tsx';
import { attachmentIdsIn } from './attachment-ids.ts';
import { type Consent, ConsentFields, isComplete, noConsent } from './consent-fields.tsx';
import { type Unit, UnitPicker } from './unit-picker.tsx';
import { useApplicationDraft } from './use-application-draft.ts';

const homeLevels = new Set(['village', 'community']);

interface LodgeFormProps {
  readonly service: PublicServiceEntry;
  readonly form: FormView;
  readonly units: readonly Unit[];
  readonly draft: Draft | undefined;
  readonly onLodged: (receipt: Receipt) => void;
}

/** The application with place and consent; what is typed is kept on the server all the time. */
export function LodgeForm({ service, form, units, draft, onLodged }: LodgeFormProps) {
  const { say } = useWords();
  const [draftId] = useState(() => draft?.id ?? crypto.randomUUID());
  const [unitCode, setUnitCode] = useState(units.length === 1 ? (units[0]?.code ?? '') : '');
  const [consent, setConsent] = useState(noConsent);
  const work = useFormWork(form, draft?.data ?? {});
  const key = { id: draftId, processKey: service.processKey, formKey: form.key };
  const kept = useApplicationDraft(key, work.data, work.isTouched);
  const lodging = { service, work, unitCode, consent, draftId, keepNow: kept.keepNow };
  const sending = useLodging(lodging, onLodged);
  return (
    <div className="card">
      {sending.problem && <ProblemNote problem={sending.problem} />}
      <UnitPicker units={units} value={unitCode} onChange={setUnitCode} />
      <ConsentFields consent={consent} isWrong={sending.isConsentWrong} onChange={setConsent} />
      <FormEditor
        form={form}
        work={work}
        place={{ draft: draftId }}
        isBusy={sending.isBusy}
        beforeUpload={kept.keepNow}
      />
      <div className="action-bar">
        <div className="action-row">
          <Button type="primary" loading={sending.isBusy} onClick={sending.send}>
            {say('lodge.submit')}
          </Button>
          <span className="second" role="status">
            {kept.problem && say('draft.lost', { why: kept.problem.detail })}
            {!kept.problem && kept.savedAt && say('draft.saved', { at: clockText(kept.savedAt) })}
          </span>
        </div>
      </div>
    </div>
  );
}

interface Lodging {
  readonly service: PublicServiceEntry;
  readonly work: FormWork;
  readonly unitCode: string;
  readonly consent: Consent;
  readonly draftId: string;
  readonly keepNow: () => Promise<void>;
}

/** The consent in one Chinese sentence, as it goes into the file. */
function consentNote(consent: Consent, say: Say): string {
  const how = consent.how === '' ? '' : say(`consent.${consent.how}`);
  const witness = consent.witness === '' ? '' : `；${say('consent.witness')}：${consent.witness}`;
  return `${say('consent.by')}：${consent.by}；${how}${witness}`;
}

function useLodging(lodging: Lodging, onLodged: (receipt: Receipt) => void) {
  const { service, work, unitCode, consent, draftId, keepNow } = lodging;
  const { say } = useWords();
  const { me } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [isConsentWrong, setConsentWrong] = useState(false);
  const level = me.appointments[0]?.level ?? '';
  const send = () => {
    const isAgreed = isComplete(consent);
    setConsentWrong(!isAgreed);
    if (!work.check() || !isAgreed || unitCode === '') return;
    setBusy(true);
    const application = {
      processKey: service.processKey,
      channel: homeLevels.has(level) ? ('village' as const) : ('window' as const),
      unitCode,
      data: work.data,
      attachmentIds: attachmentIdsIn(work.data),
      draftId,
      proxy: {
        kind: 'clerk' as const,
        name: me.user.name,
        relation: consent.relation,
        note: consentNote(consent, say),
      },
    };
    // A save that arrives after the application would bring the draft back.
    keepNow()
      .then(() => lodgeApplication(application))
      .then(onLodged, (thrown) => {
        const refused = asProblem(thrown);
        setBusy(false);
        setProblem(refused);
        work.refuse(refused.errors);
      });
  };
  return { send, problem, isBusy, isConsentWrong };
}
