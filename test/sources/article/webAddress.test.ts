import assert from "node:assert/strict";
import { test } from "node:test";
import { webAddress } from "../../../src/sources/article/webAddress.ts";

const secured = new URL("https://paper.example/a/b");

test("an address is taken against the page that leads to it", () => {
  assert.equal(webAddress("../c?d", secured).href, "https://paper.example/c?d");
  assert.equal(webAddress("https://other.example/", new URL("http://paper.example/")).href, "https://other.example/");
});

test("https does not lead to http, and the message says the host alone", () => {
  assert.throws(() => webAddress("http://paper.example/?token=secret", secured), {
    kind: "usage",
    message: "paper.example: expected https to lead to https; received http",
  });
  assert.throws(() => webAddress("//user@other.example/", secured), { message: /^other\.example: expected an address without user name/ });
  assert.throws(() => webAddress("http://[", secured), { message: /^paper\.example: expected an address like/ });
});
