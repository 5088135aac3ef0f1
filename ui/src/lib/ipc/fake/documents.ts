import type {
  Choice,
  DocumentFormat,
  DocumentOrder,
  ParagraphView,
  SavedDocument,
  TypedWords,
} from '../types';
import { drawParagraphs } from './pages';

/** The part of the stand-in that is about documents: kinds, words of paragraphs, files. */
export class FakeDocuments {
  /** Every call with its arguments, for tests. */
  calls: { name: string; args: unknown[] }[] = [];
  documents: SavedDocument[] = [];
  paragraphs: ParagraphView[] = drawParagraphs();

  protected note(name: string, ...args: unknown[]): void {
    this.calls.push({ name, args });
  }

  async documentStyles(): Promise<Choice[]> {
    return [
      { value: 'briefing', label: 'Tin hội nghị' },
      { value: 'official-report', label: 'Báo cáo' },
      { value: 'certificates', label: 'Giấy khen, Bằng khen' },
    ];
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
}
