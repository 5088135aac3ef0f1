import { describe, expect, it } from 'vitest';
import { readWords } from '../src/features/reports/words';
import { TestId } from '../src/lib/testIds';
import { atStep, button, byId, called, page, settled } from './window';

const REPORTS = 8;

async function press(words: string) {
  button(words).click();
  await settled();
}

function editor(): HTMLElement {
  return byId(TestId.paragraphEditor);
}

describe('the reports desk', () => {
  it('draws the kind of document that is chosen', async () => {
    const { fake } = await atStep(REPORTS);
    expect(called(fake, 'preview').at(-1)).toEqual([{ style: 'briefing', test: false }]);
    await press('Báo cáo');
    byId(TestId.documentKinds).querySelectorAll('button')[1]?.click();
    await settled();
    expect(called(fake, 'preview').at(-1)).toEqual([{ style: 'official-report', test: false }]);
    await press('Lưu Word');
    expect(called(fake, 'saveDocument').at(-1)).toEqual([
      { style: 'official-report', test: false },
      'docx',
    ]);
  });

  it('offers the test sheet for certificates alone', async () => {
    const { fake, user } = await atStep(REPORTS);
    expect(document.querySelector('input[type=checkbox]')).toBeNull();
    byId(TestId.documentKinds).querySelectorAll('button')[2]?.click();
    await settled();
    await user.click(document.querySelector('input[type=checkbox]') as HTMLElement);
    await settled();
    expect(called(fake, 'preview').at(-1)).toEqual([{ style: 'certificates', test: true }]);
  });

  it('keeps the figure linked when the words around it are edited', async () => {
    const { fake } = await atStep(REPORTS);
    await press('Sửa câu chữ');
    document.querySelectorAll<HTMLElement>(`[data-testid=${TestId.paragraphEdit}]`)[1]?.click();
    await settled();
    const texts = [...editor().childNodes].filter((node) => node instanceof Text);
    const first = texts.find((text) => text.data.startsWith('Toàn tỉnh'));
    if (first) first.data = 'Năm qua toàn tỉnh có ';
    await press('Lưu câu chữ');
    const words = [
      { text: 'Năm qua toàn tỉnh có ', source: null },
      { text: '1.686/1.727', source: 'figure/at_kdc/amount' },
      { text: ' khu dân cư đạt.', source: null },
    ];
    const order = { style: 'briefing', test: false };
    expect(called(fake, 'editParagraph').at(-1)).toEqual([order, 1, words]);
    expect(page()).toContain('đã sửa');
  });

  it('takes the program’s words again', async () => {
    const { fake } = await atStep(REPORTS);
    fake.paragraphs = fake.paragraphs.map((paragraph) => ({ ...paragraph, edited: true }));
    await press('Sửa câu chữ');
    document.querySelector<HTMLElement>(`[data-testid=${TestId.paragraphEdit}]`)?.click();
    await settled();
    await press('Lấy lại câu mẫu');
    expect(called(fake, 'resetParagraph')).toHaveLength(1);
    expect(page()).not.toContain('đã sửa');
  });
});

describe('the words of an editor', () => {
  it('are joined as a browser leaves them, figures apart', () => {
    const root = document.createElement('div');
    root.innerHTML =
      'Có <span data-source="a">5</span> xã<br>và <div>thêm <span data-source="b">6</span></div>';
    expect(readWords(root)).toEqual([
      { text: 'Có ', source: null },
      { text: '5', source: 'a' },
      { text: ' xã và thêm ', source: null },
      { text: '6', source: 'b' },
    ]);
  });

  it('are none where everything was removed', () => {
    expect(readWords(document.createElement('div'))).toEqual([]);
  });
});
