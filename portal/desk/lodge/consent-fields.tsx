import { Input, Radio } from 'antd';
import { useWords } from '../words/words.tsx';

/** How the family agreed that somebody else lodges for it. */
export interface Consent {
  readonly how: 'written' | 'spoken' | 'recorded' | '';
  readonly by: string;
  readonly relation: string;
  readonly witness: string;
}

export const noConsent: Consent = { how: '', by: '', relation: '', witness: '' };

/** Whether the consent says who agreed, how, and who heard it when nothing was signed. */
export function isComplete(consent: Consent): boolean {
  if (consent.how === '' || consent.by.trim() === '') return false;
  return consent.how !== 'spoken' || consent.witness.trim() !== '';
}

interface ConsentFieldsProps {
  readonly consent: Consent;
  readonly isWrong: boolean;
  readonly onChange: (consent: Consent) => void;
}

/** The recorded consent of the family; without it nobody may lodge for them. */
export function ConsentFields({ consent, isWrong, onChange }: ConsentFieldsProps) {
  const { say } = useWords();
  const set = (part: Partial<Consent>) => onChange({ ...consent, ...part });
  const ways = (['written', 'spoken', 'recorded'] as const).map((how) => ({
    value: how,
    label: say(`consent.${how}`),
  }));
  return (
    <fieldset className="consent">
      <legend>{say('consent.title')}</legend>
      <p className="second">{say('consent.hint')}</p>
      {isWrong && (
        <p className="field-error" id="consent-error" role="alert">
          {say('consent.missing')}
        </p>
      )}
      <Radio.Group
        aria-label={say('consent.how')}
        options={ways}
        value={consent.how}
        onChange={(event) => set({ how: event.target.value })}
      />
      <div className="consent-row">
        <TextField
          id="consent-by"
          label={say('consent.by')}
          value={consent.by}
          onChange={(by) => set({ by })}
        />
        <TextField
          id="consent-relation"
          label={say('consent.relation')}
          value={consent.relation}
          onChange={(relation) => set({ relation })}
        />
        {consent.how === 'spoken' && (
          <TextField
            id="consent-witness"
            label={say('consent.witness')}
            value={consent.witness}
            onChange={(witness) => set({ witness })}
          />
        )}
      </div>
    </fieldset>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ id, label, value, onChange }: TextFieldProps) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        maxLength={30}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
