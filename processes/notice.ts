import type { Reader } from './checks.ts';
import type { Notice } from './content.ts';

const SEALS = ['town', 'county', 'decider', 'village', 'none'] as const;
const MASKS = ['name', 'id-number', 'account', 'village-only'] as const;
const CLASSES = ['L1', 'L2', 'L3', 'L4'] as const;

/** Reads and checks one document template; every placeholder must be one of its facts. */
export function readNotice(yaml: Reader, file: string): Notice {
  const notice: Notice = {
    kind: yaml.at('kind').text(),
    title: yaml.at('title').bilingual(),
    to: yaml.at('to').text(),
    body: yaml.at('body').texts(),
    facts: yaml.at('facts').texts(),
    basis: yaml.at('basis').texts(),
    remedies: yaml.at('remedies').flag(false),
    seal: yaml.at('seal').oneOf(SEALS),
    masks: yaml.has('masks') ? masksOf(yaml.at('masks')) : {},
    class: yaml.at('class').oneOf(CLASSES),
  };
  const unknown = placeholdersOf([notice.to, ...notice.body]).find(
    (name) => !notice.facts.includes(name),
  );
  if (unknown === undefined) return notice;
  throw new Error(`Expected {${unknown}} to be a fact of ${file}, but it is not listed`);
}

/** The names in braces of some texts. */
export function placeholdersOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''));
}

function masksOf(masks: Reader): Notice['masks'] {
  return Object.fromEntries(masks.keys().map((fact) => [fact, masks.at(fact).oneOf(MASKS)]));
}
