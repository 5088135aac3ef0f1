/**
 * The screens about units and years, by keyboard: a unit is found, two figures of communes are
 * typed, their sum stands in the series, both are in the log, an award gets a recipient, and after
 * a power cut the program opens at that screen again. Leaves nothing behind.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, Key, TestId, testId, waitUntil } from "./desk";

const CELL = /^cell\/(.+)$/;
/** Reached and total of two communes, and of both together. */
const TYPED = ["7/9", "5/9"];
const SUM = "12/18";

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.prepare();
});

afterEach(async () => {
  await desk.dispose();
});

/** Alt with a digit opens a screen; it is there when its title is. */
async function show(digit: number, title: string): Promise<void> {
  await desk.press(String(digit), Key.Alt);
  await desk.shows(testId(TestId.stepTitle), title);
}

/** The key of the cell under the hand, another one than `before`. */
function cell(before = ""): Promise<string> {
  return waitUntil("the hand in a cell", async () => {
    const key = await desk.focus();
    return key !== null && CELL.test(key) && key !== before && key;
  });
}

/** Types a figure into the cell under the hand; the hand goes down. */
async function typeCell(figure: string): Promise<void> {
  const at = await cell();
  await desk.type(figure, Key.Enter);
  await cell(at);
  await desk.saved();
}

/** An award of which only the form is known. */
async function writeAward(): Promise<void> {
  await desk.press("5", Key.Control);
  await desk.focusIs("award/new/form");
  await desk.type(Key.Down, Key.Enter);
  await waitUntil("the award with its key", async () =>
    /^award\/\d+\//.test((await desk.focus()) ?? ""),
  );
  await desk.saved();
}

describe("units and years", () => {
  it("from a unit to its figures, the series, the log and the awards", async () => {
    await desk.createDossier("lang son", "2022");

    await show(1, "Địa bàn");
    await desk.focusIs("units/search");
    await desk.shows(testId(TestId.unitTree), "xã ");
    await desk.type("huu lung");
    await waitUntil("the unit to be taken from the choices", async () => {
      const first = await desk.text("[role=option][data-highlighted]");
      if (first.includes("Hữu Lũng")) await desk.type(Key.Enter);
      return (await desk.text(testId(TestId.unitStory))).includes("Hữu Lũng");
    });

    await show(2, "Số liệu các xã");
    for (const figure of TYPED) await typeCell(figure);
    await desk.shows("tfoot", SUM);

    await show(3, "So sánh các năm");
    await desk.shows(testId(TestId.series), SUM);

    await show(4, "Nhật ký");
    for (const figure of TYPED)
      await desk.shows(testId(TestId.logLine), `→ ${figure}`);

    await writeAward();
    await show(7, "Sổ khen thưởng");
    await desk.focusOn("#award-new");
    await desk.type(Key.Enter);
    await desk.focusIs("recipient/new/name");
    await desk.type(
      "Nhân dân và cán bộ xã Mẫu",
      Key.Enter,
      Key.Enter,
      Key.Enter,
    );
    await desk.focusIs(TestId.formSave);
    await desk.type(Key.Enter);
    await desk.shows(testId(TestId.awardLines), "Nhân dân và cán bộ xã Mẫu");
    await desk.focusIs("recipient/new/name");

    await desk.saved();
    await desk.kill();
    await desk.open();
    await desk.shows(testId(TestId.stepTitle), "Sổ khen thưởng");
    await desk.shows(testId(TestId.awardLines), "Nhân dân và cán bộ xã Mẫu");
    expect(await desk.text(testId(TestId.awardList))).toContain("1 tập thể");
  }, 180_000);
});
