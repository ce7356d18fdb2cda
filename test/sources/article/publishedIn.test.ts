// The day of publication is read where a text is made to say it, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedIn } from "../../../src/sources/article/publishedIn.ts";

const D = "2025-12-12";
for (const line of [
  "Published: 12 December 2025",
  "Published on Friday, 12th December 2025 by A. Writer",
  "First published 12 Dec. 2025",
  "Date: 2025-12-12",
  "December 12, 2025",
  "Dec. 12, 2025, 9:30 a.m. ET",
  "Fri, 12 Dec 2025 18:30:00 GMT",
  "2025-12-12T18:30:00-05:00",
  "By A. Writer | Dec. 12, 2025 at 9:30 AM EST",
  "By A. Writer, December 12, 2025",
  "New York, December 12, 2025",
  "NEW YORK, Dec 12, 2025 (The Wire) - Small caps closed at a record on Thursday, and bitcoin did not follow them.",
  "LONDON--(THE WIRE)--Dec. 12, 2025-- Small caps closed at a record.",
  "Updated Dec 13, 2025 | Published Dec 12, 2025",
  "Published: 12/12/2025",
]) {
  test(`said: ${line.slice(0, 60)}`, () => assert.equal(publishedIn(["Headline", line, "Text."]), D));
}

for (const line of [
  "The Russell 2000 closed at a record on December 11, 2025.",
  "Released on December 10, 2025, the report of the Treasury says more of the purchases of bills than anyone had expected of it.",
  "On December 11, 2025 the Fed cut",
  "Updated: 13 December 2025",
  "Published: 12/11/2025",
  "NEW YORK, Dec 12 (The Wire) - Small caps",
  "Published: 31 November 2025",
  "Published: 12 December 20255",
  "December 2025",
]) {
  test(`not said: ${line.slice(0, 60)}`, () => assert.equal(publishedIn(["Headline", line, "Text."]), null));
}

test("it is looked for in the first and last lines only, and 13/12/2025 can be one day alone", () => {
  const text = Array.from({ length: 20 }, () => "Text.");
  assert.equal(publishedIn([...text.slice(0, 10), "Published: 12 December 2025", ...text.slice(10)]), null);
  assert.equal(publishedIn([...text, "Published: 12 December 2025"]), D);
  assert.equal(publishedIn(["Posted: 13/12/2025"]), "2025-12-13");
  assert.equal(publishedIn(["Posted: 12/13/2025"]), "2025-12-13");
});
