import { describe, expect, it } from 'vitest';
import { FakeBackend } from '../src/lib/ipc/fake';
import { readWords, sameWords } from '../src/features/reports/words';
import { blankOrder, CHANGED } from '../src/lib/ipc/fake/papers';
import { TestId, type TestIdName } from '../src/lib/testIds';
import {
  atStep,
  button,
  byId,
  called,
  choose,
  field,
  focused,
  page,
  seen,
  settled,
  openWindow,
} from './window';

const REPORTS = 8;
const FIGURE = 'figure/at_kdc/amount';

async function press(words: string) {
  button(words).click();
  await settled();
}

async function click(element: Element | null | undefined) {
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await settled();
}

const area = (attribute: string) => document.querySelector(`svg [${attribute}]`);
const editor = () => byId(TestId.paragraphEditor);
const text = (id: TestIdName) => byId(id).textContent ?? '';
const pressed = (id: TestIdName) => click(byId(id));

/** Words put before those of the open editor. */
function type(words: string) {
  editor().prepend(words);
}

async function editFirst(place: number) {
  const buttons = document.querySelectorAll(`[data-testid=${TestId.paragraphEdit}]`);
  await click(buttons[place]);
}

describe('the kinds of documents', () => {
  it('are drawn and saved as they are chosen', async () => {
    const { fake } = await atStep(REPORTS);
    expect(called(fake, 'preview').at(-1)).toEqual([blankOrder('briefing')]);
    await press('Báo cáo');
    await click(byId(TestId.documentKinds).querySelectorAll('button')[1]);
    expect(called(fake, 'preview').at(-1)).toEqual([blankOrder('official-report')]);
    await press('Lưu Word');
    expect(called(fake, 'saveDocument').at(-1)).toEqual([blankOrder('official-report'), 'docx']);
  });

  it('ask for what they print, and keep what is typed for each', async () => {
    const { fake, user } = await atStep(REPORTS);
    expect(seen(TestId.orderFields)).toBe(false);
    await press('Phụ lục số liệu');
    await user.type(field('order/number'), '77{Enter}');
    await user.type(field('order/dated'), '09/02/2023{Enter}');
    await settled();
    const typed = { ...blankOrder('annex'), number: '77', dated: '09/02/2023' };
    expect(called(fake, 'preview').at(-1)).toEqual([typed]);
    await press('Tin hội nghị');
    await press('Phụ lục số liệu');
    expect(field('order/number').value).toBe('77');
    expect(called(fake, 'preview').at(-1)).toEqual([typed]);
  });

  it('show units on the borders that are chosen, on the pages as in what is told of a number', async () => {
    const { fake } = await atStep(REPORTS);
    await press('Phụ lục số liệu');
    await choose('Địa giới', 'today');
    const lens = { kind: 'today' };
    expect(called(fake, 'preview').at(-1)).toEqual([{ ...blankOrder('annex'), lens }]);
    await click(area('data-source^="unit/"'));
    expect(called(fake, 'figureSource').at(-1)?.[1]).toEqual(lens);
    await pressed(TestId.saveXlsx);
    expect(called(fake, 'saveDocument').at(-1)?.[0]).toMatchObject({ lens });
    await press('Tin hội nghị');
    expect(page()).not.toContain('Địa giới');
  });

  it('are not drawn again when nothing in the order changed', async () => {
    const { fake } = await atStep(REPORTS);
    expect(called(fake, 'preview')).toHaveLength(1);
  });

  it('offer a workbook where there are tables', async () => {
    const { fake } = await atStep(REPORTS);
    expect(seen(TestId.saveXlsx)).toBe(false);
    await press('Phụ lục số liệu');
    await pressed(TestId.saveXlsx);
    expect(called(fake, 'saveDocument').at(-1)).toEqual([blankOrder('annex'), 'xlsx']);
  });

  it('offer the test sheet for certificates alone', async () => {
    const { fake, user } = await atStep(REPORTS);
    await press('Giấy khen, Bằng khen');
    await user.click(field('order/test'));
    await settled();
    const order = { ...blankOrder('certificates'), test: true };
    expect(called(fake, 'preview').at(-1)).toEqual([order]);
  });
});

describe('a number on the page', () => {
  it('tells where it is from and leads to its field', async () => {
    const { fake } = await atStep(REPORTS);
    await click(area(`data-source="${FIGURE}"`));
    expect(called(fake, 'figureSource')).toEqual([[FIGURE, { kind: 'asReported' }]]);
    for (const told of ['Khu dân cư đạt', 'Nhập ở bước 3', 'Thông tư 124', 'lan, 05/01/2023'])
      expect(text(TestId.sourcePanel)).toContain(told);
    await press('Đến ô nhập');
    expect(focused()).toBe(FIGURE);
  });

  it('is reached with the arrows, opened with Enter and closed with Esc', async () => {
    const { user } = await atStep(REPORTS);
    byId(TestId.drawnFigures).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    await settled();
    expect(seen(TestId.sourcePanel)).toBe(true);
    await user.keyboard('{Escape}');
    await settled();
    expect(seen(TestId.sourcePanel)).toBe(false);
    expect(document.activeElement?.getAttribute('data-source')).toBe(FIGURE);
  });

  it('of units names them and leads to the table', async () => {
    const { fake } = await atStep(REPORTS);
    await click(area('data-source^="unit/"'));
    expect(text(TestId.sourcePanel)).toContain('xã Hữu Lũng');
    await press('Đến bảng số liệu');
    expect(called(fake, 'loadSheet').at(-1)?.[0]).toMatchObject({ year: 2022, group: 'standard' });
    expect(focused()).toMatch(/^cell\//);
  });

  it('that is a gap of the head leads to the field above the pages', async () => {
    const { fake } = await atStep(REPORTS);
    await press('Phụ lục số liệu');
    await click(area('data-source="document/number"'));
    expect(called(fake, 'figureSource')).toEqual([]);
    await press('Đến ô đó');
    expect(focused()).toBe('order/number');
  });
});

describe('paragraphs', () => {
  it('are edited by a press on the page, the figure stays linked', async () => {
    const { fake } = await atStep(REPORTS);
    await click(area('data-paragraph="1"'));
    const texts = [...editor().childNodes].filter((node) => node instanceof Text);
    const first = texts.find((node) => node.data.startsWith('Toàn tỉnh'));
    if (first) first.data = 'Năm qua toàn tỉnh có ';
    await press('Lưu câu chữ');
    const words = [
      { text: 'Năm qua toàn tỉnh có ', source: null },
      { text: '1.686/1.727', source: FIGURE },
      { text: ' khu dân cư đạt.', source: null },
    ];
    expect(called(fake, 'editParagraph').at(-1)).toEqual([blankOrder('briefing'), 1, words]);
    expect(page()).toContain('đã sửa');
  });

  it('are saved when the hand leaves them, and not when nothing changed', async () => {
    const { fake } = await atStep(REPORTS);
    await pressed(TestId.wordsToggle);
    await editFirst(0);
    await editFirst(0);
    expect(called(fake, 'editParagraph')).toEqual([]);
    type('Thêm lời. ');
    await press('Phụ lục số liệu');
    expect(called(fake, 'editParagraph')).toHaveLength(1);
    expect(called(fake, 'editParagraph')[0]?.[0]).toEqual(blankOrder('briefing'));
  });

  it('keep what is typed while the source of a figure is read', async () => {
    await atStep(REPORTS);
    await click(area('data-paragraph="1"'));
    type('Năm qua, ');
    await click(editor().querySelector('[data-source]'));
    expect(text(TestId.sourcePanel)).toContain('Nhập ở bước 3');
    expect(editor().textContent).toContain('Năm qua, ');
  });

  it('go back to the program’s words', async () => {
    const { fake } = await atStep(REPORTS);
    fake.paragraphs = fake.paragraphs.map((paragraph) => ({ ...paragraph, edited: true }));
    await pressed(TestId.wordsToggle);
    await editFirst(0);
    await press('Lấy lại câu mẫu');
    expect(called(fake, 'resetParagraph')).toHaveLength(1);
    expect(page()).not.toContain('đã sửa');
  });
});

describe('templates', () => {
  it('of a paragraph are rewritten with variables put in, and reset', async () => {
    const { fake, user } = await atStep(REPORTS);
    await pressed(TestId.wordsToggle);
    await press('Sửa câu mẫu');
    const area = byId(TestId.templateText) as HTMLTextAreaElement;
    expect(area.value).toContain('{{ byline }}');
    area.setSelectionRange(0, 0);
    await press('toàn tỉnh (hoặc toàn xã)');
    expect(area.value.startsWith('{{ whole }}Trên đây')).toBe(true);
    await user.keyboard(' ');
    await press('Lưu mẫu');
    expect(called(fake, 'putTemplate')[0]?.[0]).toBe('lead.j2');
    expect(text(TestId.templatesPanel)).toContain('khác mẫu gốc');
    await press('Trả về mẫu gốc');
    expect(text(TestId.templatesPanel)).not.toContain('khác mẫu gốc');
  });

  it('that are refused say why and keep what was typed', async () => {
    const { user } = await atStep(REPORTS);
    await pressed(TestId.templatesToggle);
    await user.type(byId(TestId.templateText), 'khong_co');
    await press('Lưu mẫu');
    expect(text(TestId.templatesPanel)).toContain('tên biến không tồn tại');
    await pressed(TestId.templatesToggle);
    await pressed(TestId.templatesToggle);
    expect((byId(TestId.templateText) as HTMLTextAreaElement).value).toContain('khong_co');
  });
});

describe('written documents', () => {
  it('that no longer hold are counted and corrected', async () => {
    const { fake } = await atStep(REPORTS);
    const path = 'C:\\Users\\Lan\\Documents\\tin.pdf';
    const known = { name: 'tin.pdf', kind: 'Tin hội nghị', at: '07/02 16:40', known: true };
    fake.written = [
      { ...known, path, changed: [CHANGED] },
      { ...known, path: 'khac.pdf', name: 'khac.pdf', changed: [] },
    ];
    await press('Lưu PDF');
    expect(text(TestId.writtenToggle)).toContain('1 không khớp');
    await pressed(TestId.writtenToggle);
    for (const told of ['1.686/1.727', '1.680/1.727', 'khớp số liệu'])
      expect(text(TestId.writtenPanel)).toContain(told);
    await press('Soạn đính chính');
    const order = { ...blankOrder('correction'), since: path };
    expect(called(fake, 'preview').at(-1)).toEqual([order]);
  });

  it('that no longer hold lead from the home screen to what is told of them', async () => {
    const fake = FakeBackend.langSon();
    fake.place = { step: 0, key: 'screen/home' };
    fake.documents = [{ name: 'tin.pdf', path: 'tin.pdf', at: '07/02 16:40', stale: true }];
    await openWindow(fake);
    await pressed(TestId.staleDocument);
    expect(text(TestId.stepTitle)).toBe('Báo cáo');
    expect(seen(TestId.writtenPanel)).toBe(true);
  });
});

describe('a file', () => {
  it('is checked: figures that were altered, and its layout with the clause', async () => {
    await atStep(REPORTS);
    await pressed(TestId.checkToggle);
    await pressed(TestId.checkChoose);
    const told = text(TestId.checkPanel);
    for (const words of ['Xã đạt', '175/181', 'bị sửa trong tệp', 'mục I.1', '216 × 279 mm'])
      expect(told).toContain(words);
    expect(told).not.toContain('Phường đạt');
  });

  it('that was not chosen changes nothing', async () => {
    const { fake } = await atStep(REPORTS);
    fake.checked = null;
    await pressed(TestId.checkToggle);
    await pressed(TestId.checkChoose);
    expect(called(fake, 'checkFile')).toHaveLength(1);
    expect(text(TestId.checkPanel)).not.toContain('Báo cáo.docx');
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

  it('are the same whatever a figure is printed as', () => {
    const figure = (text: string) => [{ text, source: 'a' }];
    expect(sameWords(figure('5'), figure('6'))).toBe(true);
    expect(sameWords([{ text: 'một', source: null }], [{ text: 'hai', source: null }])).toBe(false);
  });

  it('are none where everything was removed', () => {
    expect(readWords(document.createElement('div'))).toEqual([]);
  });
});
