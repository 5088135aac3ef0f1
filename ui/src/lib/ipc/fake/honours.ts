import type {
  AwardCard,
  AwardLineRow,
  AwardMoneyRow,
  AwardRemark,
  AwardsView,
  RecipientKind,
  TypedAwardLine,
  TypedRevocation,
} from '../types';
import { blankRecipient } from '../../recipient';
import { choices } from './draw';
import type { FakeStore } from './store';

/** An award as the stand-in keeps it: what comes of it is drawn anew each time. */
export type FakeAward = {
  id: number;
  label: string;
  /** Counts that were typed and have no list. */
  typed: Partial<Record<RecipientKind, number>>;
  /** Coefficient of a person; a collective gets twice as much. */
  coefficient: number;
  /** Whether a person may receive it. */
  personal: boolean;
  dated: boolean;
  revoked: TypedRevocation | null;
  sic: string;
  lines: { typed: TypedAwardLine; revoked: TypedRevocation | null }[];
};

const BASE_SALARY = 1_490_000;
const NOUNS: Record<RecipientKind, string> = {
  collective: 'tập thể',
  person: 'cá nhân',
  household: 'hộ gia đình',
};
const KINDS = Object.keys(NOUNS) as RecipientKind[];

const person = (name: string, more: Partial<TypedAwardLine>) => ({
  typed: { ...blankRecipient('person'), honorific: 'ông', name, ...more },
  revoked: null,
});
const collective = (name: string, more: Partial<TypedAwardLine> = {}) => ({
  typed: { ...blankRecipient('collective'), name, ...more },
  revoked: null,
});

export function firstAwards(): FakeAward[] {
  const plain = { dated: true, personal: true, revoked: null, sic: '', lines: [], typed: {} };
  return [
    {
      ...plain,
      id: 1,
      label: 'Cờ thi đua · Bộ trưởng Bộ Công an · số 812/QĐ-BCA ngày 10/01/2023',
      coefficient: 4,
      personal: false,
      lines: [collective('Nhân dân và cán bộ xã Bình Minh', { unit: 'huyện Cao Thượng' })],
    },
    {
      ...plain,
      id: 2,
      label: 'Bằng khen · Chủ tịch UBND tỉnh Lạng Sơn · số 163/QĐ-UBND ngày 16/01/2023',
      coefficient: 1,
      lines: [
        collective('Công an phường Tây Hồ', { merit: 'dẫn đầu phong trào năm 2022' }),
        collective('Nhân dân và cán bộ xã An Lạc', { moneyPrinted: '2.600.000' }),
        person('Hoàng Văn Mẫu', { birthYear: '1968', post: 'Trưởng thôn', unit: 'xã Hòa Bình' }),
        person('Lương Thị Mẫu', {
          honorific: 'bà',
          post: 'Bí thư chi bộ',
          unit: 'xã Kim Sơn',
          received: true,
        }),
        person('Nông Văn Mẫu', { post: 'Tổ trưởng Tổ bảo vệ', unit: 'phường Đông Sơn' }),
      ],
    },
    {
      ...plain,
      id: 3,
      label: 'Giấy khen · Giám đốc Công an tỉnh',
      coefficient: 0.3,
      dated: false,
      typed: { collective: 12, person: 25 },
    },
  ];
}

/* What comes of it */

const dong = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.');
const decimal = (value: number) => String(value).replace('.', ',');

function eachOf(award: FakeAward, kind: RecipientKind): number {
  return award.coefficient * BASE_SALARY * (kind === 'collective' ? 2 : 1);
}

const standing = ({ lines }: FakeAward) => lines.filter(({ revoked }) => revoked === null);

function countOf(award: FakeAward, kind: RecipientKind): number {
  if (award.lines.length === 0) return award.typed[kind] ?? 0;
  return standing(award).filter(({ typed }) => typed.kind === kind).length;
}

function countsOf(award: FakeAward): string {
  const some = KINDS.filter((kind) => countOf(award, kind) > 0);
  return some.map((kind) => `${countOf(award, kind)} ${NOUNS[kind]}`).join(', ');
}

function moneyOf(award: FakeAward): AwardMoneyRow[] {
  if (!award.dated || award.revoked) return [];
  return KINDS.filter((kind) => countOf(award, kind) > 0).map((kind) => {
    const [count, each] = [countOf(award, kind), eachOf(award, kind)];
    const coefficient = decimal(each / BASE_SALARY);
    return {
      recipient: NOUNS[kind],
      count,
      each: dong(each),
      sum: dong(each * count),
      formula: `${coefficient} × ${dong(BASE_SALARY)} = ${dong(each)} đồng`,
      sources: [
        { text: 'Nghị định 91/2017/NĐ-CP, Điều 73', unverified: null },
        { text: 'Nghị định 38/2019/NĐ-CP: mức lương cơ sở', unverified: null },
      ],
    };
  });
}

const sumOf = (award: FakeAward) =>
  award.dated && !award.revoked
    ? KINDS.reduce((sum, kind) => sum + countOf(award, kind) * eachOf(award, kind), 0)
    : 0;

function told(revoked: TypedRevocation | null): string | null {
  if (!revoked) return null;
  const day = revoked.date ? ` ngày ${revoked.date}` : '';
  const decision = revoked.decision ? `, quyết định ${revoked.decision}` : '';
  return `Đã thu hồi${day}${decision}: ${revoked.reason}`;
}

function lineRow(award: FakeAward, index: number): AwardLineRow {
  const { typed, revoked } = award.lines[index] ?? {
    typed: blankRecipient('person'),
    revoked: null,
  };
  const due = dong(eachOf(award, typed.kind));
  const differs = typed.moneyPrinted !== '' && typed.moneyPrinted !== due;
  const text = `Giấy in ${typed.moneyPrinted} đồng, tính ra ${due} đồng. Kiểm tra ngày quyết định và hình thức; số in vẫn giữ nguyên.`;
  return {
    index,
    typed,
    money: revoked || award.revoked || !award.dated ? '' : due,
    revoked: told(revoked),
    message: differs ? { severity: 'warning', text, offer: null } : null,
  };
}

function card(award: FakeAward): AwardCard {
  const sum = sumOf(award);
  const text = 'Chưa tính được tiền: thiếu ngày quyết định. Điền “Ngày quyết định”.';
  return {
    id: award.id,
    key: `award/${award.id}`,
    label: award.label,
    counts: countsOf(award),
    derived: award.lines.length > 0,
    apart: null,
    revoked: told(award.revoked),
    sic: award.sic || null,
    lines: award.lines.map((_, index) => lineRow(award, index)),
    money: moneyOf(award),
    total: sum > 0 ? dong(sum) : '',
    missing: award.dated ? null : { text, key: `award/${award.id}/decision_date` },
  };
}

export const unlawful = (award: FakeAward, typed: TypedAwardLine) =>
  !award.personal && typed.kind === 'person';

const ARTICLE = 'Luật Thi đua, khen thưởng 2022, Điều 26';
export const refusal = (name: string) =>
  `${name}: Cờ thi đua không tặng cho cá nhân (${ARTICLE}). Sửa loại đối tượng hoặc hình thức. Nếu nguồn đã in như vậy, chọn “ghi đúng như nguồn (sic)” và ghi lý do.`;

/** A remark stands at its line and not at a field of a step. */
const PLACE = { step: 5, key: null, needsReason: false };

function remarksOf(award: FakeAward): AwardRemark[] {
  return award.lines.flatMap(({ typed }, line) =>
    unlawful(award, typed)
      ? [
          {
            id: `L.01/award/${award.id}/${line}`,
            code: 'L.01',
            severity: typed.sic ? ('warning' as const) : ('error' as const),
            title: 'Đối tượng nhận trái quy định',
            text: `${typed.name}: Cờ thi đua không tặng cho cá nhân (${ARTICLE}).`,
            todo: typed.sic
              ? `Giữ đúng như nguồn: ${typed.sic}.`
              : 'Sửa loại đối tượng hoặc hình thức.',
            ...PLACE,
            legal: ARTICLE,
            reason: typed.sic || null,
            award: award.id,
            line,
          },
        ]
      : [],
  );
}

/** A note on a recipient, and a warning that belongs to no award. */
function furtherRemarks(awards: readonly FakeAward[]): AwardRemark[] {
  const plain = { ...PLACE, legal: null, reason: null };
  const notes = awards.flatMap(({ id, lines }) =>
    lines.flatMap(({ typed }, line) =>
      typed.name === 'Hoàng Văn Mẫu'
        ? [
            {
              ...plain,
              id: `A.04/award/${id}/${line}`,
              code: 'A.04',
              severity: 'note' as const,
              title: 'Đã được khen ở năm khác',
              text: `${typed.name} đã được khen: Giấy khen · Giám đốc Công an tỉnh năm 2020.`,
              todo: 'Chỉ để biết khi xét; không cần sửa.',
              award: id,
              line,
            },
          ]
        : [],
    ),
  );
  const total: AwardRemark = {
    ...plain,
    id: 'A.06/award/0/0',
    code: 'A.06',
    severity: 'warning',
    title: 'Tổng cả năm không khớp các dòng',
    text: 'Tổng cả năm nêu 31 cá nhân; các dòng có 28 cá nhân.',
    todo: 'Nếu tổng gồm cả khen thưởng ngoài hội nghị thì giữ; nếu không, bổ sung dòng còn thiếu.',
    award: null,
    line: null,
  };
  return awards.length > 0 ? [...notes, total] : [];
}

export function drawAwards(store: FakeStore, locked: string | null): AwardsView {
  const { awards } = store;
  const forms = awards.map((award) => ({ award, label: award.label.split(' · số')[0] ?? '' }));
  const missing = awards.filter(({ dated }) => !dated).length;
  return {
    title: 'Khen thưởng · Lạng Sơn · Tổng kết 2022',
    locked,
    awards: awards.map(card),
    counts: forms.flatMap(({ award, label }) =>
      KINDS.filter((kind) => countOf(award, kind) > 0).map((kind) => ({
        label,
        recipients: NOUNS[kind],
        count: String(countOf(award, kind)),
        indicator: award.id === 2 ? 'kt_bk_ubnd' : null,
      })),
    ),
    total: dong(awards.reduce((sum, award) => sum + sumOf(award), 0)),
    totalNote: missing > 0 ? `chưa gồm ${missing} dòng chưa đủ dữ liệu` : null,
    remarks: [...awards.flatMap(remarksOf), ...furtherRemarks(awards)],
    kinds: choices({
      collective: 'Tập thể',
      person: 'Cá nhân',
      household: 'Hộ gia đình',
    }),
    honours: choices({
      huy_chuong_vi_an_ninh: 'Huy chương “Vì an ninh Tổ quốc”',
      huy_chuong_chien_si: 'Huy chương “Chiến sĩ vẻ vang”',
    }),
  };
}
