import { useState } from 'react';
import { deleteDraft, readForm, readServices, reportClue } from '../api.ts';
import { FormEditor } from '../form/form-editor.tsx';
import { useFormWork } from '../form/use-form-work.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import { useSession } from '../session.tsx';
import type { FormView, Receipt } from '../types.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';
import { attachmentIdsIn } from './attachment-ids.ts';
import { knownAnswers } from './known-answers.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { type Unit, UnitPicker, useUnits } from './unit-picker.tsx';
import { useApplicationDraft } from './use-application-draft.ts';

interface ClueForm {
  readonly processKey: string;
  readonly form: FormView;
}

async function loadClueForm(): Promise<ClueForm | undefined> {
  const { items } = await readServices();
  for (const { processKey, clueFormKey } of items) {
    if (clueFormKey !== null) return { processKey, form: await readForm(clueFormKey) };
  }
  return undefined;
}

/** A grid worker's clue from the doorstep: one column, one hand, one button. */
export function CluePage() {
  const { say } = useWords();
  const [receipt, setReceipt] = useState<Receipt>();
  const clue = useRemote('clue', loadClueForm);
  const units = useUnits();
  usePageTitle(say('clue.title'));
  if (receipt) {
    const again = () => setReceipt(undefined);
    return <ReceiptCard receipt={receipt} title={say('clue.done')} onAgain={again} />;
  }
  const problem = clue.problem ?? units.problem;
  const isReady = clue.isSettled && units.value;
  return (
    <div className="page clue-page">
      <PageHeading>{say('clue.title')}</PageHeading>
      <p className="second">{say('clue.hint')}</p>
      {problem && <ProblemNote problem={problem} onRetry={clue.reload} />}
      {!problem && !isReady && <PageSkeleton rows={8} />}
      {units.value?.length === 0 && (
        <EmptyNote title={say('lodge.noUnit')}>{say('lodge.noUnitHint')}</EmptyNote>
      )}
      {clue.isSettled && !clue.value && !clue.problem && (
        <EmptyNote title={say('clue.none')}>{say('clue.noneHint')}</EmptyNote>
      )}
      {clue.value && units.value && units.value.length > 0 && (
        <ClueEditor clue={clue.value} units={units.value} onReported={setReceipt} />
      )}
    </div>
  );
}

interface ClueEditorProps {
  readonly clue: ClueForm;
  readonly units: readonly Unit[];
  readonly onReported: (receipt: Receipt) => void;
}

function ClueEditor({ clue, units, onReported }: ClueEditorProps) {
  const { say } = useWords();
  const [draftId] = useState(() => crypto.randomUUID());
  const [unitCode, setUnitCode] = useState(units[0]?.code ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const { processKey, form } = clue;
  const { me } = useSession();
  const [start] = useState(() => knownAnswers(form, me, units[0]));
  const work = useFormWork(form, start);
  const draft = { id: draftId, processKey, formKey: form.key };
  const { keepNow } = useApplicationDraft(draft, work.data, work.isTouched);
  const send = () => {
    if (isBusy || !work.check()) return;
    setBusy(true);
    const { data } = work;
    const clue = { processKey, unitCode, data, attachmentIds: attachmentIdsIn(data) };
    const report = async () => {
      const receipt = await reportClue(clue);
      await deleteDraft(draftId).catch(() => undefined);
      onReported(receipt);
    };
    keepNow()
      .then(report)
      .catch((thrown) => {
        const refused = asProblem(thrown);
        setBusy(false);
        setProblem(refused);
        work.refuse(refused.errors);
      });
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <UnitPicker units={units} value={unitCode} onChange={setUnitCode} />
      <FormEditor
        form={form}
        work={work}
        place={{ draft: draftId }}
        isBusy={isBusy}
        beforeUpload={keepNow}
      />
      <button type="button" className="button button-main clue-send" onClick={send}>
        {say('clue.submit')}
      </button>
    </>
  );
}
