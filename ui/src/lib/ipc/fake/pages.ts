import type { ParagraphView } from '../types';
import { drawStep } from './draw';
import type { FakeStore } from './store';

/** Two made-up pages with the sentence of step 3. */
export function drawPages(store: FakeStore): string[] {
  const lines = drawStep(3, store).groups.flatMap((group) =>
    group.sentences.map((one) => one.spans.map((span) => span.text || '……').join('')),
  );
  const words = (lines[0] ?? '').match(/.{1,84}(?:\s|$)/g) ?? [];
  const text = words.map(
    (line, i) => `<text x="85" y="${150 + i * 24}" font-size="15">${line}</text>`,
  );
  const page = (body: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 794 1123" font-family="Times New Roman, Liberation Serif, serif"><rect width="794" height="1123" fill="#fff"/><text x="397" y="90" font-size="18" font-weight="bold" text-anchor="middle">BÁO CÁO TỔNG KẾT NĂM 2022</text>${body}</svg>`;
  const area = (attribute: string, y: number) =>
    `<rect x="85" y="${y}" width="400" height="20" fill="transparent" ${attribute}/>`;
  const areas =
    area('data-paragraph="1"', 134) +
    area('data-source="figure/at_kdc/amount"', 134) +
    area('data-source="unit/P20/at_kdc/2021-11-16..2022-11-15"', 158) +
    area('data-source="document/number"', 60);
  return [page(text.join('') + areas), page('')];
}

/** Two paragraphs of a document, one with a figure. */
export function drawParagraphs(): ParagraphView[] {
  const text = (words: string) => ({ text: words, source: null, name: '' });
  const figure = { text: '1.686/1.727', source: 'figure/at_kdc/amount', name: 'Khu dân cư' };
  return [
    {
      place: 0,
      parts: [text('Hội nghị tổng kết.')],
      edited: false,
      template: 'lead.j2',
      remarks: [],
    },
    {
      place: 1,
      parts: [text('Toàn tỉnh có '), figure, text(' khu dân cư đạt.')],
      edited: false,
      template: 'lead.j2',
      remarks: [],
    },
  ];
}
