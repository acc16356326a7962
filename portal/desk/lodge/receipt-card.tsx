import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { timeText } from '../format.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import type { Receipt } from '../types.ts';
import { useWords } from '../words/words.tsx';

interface ReceiptCardProps {
  readonly receipt: Receipt;
  readonly title: string;
  readonly onAgain: () => void;
}

/** The receipt: large number, query code, QR, where to track and whom to call; prints on 80 mm. */
export function ReceiptCard({ receipt, title, onAgain }: ReceiptCardProps) {
  const { say, language } = useWords();
  return (
    <div className="page receipt-page">
      <PageHeading>{title}</PageHeading>
      <article className="receipt card">
        <p className="receipt-service">{receipt.serviceName}</p>
        <p className="second">{say('receipt.number')}</p>
        <p className="receipt-number tabular">{receipt.number}</p>
        {receipt.queryCode !== '' && (
          <>
            <p className="second">{say('receipt.code')}</p>
            <p className="receipt-code tabular">{receipt.queryCode}</p>
          </>
        )}
        {receipt.qr !== '' && <img src={receipt.qr} alt={say('receipt.qr')} />}
        <dl className="fact-list">
          <ReceiptLine label={say('list.applicant')} value={receipt.applicantMasked} />
          <ReceiptLine label={say('receipt.at')} value={timeText(receipt.lodgedAt, language)} />
          <ReceiptLine label={say('receipt.next')} value={receipt.nextStep} />
          <ReceiptLine label={say('receipt.office')} value={receipt.officeName} />
          <ReceiptLine label={say('receipt.phone')} value={receipt.officePhone} />
          <ReceiptLine label={say('receipt.track')} value={spokenAddress(receipt.trackUrl)} />
        </dl>
      </article>
      <div className="action-row no-print">
        <Button
          type="primary"
          icon={<Printer size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => window.print()}
        >
          {say('receipt.print')}
        </Button>
        <Button onClick={onAgain}>{say('receipt.again')}</Button>
      </div>
    </div>
  );
}

/** The address as a person types it: the QR code carries the number along. */
function spokenAddress(url: string): string {
  return url.replace(/^https?:\/\//u, '').replace(/\?.*$/u, '');
}

function ReceiptLine({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
