/**
 * A number of a printed document, by keyboard: the page tells where it is from and who typed it,
 * leads to its field, and once it is changed there the document that was saved stands in the list
 * of those that no longer hold, with its correction a button away. Leaves nothing behind.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, Key, TestId, testId, waitUntil } from "./desk";

const FIGURE = "figure/at_kdc/amount";
/** What was typed at first, and what it is corrected to. */
const [BEFORE, AFTER] = ["1.686/1.727", "1.680/1.727"];

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.prepare();
});

afterEach(async () => {
  await desk.dispose();
});

/** The reports desk with its pages drawn. */
async function openReports(): Promise<void> {
  await desk.press("8", Key.Control);
  await desk.focusIs(TestId.savePdf);
  await waitUntil("the pages", () =>
    desk.web.exists(`svg [data-source="${FIGURE}"]`),
  );
}

/** The source of the number under the hand. */
function sourceUnderHand(): Promise<string | null> {
  return desk.web.run<string | null>(
    "return document.activeElement?.getAttribute('data-source') ?? null;",
  );
}

/** From the pages with the arrow to a number, then Enter. */
async function askAbout(source: string): Promise<void> {
  await desk.focusOn(testId(TestId.drawnFigures));
  await waitUntil(`the hand on ${source}`, async () => {
    if ((await sourceUnderHand()) === source) return true;
    await desk.type(Key.Right);
    return false;
  });
  await desk.type(Key.Enter);
}

/** Types a share of the standard; the field is under the hand. */
async function typeShare(text: string): Promise<void> {
  await desk.focusIs(FIGURE);
  await desk.type(text, Key.Enter);
  await desk.saved();
}

describe("a number of a document", () => {
  it("tells who typed it, and once changed makes its document stale", async () => {
    await desk.createDossier("lang son", "2022");
    await desk.press("3", Key.Control);
    await typeShare("1686 1727");
    await openReports();
    await desk.type(Key.Enter);
    await desk.shows(testId(TestId.reportSaved), "Tin hội nghị");

    await askAbout(FIGURE);
    const panel = testId(TestId.sourcePanel);
    for (const told of ["Khu dân cư", BEFORE, "Nhập ở bước 3"])
      await desk.shows(panel, told);
    // The account's name, as the store has it; without one the program says “người dùng”.
    const clerk = process.env["USERNAME"] ?? process.env["USER"] ?? "người dùng";
    expect(await desk.text(panel)).toContain(clerk);

    await desk.type(Key.Enter);
    await typeShare("1680 1727");
    await openReports();
    await desk.shows(testId(TestId.writtenToggle), "1 không khớp");
    await desk.focusOn(testId(TestId.writtenToggle));
    await desk.type(Key.Enter);
    const written = testId(TestId.writtenPanel);
    for (const told of ["Tin hội nghị", BEFORE, AFTER])
      await desk.shows(written, told);
    await desk.focusOn(`${written} .primary`);
    await desk.type(Key.Enter);
    await desk.shows(`${testId(TestId.documentKinds)} .chosen`, "Đính chính");
    await waitUntil("the correction to be of the saved document", async () =>
      ((await desk.value("order/since")) ?? "").includes("Tin hội nghị"),
    );
  }, 120_000);
});
