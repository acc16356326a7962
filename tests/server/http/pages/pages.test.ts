import { describe, expect, it } from '@jest/globals';
import type { PublicCase } from '../../../../server/http/contract/track.ts';
import { renderEntrance } from '../../../../server/http/pages/entrance.ts';
import { renderTrackForm } from '../../../../server/http/pages/track-form.ts';
import { renderTrackPage } from '../../../../server/http/pages/track-page.ts';

const HOSTILE = `<script>alert("1")</script>'&`;

const found: PublicCase = {
  number: '219921101261118000017',
  serviceName: '临时救助',
  applicantMasked: '赵**',
  stage: 'action_needed',
  outcome: null,
  sentence: '还差 1 份材料，请在 12月1日 前补齐。',
  office: { name: '青芦镇社会服务办公室', phone: '0427-0000012', hours: '工作日 8:30–17:00' },
  lodgedAt: '2026-11-18T02:30:00Z',
  byDate: null,
  steps: [
    { name: '已收到', state: 'done', date: '2026-11-18' },
    { name: '审核中', state: 'now', date: '2026-11-20' },
    { name: '结果', state: 'ahead', date: null },
  ],
  todo: {
    kind: 'supplement',
    deadline: '2026-12-01',
    items: [
      {
        id: '1',
        material: HOSTILE,
        problem: '看不清',
        howToFix: '重新拍照',
        answer: null,
        attachments: [],
      },
    ],
  },
  documents: [{ id: 'd1', title: '受理通知书' }],
  mayWithdraw: true,
  mayObject: false,
  mayEvaluate: false,
};

describe('script-free pages', () => {
  it('should hold no script and escape every text', () => {
    const pages = [
      renderEntrance({ isDemo: true }),
      renderTrackForm({ number: HOSTILE, error: HOSTILE }),
      renderTrackPage({ ...found, sentence: HOSTILE }),
    ];
    for (const page of pages) expect(page).not.toMatch(/<script/iu);
    expect(pages[1]).toContain(
      'value="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;"',
    );
  });

  it('should begin the tracking page with the stage and the sentence', () => {
    // when
    const page = renderTrackPage(found);

    // then
    expect(page).toContain('<h1>需要您补充</h1>');
    expect(page.indexOf('还差 1 份材料，请在 12月1日')).toBeLessThan(page.indexOf('已收到'));
    expect(page).toContain('aria-current="step"');
    expect(page).toContain('11月20日开始');
    expect(page).toContain('/api/documents/d1');
  });

  it('should say what went wrong above the form and in the title, and never give back the code', () => {
    // when
    const page = renderTrackForm({ number: '2199', error: '没有找到这个办件。' });

    // then
    expect(page).toContain('<title>错误：查询进度 - 云格</title>');
    expect(page).toContain('aria-invalid="true" aria-describedby="error"');
    expect(page).toMatch(/name="queryCode" autocomplete="off"/u);
  });

  it('should speak English when it is asked to', () => {
    expect(renderEntrance({ language: 'en' })).toContain('What do you need?');
    expect(renderTrackPage(found, 'en')).toContain('since 20 November');
  });
});
