import { IpcFailure } from '../backend';
import type {
  Desk,
  DocumentOrder,
  DossierRef,
  Finding,
  Home,
  NewDossier,
  Place,
  Preview,
  SaveOutcome,
  StepProgress,
  StepView,
} from '../types';
import { drawStep } from './draw';
import { FakeDocuments } from './documents';
import { drawPages } from './pages';
import { LANG_SON, PROVINCES, STEPS } from './model';
import { FakeLog } from './past';
import { emptyStore, type FakeStore } from './store';

type Memory = { label: string; back: FakeStore };

/** The part of the stand-in that is about one dossier: the steps, findings and documents. */
export class FakeDossier extends FakeDocuments {
  /** Tests may hold or refuse a save here. */
  beforeSave: (step: number, key: string, text: string) => Promise<void> | void = () => undefined;
  store: FakeStore = emptyStore();
  dossiers: DossierRef[] = [];
  place: Place | null = null;
  reasons = new Map<string, string>();
  log = new FakeLog();

  #open: DossierRef | null = null;
  #practice = false;
  #past: Memory[] = [];
  #future: Memory[] = [];
  #nextId = 11;

  protected add(label: string): void {
    this.#open = { id: this.dossiers.length + 1, label, note: 'Nháp' };
    this.dossiers.push(this.#open);
  }

  #steps(): StepProgress[] {
    return STEPS.map((step, index) => {
      const view = drawStep(index + 1, this.store);
      const cells = view.groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
      const counted = cells.filter((cell) => !cell.key.includes('/new/'));
      const done = counted.filter((cell) => cell.state === 'saved').length;
      const wrong = counted.some((cell) => cell.message?.severity === 'error');
      const full = counted.length > 0 && done === counted.length;
      const state = wrong ? 'attention' : full ? 'done' : done > 0 ? 'partial' : 'empty';
      return { number: index + 1, title: step.title, done, total: counted.length, state };
    });
  }

  protected frame(): Desk {
    const steps = this.#steps();
    const done = steps.reduce((sum, step) => sum + step.done, 0);
    const total = steps.reduce((sum, step) => sum + step.total, 0);
    return {
      dossier: this.#open,
      dossiers: this.dossiers,
      practice: this.#practice,
      samples: [
        { value: 'lang-son-2022', label: 'Lạng Sơn, tổng kết 2022' },
        { value: 'thai-binh-5', label: 'Thái Bình, sơ kết 5 năm' },
      ],
      provinces: PROVINCES.map((name) => ({ value: name, label: name })),
      steps,
      percent: total === 0 ? 0 : Math.round((100 * done) / total),
      done,
      total,
      savedAt: this.#open ? '14:02' : null,
      undo: this.#past.at(-1)?.label ?? null,
      redo: this.#future.at(-1)?.label ?? null,
      place: this.place,
      version: '0.1.0',
    };
  }

  async openDesk(): Promise<Desk> {
    this.note('openDesk');
    return this.frame();
  }

  async openDossier(dossier: number): Promise<Desk> {
    this.note('openDossier', dossier);
    this.#open = this.dossiers.find((other) => other.id === dossier) ?? this.#open;
    return this.frame();
  }

  async createDossier(request: NewDossier): Promise<Desk> {
    this.note('createDossier', request);
    this.store = emptyStore();
    this.place = null;
    const kind = request.kind === 'annual' ? 'Tổng kết' : `Sơ kết ${request.years} năm đến`;
    this.add(`${request.province} · ${kind} ${request.year}`);
    return this.frame();
  }

  async startPractice(sample: string): Promise<Desk> {
    this.note('startPractice', sample);
    this.#practice = true;
    this.#open = { id: 99, label: 'Lạng Sơn · Tổng kết 2022 (mẫu)', note: 'Tập' };
    this.store = { ...emptyStore(), values: new Map(LANG_SON) };
    return this.frame();
  }

  async leavePractice(): Promise<Desk> {
    this.note('leavePractice');
    this.#practice = false;
    this.#open = this.dossiers[0] ?? null;
    return this.frame();
  }

  async home(): Promise<Home> {
    const found = await this.listFindings();
    const count = (severity: string) => found.filter((one) => one.severity === severity).length;
    return {
      title: 'Tổng kết phong trào năm 2022',
      subtitle: 'UBND tỉnh Lạng Sơn · Hội nghị ngày 08/02/2023, trực tuyến 2 cấp',
      next: [
        {
          text: 'Nhập nốt 3 đối tượng ở bước Đạt chuẩn',
          button: 'Nhập tiếp',
          step: 3,
          key: 'figure/at_co_quan/amount',
        },
        { text: 'Xem 2 chỗ: số phường đạt, mô hình xây mới', button: 'Xem', step: 7, key: null },
        {
          text: 'Ghi khen thưởng của Giám đốc Công an tỉnh',
          button: 'Ghi khen thưởng',
          step: 5,
          key: 'award/new/what',
        },
      ],
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      documents: this.documents,
      store: 'C:\\Users\\Lan\\AppData\\Local\\vn.bc138\\so-lieu.db',
    };
  }

  async loadStep(step: number): Promise<StepView> {
    this.note('loadStep', step);
    return drawStep(step, this.store);
  }

  protected remember(label: string): void {
    this.#past.push({ label, back: structuredClone(this.store) });
    this.#future = [];
  }

  protected outcome(step: number, key: string): SaveOutcome {
    return { desk: this.frame(), step: drawStep(step, this.store), key, saved: true };
  }

  async setField(step: number, key: string, text: string): Promise<SaveOutcome> {
    this.note('setField', step, key, text);
    await this.beforeSave(step, key, text);
    return this.write(step, key, text);
  }

  protected write(step: number, key: string, text: string): SaveOutcome {
    const label = this.labelOf(key);
    this.remember(`sửa ${label}`);
    const real = this.#settleKey(key);
    const before = this.store.values.get(real) ?? '';
    this.log.add(`sửa ${label}`, this.#open?.label ?? '', [
      { key: real, label, before, after: text },
    ]);
    if (real !== key && key.startsWith('indicator/')) {
      const group = key.split('/')[1] ?? '';
      this.store.own.push({ key: real, label: text, kind: 'amount', group });
      return this.outcome(step, real);
    }
    if (text.trim() === '') this.store.values.delete(real);
    else this.store.values.set(real, text);
    return this.outcome(step, real);
  }

  protected labelOf(key: string): string {
    const groups = STEPS.flatMap((_, index) => drawStep(index + 1, this.store).groups);
    const cells = groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
    return cells.find((cell) => cell.key === key)?.label ?? 'ô vừa nhập';
  }

  /** `task/new/text` gives the list a new entry and answers `task/12/text`. */
  #settleKey(key: string): string {
    const [group = '', id, field] = key.split('/');
    if (group === 'indicator') return `figure/own_${++this.#nextId}/amount`;
    if (id !== 'new') return key;
    const fresh = ++this.#nextId;
    this.store.entries.set(group, [...(this.store.entries.get(group) ?? []), fresh]);
    return `${group}/${fresh}/${field}`;
  }

  async removeRow(step: number, key: string): Promise<SaveOutcome> {
    this.note('removeRow', step, key);
    this.remember('xóa dòng');
    const [group = '', id] = key.split('/');
    const rest = (this.store.entries.get(group) ?? []).filter((entry) => entry !== Number(id));
    this.store.entries.set(group, rest);
    return this.outcome(step, key);
  }

  async attachPhoto(step: number, key: string): Promise<SaveOutcome> {
    this.note('attachPhoto', step, key);
    return this.outcome(step, key);
  }

  async addIndicator(step: number, code: string): Promise<SaveOutcome> {
    this.note('addIndicator', step, code);
    this.remember('thêm chỉ tiêu');
    this.store.added.push(code);
    return this.outcome(step, code);
  }

  async undo(step: number): Promise<SaveOutcome> {
    this.note('undo', step);
    return this.#swap(step, this.#past, this.#future);
  }

  async redo(step: number): Promise<SaveOutcome> {
    this.note('redo', step);
    return this.#swap(step, this.#future, this.#past);
  }

  #swap(step: number, from: Memory[], to: Memory[]): SaveOutcome {
    const memory = from.pop();
    if (!memory) throw new IpcFailure({ code: 'nothing', message: 'Chưa có gì để hoàn tác.' });
    to.push({ label: memory.label, back: structuredClone(this.store) });
    this.store = memory.back;
    return this.outcome(step, '');
  }

  async rememberPlace(step: number, key: string | null): Promise<null> {
    this.note('rememberPlace', step, key);
    this.place = { step, key };
    return null;
  }

  async listFindings(): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let step = 1; step <= STEPS.length; step++) {
      for (const group of drawStep(step, this.store).groups)
        for (const cell of group.rows.flatMap((row) => row.cells))
          if (cell.message)
            found.push({
              id: `K.001:${cell.key}`,
              code: 'K.001',
              severity: cell.message.severity,
              title: `${cell.label}: đạt lớn hơn tổng`,
              text: cell.message.text,
              todo: 'Sửa lại ô này, hoặc ghi lý do nếu nguồn ghi đúng như vậy.',
              step,
              key: cell.key,
              reason: this.reasons.get(`K.001:${cell.key}`) ?? null,
              legal: null,
              needsReason: true,
            });
    }
    if (
      this.store.values.has('figure/tin/amount') &&
      !this.store.values.has('figure/tin_co_gia_tri/amount')
    )
      found.push({
        id: 'K.014',
        code: 'K.014',
        severity: 'warning',
        title: 'Nguồn tin có giá trị còn trống',
        text: 'Đã có số nguồn tin nhưng chưa có số nguồn tin có giá trị.',
        todo: 'Nhập số nguồn tin có giá trị ở bước Kết quả.',
        step: 2,
        key: 'figure/tin_co_gia_tri/amount',
        reason: null,
        legal: null,
        needsReason: false,
      });
    return found;
  }

  async giveReason(finding: string, reason: string): Promise<Finding[]> {
    this.note('giveReason', finding, reason);
    this.reasons.set(finding, reason);
    return this.listFindings();
  }

  async causePhrases(): Promise<string[]> {
    this.note('causePhrases');
    return [...this.reasons.values()].filter(Boolean).map((reason) => `số liệu đổi do ${reason}`);
  }

  async preview(order: DocumentOrder): Promise<Preview> {
    this.note('preview', order);
    return { pages: drawPages(this.store), findings: (await this.listFindings()).length };
  }
}
