import { factText, moneyText } from '../format.ts';
import { type Language, useWords } from '../words/words.tsx';

type Schema = Readonly<Record<string, unknown>>;

/** What a form that is only read shows of a number that belongs to a person. */
const masks: Readonly<Record<string, (value: string) => string>> = {
  'id-card': (value) => `${value.slice(0, 4)}**********${value.slice(-4)}`,
  'bank-card': (value) => `**** ${value.slice(-4)}`,
  'cn-mobile': (value) => `${value.slice(0, 3)}****${value.slice(-4)}`,
};

interface ReadOnlyFormProps {
  readonly schema: Schema;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A filled form to read: titles and answers, nested parts below their own title. */
export function ReadOnlyForm({ schema, data }: ReadOnlyFormProps) {
  const { language } = useWords();
  const properties = asSchema(schema.properties);
  const names = Object.keys(properties).filter((name) => hasAnswer(data[name]));
  return (
    <dl className="fact-list">
      {names.map((name) => {
        const part = asSchema(properties[name]);
        return (
          <div key={name}>
            <dt>{titleOf(part, language)}</dt>
            <dd>
              <Answer schema={part} value={data[name]} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Answer({ schema, value }: { readonly schema: Schema; readonly value: unknown }) {
  const { say, language } = useWords();
  if (Array.isArray(value)) return <Answers schema={asSchema(schema.items)} values={value} />;
  if (typeof value === 'object' && value !== null) {
    return <ReadOnlyForm schema={schema} data={value as Record<string, unknown>} />;
  }
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (schema.format === 'money-fen' && typeof value === 'number') return moneyText(value);
  const mask = masks[isIdentityNumber(value) ? 'id-card' : String(schema.format)];
  if (mask && typeof value === 'string') return mask(value);
  if (isPicture(value))
    return <img className="signature-image" src={value} alt={say('signature')} />;
  return choiceTitle(schema, value, language) ?? factText(String(value), language);
}

function Answers({ schema, values }: { readonly schema: Schema; readonly values: unknown[] }) {
  const { say, language } = useWords();
  const isPlain = values.every((value) => typeof value !== 'object');
  if (isPlain) {
    return values.map((value) => choiceTitle(schema, value, language) ?? String(value)).join('、');
  }
  if (values.every(isStoredFile)) {
    return say('files', { count: values.length });
  }
  return (
    <ol className="answer-list">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers have no id and never move here.
        <li key={index}>
          <Answer schema={schema} value={value} />
        </li>
      ))}
    </ol>
  );
}

function titleOf(schema: Schema, language: Language): string {
  const english = language === 'en' ? schema['x-titleEn'] : undefined;
  return String(english ?? schema.title ?? '');
}

/** The kind of document decides about the format only later, so the number is known by its shape. */
function isIdentityNumber(value: unknown): boolean {
  return typeof value === 'string' && /^\d{17}[\dX]$/i.test(value);
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

function hasAnswer(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isPicture(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('data:image/');
}

function isStoredFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fileName' in value;
}

/** The title of a chosen value where the schema names its choices. */
function choiceTitle(schema: Schema, value: unknown, language: Language): string | undefined {
  if (!Array.isArray(schema.oneOf)) return undefined;
  const choice = schema.oneOf.map(asSchema).find((one) => one.const === value);
  return choice === undefined ? undefined : titleOf(choice, language);
}
