/**
 * The first hour with the program, by keyboard alone: the welcome screen, a dossier of Lạng Sơn
 * for 2022, one figure, a power cut, and the same field again. Leaves nothing behind.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, Key, TestId, testId, waitUntil } from "./desk";

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.prepare();
});

afterEach(async () => {
  await desk.dispose();
});

const createLangSon = () => desk.createDossier("lang son", "2022");

describe("first hour", () => {
  it("a dossier is made with the keyboard alone", async () => {
    await createLangSon();
    await desk.shows(testId(TestId.dossierMenu), "Lạng Sơn");
    await desk.shows(testId(TestId.dossierMenu), "2022");
    const at = await waitUntil("a field under the hand", () => desk.focus());
    expect(at).toMatch(/\//);
  });

  it("a figure survives a power cut and the hand is back where it was", async () => {
    await createLangSon();
    await desk.press("3", Key.Control);
    await desk.focusIs("figure/at_kdc/amount");
    await desk.type("1686 1727", Key.Enter);
    await desk.saved();
    await waitUntil(
      "the figure as it is printed",
      async () => (await desk.value("figure/at_kdc/amount")) === "1.686/1.727",
    );
    const next = await desk.focus();
    await waitUntil("the place to be kept", async () => next !== null);
    await desk.kill();
    await desk.open();
    await desk.shows(testId(TestId.stepTitle), "Đạt tiêu chuẩn");
    expect(await desk.value("figure/at_kdc/amount")).toBe("1.686/1.727");
    await desk.focusIs(next ?? "");
  });

  it("Vietnamese typed into a new entry stays under the hand when the entry gets its key", async () => {
    await createLangSon();
    await desk.press("6", Key.Control);
    await desk.focusIs("discussion/new/text");
    await desk.type("trao đổi kinh nghiệm", Key.Enter, "đại biểu các điểm cầu");
    const at = await waitUntil("the real key", async () => {
      const key = await desk.focus();
      return key !== null && /^discussion\/\d+\//.test(key) && key;
    });
    expect(await desk.value(at)).toBe("đại biểu các điểm cầu");
    await desk.type(Key.Enter);
    await desk.saved();
    await desk.focusIs("discussion/new/text");
    expect(await desk.value(at)).toBe("đại biểu các điểm cầu");
    await desk.shows(testId(TestId.sentence), "trao đổi kinh nghiệm");
  });
});
