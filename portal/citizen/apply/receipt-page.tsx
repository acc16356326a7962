import { Printer, ReceiptText } from 'lucide-react';
import { useEffect } from 'react';
import type { Receipt } from '../../../server/http/openapi.ts';
import { instantText } from '../dates.ts';
import { Page } from '../frame/page.tsx';
import { go, replace } from '../route.ts';
import { useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';

/** Submitted: the number, the code, what happens next and whom to ask; to be printed or noted. */
export function ReceiptPage() {
  const { words, language, isTerminal } = useSettings();
  const { receipt } = useSession();
  // The code is shown once: a page opened later has nothing to show.
  useEffect(() => {
    if (receipt === undefined) replace('track');
  }, [receipt]);
  if (receipt === undefined) return null;
  return (
    <Page title={words.receiptTitle} hint={words.receiptLead}>
      <article className="receipt">
        <h2 className="print-only">
          {receipt.serviceName} {words.receiptHeading}
        </h2>
        <dl className="receipt-keys">
          <div>
            <dt>{words.receiptNumber}</dt>
            <dd className="receipt-number tabular" data-private>
              {grouped(receipt.number)}
            </dd>
          </div>
          <div>
            <dt>{words.receiptCode}</dt>
            <dd className="receipt-number tabular" data-private>
              {grouped(receipt.queryCode)}
            </dd>
            <dd className="note">{words.receiptOnce}</dd>
          </div>
        </dl>
        <div className="receipt-next">
          <h2>{words.receiptNext}</h2>
          <p>{receipt.nextStep}</p>
        </div>
        <ReceiptFacts receipt={receipt} when={instantText(receipt.lodgedAt, language)} />
        <div className="receipt-qr">
          <img src={receipt.qr} alt={words.receiptQr} width={200} height={200} />
          <p>
            {words.receiptQrHint}
            <br />
            <span className="print-only">
              {words.receiptTrackAt} {receipt.trackUrl}
            </span>
          </p>
        </div>
      </article>
      <div className="actions">
        <button type="button" className="button button-main" onClick={() => print('sheet')}>
          <Printer aria-hidden="true" strokeWidth={1.5} />
          {words.receiptPrint}
        </button>
        <button type="button" className="button button-second" onClick={() => print('roll')}>
          <ReceiptText aria-hidden="true" strokeWidth={1.5} />
          {words.receiptPrintRoll}
        </button>
        {!isTerminal && (
          <button type="button" className="button button-second" onClick={() => go('track')}>
            {words.receiptTrack}
          </button>
        )}
      </div>
    </Page>
  );
}

function ReceiptFacts({ receipt, when }: { readonly receipt: Receipt; readonly when: string }) {
  const { words } = useSettings();
  const facts: readonly [string, string][] = [
    [words.receiptService, receipt.serviceName],
    [words.receiptApplicant, receipt.applicantMasked],
    [words.receiptLodged, when],
    [words.receiptOffice, receipt.officeName],
    [words.receiptPhone, receipt.officePhone],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In groups of four: easier to copy by hand and to read out on the phone. */
function grouped(text: string): string {
  return text.replace(/[\s-]/gu, '').replace(/(.{4})(?=.)/gu, '$1 ');
}

/** Prints on a sheet of A4 or on the 80 mm roll of a terminal. */
function print(paper: 'sheet' | 'roll'): void {
  document.documentElement.dataset.paper = paper;
  window.print();
}
