import { blankRecipient } from '../../recipient';
import { IpcFailure } from '../backend';
import type {
  AwardsView,
  CandidatesView,
  PasteFault,
  PasteView,
  TypedAwardLine,
  TypedRevocation,
} from '../types';
import { drawAwards, type FakeAward, refusal, unlawful } from './honours';
import { FakeOffice } from './office';
import { drawCandidates } from './proposals';

const KINDS: Record<string, TypedAwardLine['kind']> = {
  'tập thể': 'collective',
  'cá nhân': 'person',
  'hộ gia đình': 'household',
};

function refused(message: string): never {
  throw new IpcFailure({ code: 'refused', message });
}

/** The part of the stand-in that is about awards and their recipients. */
export class FakeAwards extends FakeOffice {
  /** Why nothing can be changed. */
  awardsLocked: string | null = null;

  #drawn(): AwardsView {
    return drawAwards(this.store, this.awardsLocked);
  }

  #award(id: number): FakeAward {
    return this.store.awards.find((award) => award.id === id) ?? refused('Không có dòng này.');
  }

  #checked(award: FakeAward, typed: TypedAwardLine, place = ''): TypedAwardLine {
    if (typed.name.trim() === '')
      refused(`${place}Tên: Ô này không để trống được. Gõ lại nội dung, hoặc xóa cả dòng.`);
    if (typed.birthYear !== '' && !/^(19|20)\d\d$/.test(typed.birthYear))
      refused(`${place}Năm sinh: Cần số nguyên từ 1900 đến 2100.`);
    if (unlawful(award, typed) && typed.sic === '')
      throw new IpcFailure({ code: 'unlawful', message: `${place}${refusal(typed.name)}` });
    return typed;
  }

  async loadAwards(): Promise<AwardsView> {
    this.note('loadAwards');
    return this.#drawn();
  }

  async putAwardLine(
    award: number,
    line: number | null,
    typed: TypedAwardLine,
  ): Promise<AwardsView> {
    await this.change('putAwardLine', award, line, typed);
    this.#checked(this.#award(award), typed);
    this.remember(`${line === null ? 'thêm' : 'sửa'} ${typed.name} trong danh sách khen thưởng`);
    const { lines } = this.#award(award);
    const place = line ?? lines.length;
    lines[place] = { typed, revoked: lines[place]?.revoked ?? null };
    return this.#drawn();
  }

  async removeAwardLine(award: number, line: number): Promise<AwardsView> {
    await this.change('removeAwardLine', award, line);
    this.remember('xóa khỏi danh sách khen thưởng');
    this.#award(award).lines.splice(line, 1);
    return this.#drawn();
  }

  /** The lines of a block, and what is wrong with each row. */
  #read(award: number, block: string) {
    const faults: PasteFault[] = [];
    const rows = block.split(/\r?\n/).filter((row) => row.trim() !== '');
    const lines = rows.map((row, index) => {
      const place = `Dòng ${index + 1} của khối`;
      const [said = '', name = '', post = '', unit = ''] = row.split('\t');
      const fault = (column: number | null, text: string) =>
        faults.push({ row: index + 1, column, text });
      const kind = KINDS[said.toLowerCase()];
      if (!kind) fault(1, `${place} · Loại: chưa rõ “${said}”.`);
      if (name === '') fault(2, `${place} · Tên: Ô này không để trống được.`);
      const typed = { ...blankRecipient(kind ?? 'collective'), name, post, unit };
      if (unlawful(this.#award(award), typed)) fault(null, `${place}, ${refusal(name)}`);
      return { typed, revoked: null };
    });
    return { lines, faults };
  }

  async tryAwardLines(award: number, block: string): Promise<PasteView> {
    this.note('tryAwardLines', award, block);
    const { lines, faults } = this.#read(award, block);
    return { recipients: lines.length, faults };
  }

  async pasteAwardLines(award: number, block: string): Promise<AwardsView> {
    await this.change('pasteAwardLines', award, block);
    const { lines, faults } = this.#read(award, block);
    if (faults[0]) refused(faults[0].text);
    this.remember(`dán ${lines.length} dòng vào danh sách khen thưởng`);
    this.#award(award).lines.push(...lines);
    return this.#drawn();
  }

  async revokeAward(
    award: number,
    line: number | null,
    typed: TypedRevocation,
  ): Promise<AwardsView> {
    await this.change('revokeAward', award, line, typed);
    if (typed.reason === '') refused('Lý do thu hồi: Ô này không để trống được.');
    return this.#revoke(award, line, typed, 'thu hồi khen thưởng');
  }

  async unrevokeAward(award: number, line: number | null): Promise<AwardsView> {
    await this.change('unrevokeAward', award, line);
    return this.#revoke(award, line, null, 'bỏ thu hồi khen thưởng');
  }

  #revoke(id: number, line: number | null, revoked: TypedRevocation | null, what: string) {
    this.remember(what);
    const award = this.#award(id);
    Object.assign(line === null ? award : (award.lines[line] ?? {}), { revoked });
    return this.#drawn();
  }

  async markAwardSic(award: number, line: number | null, reason: string): Promise<AwardsView> {
    await this.change('markAwardSic', award, line, reason);
    this.remember('ghi đúng như nguồn');
    const found = this.#award(award);
    Object.assign(line === null ? found : (found.lines[line]?.typed ?? {}), { sic: reason });
    return this.#drawn();
  }

  async loadCandidates(year: number | null): Promise<CandidatesView> {
    this.note('loadCandidates', year);
    return drawCandidates(year ?? 2022);
  }
}
