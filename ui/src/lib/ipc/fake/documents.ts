import { IpcFailure } from '../backend';
import type {
  CheckedFile,
  DocumentDesk,
  DocumentFormat,
  DocumentOrder,
  LensChoice,
  ParagraphView,
  SavedDocument,
  SourceView,
  TemplateVariable,
  TemplateView,
  TypedWords,
  WrittenDocument,
} from '../types';
import { drawParagraphs } from './pages';
import { drawChecked, drawSource, KINDS, TEMPLATES, VARIABLES } from './papers';

/** The part of the stand-in that is about documents: kinds, words of paragraphs, files. */
export class FakeDocuments {
  /** Every call with its arguments, for tests. */
  calls: { name: string; args: unknown[] }[] = [];
  documents: SavedDocument[] = [];
  paragraphs: ParagraphView[] = drawParagraphs();
  /** What is answered for written documents; none is stale at first. */
  written: WrittenDocument[] = [];
  checked: CheckedFile | null = drawChecked();
  templates: TemplateView[] = TEMPLATES;

  protected note(name: string, ...args: unknown[]): void {
    this.calls.push({ name, args });
  }

  async documentDesk(): Promise<DocumentDesk> {
    return {
      kinds: KINDS,
      units: [{ value: 'u1', label: 'xã Hữu Lũng' }],
      awards: [{ value: '1', label: 'Bằng khen của Chủ tịch UBND tỉnh' }],
      written: this.documents.map(({ name, path }) => ({ value: path, label: name })),
    };
  }

  async loadParagraphs(order: DocumentOrder): Promise<ParagraphView[]> {
    this.note('loadParagraphs', order);
    return this.paragraphs;
  }

  async editParagraph(
    order: DocumentOrder,
    place: number,
    words: TypedWords[],
  ): Promise<ParagraphView[]> {
    this.note('editParagraph', order, place, words);
    const parts = words.map((part) => ({ ...part, name: part.source ? 'Khu dân cư' : '' }));
    this.paragraphs = this.paragraphs.map((paragraph) =>
      paragraph.place === place ? { ...paragraph, parts, edited: true } : paragraph,
    );
    return this.paragraphs;
  }

  async resetParagraph(order: DocumentOrder, place: number): Promise<ParagraphView[]> {
    this.note('resetParagraph', order, place);
    this.paragraphs = drawParagraphs();
    return this.paragraphs;
  }

  async saveDocument(order: DocumentOrder, format: DocumentFormat): Promise<SavedDocument> {
    this.note('saveDocument', order, format);
    const name = `Báo cáo tổng kết 2022.${format}`;
    const saved = {
      name,
      path: `C:\\Users\\Lan\\Documents\\${name}`,
      at: '07/02 16:40',
      stale: false,
    };
    this.documents = [saved, ...this.documents.filter((other) => other.name !== name)];
    return saved;
  }

  saveDocumentAs(order: DocumentOrder, format: DocumentFormat): Promise<SavedDocument | null> {
    return this.saveDocument(order, format);
  }

  async printDocument(order: DocumentOrder): Promise<null> {
    this.note('printDocument', order);
    return null;
  }

  async openDocument(path: string): Promise<null> {
    this.note('openDocument', path);
    return null;
  }

  async figureSource(source: string, lens: LensChoice): Promise<SourceView> {
    this.note('figureSource', source, lens);
    return drawSource(source);
  }

  async writtenDocuments(): Promise<WrittenDocument[]> {
    return this.written;
  }

  async checkFile(): Promise<CheckedFile | null> {
    this.note('checkFile');
    return this.checked;
  }

  async loadTemplates(): Promise<TemplateView[]> {
    return this.templates;
  }

  async templateVariables(name: string): Promise<TemplateVariable[]> {
    this.note('templateVariables', name);
    return VARIABLES;
  }

  async putTemplate(name: string, text: string): Promise<TemplateView[]> {
    this.note('putTemplate', name, text);
    if (text.includes('khong_co'))
      throw new IpcFailure({
        code: 'template',
        message: 'Mẫu câu bị sai: dòng 1: có tên biến không tồn tại. Sửa lại chỗ đó.',
      });
    this.#template(name, text);
    return this.templates;
  }

  async resetTemplate(name: string): Promise<TemplateView[]> {
    this.note('resetTemplate', name);
    this.#template(name, null);
    return this.templates;
  }

  #template(name: string, text: string | null): void {
    this.templates = this.templates.map((one) =>
      one.name === name ? { ...one, text: text ?? one.built_in, edited: text !== null } : one,
    );
  }
}
